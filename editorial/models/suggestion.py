"""Another wording of a text that somebody suggests to its author."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q

from editorial.texts.passages import digest_of

from .about import AboutQuerySet, AboutRecord


class SuggestionState(models.TextChoices):
    """Where a suggestion stands. Only what is open can be taken over."""

    OPEN = "open", "Suggested"
    TAKEN = "taken", "Taken over"  # nothing of it is left to take
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"  # by who suggested it


class SuggestionQuerySet(AboutQuerySet):
    """Suggestions by the record and where they stand."""

    def open(self) -> SuggestionQuerySet:
        return self.filter(state=SuggestionState.OPEN)


def _person(**kwargs: Any) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        **{"null": True, "blank": True} | kwargs,
    )


class Suggestion(AboutRecord):
    """A second text beside a record's, with the text it was made on. Its words never change.

    Nothing of it stands in the record, or in anything that readers are served, until somebody takes it over: all of it
    or some of its changes, in an ordinary save. ``taken_at`` is when that last happened.
    """

    UNTRACKED_BECAUSE = "its words are written once; what becomes of it are versions of the record and this row"
    MAY_CHANGE = frozenset({"state", "taken_at", "taken_by", "decided_at", "decided_by", "decision_words"})

    by = _person(null=False, blank=False)
    at = models.DateTimeField()
    reason = models.TextField(help_text="Why, for the author.")
    base = models.TextField(blank=True, help_text="The text that it was made on.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the text that it was made on.")
    text = models.TextField(help_text="The text as it would be.")
    state = models.CharField(max_length=9, choices=SuggestionState, default=SuggestionState.OPEN, db_index=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = _person()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = _person()
    decision_words = models.TextField(blank=True, help_text="What was said when it was declined.")

    if TYPE_CHECKING:
        by_id: int
        content_type_id: int

    objects: ClassVar[Any] = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="editorial_suggestion_record")]
        constraints = [
            models.CheckConstraint(
                name="editorial_suggestion_decided",
                condition=Q(state="open", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                violation_error_message="What is decided says when and by whom; what is open says neither.",
            ),
            models.CheckConstraint(
                name="editorial_suggestion_taken_pair",
                condition=Q(taken_at__isnull=True, taken_by__isnull=True)
                | Q(taken_at__isnull=False, taken_by__isnull=False),
                violation_error_message="What is taken over says when and by whom.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.reason[:60]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Once written only what becomes of it can change. Raises RuntimeError for any other change."""
        if self._state.adding:
            self.digest = digest_of(self.base)
        else:
            kept = [f.attname for f in self._meta.concrete_fields if f.name not in self.MAY_CHANGE]
            stored = type(self)._base_manager.filter(pk=self.pk).values(*kept).get()
            if any(stored[name] != getattr(self, name) for name in kept):
                raise RuntimeError("The words of a suggestion are not changed. Make another.")
        super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError("A suggestion is kept. Decline or withdraw it instead.")

    @property
    def is_open(self) -> bool:
        return self.state == SuggestionState.OPEN

    @property
    def became(self) -> str:
        """What became of it, in words."""
        if self.taken_at is not None and self.state != SuggestionState.TAKEN:
            rest = {SuggestionState.OPEN: "the rest is open", SuggestionState.DECLINED: "the rest declined"}
            return f"Taken over in part, {rest.get(SuggestionState(self.state), 'the rest withdrawn')}"
        return str(self.get_state_display())
