"""What people say to each other about a record under review, or about a proposed change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q

from editorial.texts.passages import LONGEST_QUOTE, Passage

from .about import AboutQuerySet, AboutRecord


class ReviewCommentQuerySet(AboutQuerySet):
    """Comments of records. What is open is a question, with its replies, that nobody has settled."""

    def questions(self) -> ReviewCommentQuerySet:
        """Those that began a talk; all others answer one."""
        return self.filter(answers__isnull=True)

    def open(self) -> ReviewCommentQuerySet:
        return self.questions().filter(settled_at__isnull=True)


class CommentPlace(models.TextChoices):
    """What of a record a comment is about."""

    WHOLE = "", "The whole record"
    PASSAGE = "passage", "Words of the text"
    NOTE = "note", "A note of the text"
    FIELD = "field", "A field"


def _person(**kwargs: Any) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        **{"null": True, "blank": True} | kwargs,
    )


class ReviewComment(AboutRecord):
    """One remark on a working copy or on a change set: a question, or a reply to one. Its words never change.

    A question may be about a place, and to somebody. The place of words is kept as editorial.texts.passages has it, on
    the text as it was stored then, so that they are found again in a text that has changed.
    """

    UNTRACKED_BECAUSE = "its words are written once; who settled it and when stand on the row"
    MAY_CHANGE = frozenset({"settled_at", "settled_by"})

    by = _person(null=False, blank=False)
    at = models.DateTimeField()
    text = models.TextField(
        help_text="What should be looked at, for example: note 3 does not say what the text says."
    )
    answers = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replies",
        help_text="The question that this replies to. A reply has no place and no replies of its own.",
    )
    addressee = _person(help_text="Who should answer.")

    place = models.CharField(max_length=8, choices=CommentPlace, default=CommentPlace.WHOLE, blank=True)
    field = models.CharField(max_length=120, blank=True, help_text="The name of the field that it is about.")
    row_id = models.UUIDField(null=True, blank=True, help_text="The public id of a change set's row.")
    note_key = models.CharField(max_length=200, blank=True, help_text="The key of the note that it is about.")
    heading = models.CharField(max_length=500, blank=True, help_text="The heading that the words stood under.")
    digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the text that it was made on.")
    quote = models.CharField(max_length=LONGEST_QUOTE, blank=True, help_text="The words that it is about.")
    before = models.CharField(max_length=32, blank=True, help_text="What stood before these words.")
    after = models.CharField(max_length=32, blank=True, help_text="What stood after these words.")
    position = models.PositiveIntegerField(
        null=True, blank=True, help_text="Of their first character in the text as it is read, from 0."
    )

    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = _person()

    if TYPE_CHECKING:
        by_id: int
        addressee_id: int | None
        answers_id: int | None

    objects: ClassVar[Any] = ReviewCommentQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="editorial_reviewcomment_record")]
        constraints = [
            models.CheckConstraint(
                name="editorial_reviewcomment_settled_pair",
                condition=Q(settled_at__isnull=True, settled_by__isnull=True)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                violation_error_message="A settled comment says when and by whom.",
            ),
            models.CheckConstraint(
                name="editorial_reviewcomment_reply",
                condition=Q(answers__isnull=True) | Q(place="", addressee__isnull=True, settled_at__isnull=True),
                violation_error_message="A reply is about what its question is about, and is settled with it.",
            ),
            models.CheckConstraint(
                name="editorial_reviewcomment_place",
                condition=Q(place="", field="", note_key="", quote="", digest="", position__isnull=True)
                | (Q(place="passage", position__isnull=False) & ~Q(quote="") & ~Q(digest=""))
                | (Q(place="note", quote="") & ~Q(note_key=""))
                | (Q(place="field", quote="") & ~Q(field="")),
                violation_error_message="A comment at a place names the words, the note or the field.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.text[:60]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Once written it can only be settled. Raises RuntimeError for any other change."""
        if not self._state.adding:
            kept = [f.attname for f in self._meta.concrete_fields if f.name not in self.MAY_CHANGE]
            stored = type(self)._base_manager.filter(pk=self.pk).values(*kept).get()
            if any(stored[name] != getattr(self, name) for name in kept):
                raise RuntimeError("The words of a comment are not changed. Reply to it instead.")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError("A comment on a review is kept. Settle it instead.")

    @property
    def passage(self) -> Passage | None:
        """The words that it is about, as they stood when it was written; None where it is about something else."""
        if self.place != CommentPlace.PASSAGE or self.position is None:
            return None
        return Passage(
            self.digest, self.quote, self.before, self.after, self.position, self.heading, self.note_key
        )
