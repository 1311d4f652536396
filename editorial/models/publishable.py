"""The base of every record that a second person reviews before readers see it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from editorial.rules.transitions import RecordStanding

from .parts import whole_of
from .tracked import FourEyes, Tracked, TrackedQuerySet

if TYPE_CHECKING:
    from .release import Release, ReleaseQuerySet


class Status(models.TextChoices):
    """Where the working copy stands on its way to the public. A release, once out, stays as it is."""

    DRAFT = "draft", "Draft"  # somebody is writing; nobody outside the team sees it
    IN_REVIEW = "in_review", "In review"  # submitted; a second person reads it
    PUBLISHED = "published", "Published"  # the working copy and the newest release are the same
    WITHDRAWN = "withdrawn", "Withdrawn"  # taken back, with a public reason


def _pair(step: str) -> models.CheckConstraint:
    at, by = f"{step}_at", f"{step}_by"
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{step}_pair",
        condition=Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
        | Q(**{f"{at}__isnull": False, f"{by}__isnull": False}),
        violation_error_message=f"{at} and {by} are set together or not at all.",
    )


def _person(verb: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=f"{verb} by",
    )


def release_relation(model: type[models.Model]) -> Any:
    """The relation from a record to its releases: ``related_model`` and ``field`` say which and by what."""
    return next(r for r in model._meta.related_objects if r.get_accessor_name() == "releases")


class PublishableQuerySet(TrackedQuerySet):
    """The words by which everything asks what may be seen."""

    def published(self, at: datetime) -> PublishableQuerySet:
        """Records of which readers can see a release at that moment: out, past its embargo, not withdrawn."""
        relation = release_relation(self.model)
        releases = relation.related_model.objects.visible(at)
        visible = releases.filter(**{relation.field.name: OuterRef("pk")})
        return self.filter(Exists(visible))

    def drafts(self) -> PublishableQuerySet:
        return self.filter(status=Status.DRAFT)

    def in_review(self) -> PublishableQuerySet:
        return self.filter(status=Status.IN_REVIEW)


class Publishable(Tracked):
    """Draft → in review → published → withdrawn, with who and when of each step.

    The pairs are held together by the database. A reviewer is not the author; where a one-person team has
    turned that off, ``review_waived`` shows it on the record for ever. What readers see are releases (see
    Release): changing the record afterwards returns its working copy to draft and leaves them untouched.
    SEEN_OF_A_DRAFT names the fields of the working copy that readers get, because they make its address.
    A withdrawal takes every release made until then, for ever. It stands on the record when the next one is
    made, so that publishing under an embargo brings nothing back before its time.
    """

    FOUR_EYES = FourEyes.RELEASE
    SEEN_OF_A_DRAFT: ClassVar[frozenset[str]] = frozenset()
    WORKFLOW_FIELDS = frozenset(
        {
            "status",
            "submitted_at",
            "submitted_by",
            "reviewed_at",
            "reviewed_by",
            "review_waived",
            "published_at",
            "published_by",
            "withdrawn_at",
            "withdrawn_by",
            "withdrawal_reason",
        }
    )

    status = models.CharField(max_length=12, choices=Status, default=Status.DRAFT, editable=False, db_index=True)
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    submitted_by = _person("submitted")
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    reviewed_by = _person("reviewed")
    review_waived = models.BooleanField(
        default=False,
        editable=False,
        help_text="Author and reviewer were the same person, by the team's setting.",
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_by = _person("published")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = _person("withdrawn")
    withdrawal_reason = models.TextField(
        blank=True, editable=False, help_text="What readers are told about the withdrawal."
    )

    if TYPE_CHECKING:  # the reverse of the foreign key of its Release
        releases: ReleaseQuerySet

    objects: ClassVar[Any] = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ("add", "change", "delete", "view", "review", "publish", "withdraw")
        constraints = [
            *map(_pair, ("submitted", "reviewed", "published", "withdrawn")),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_in_review_was_submitted",
                condition=~Q(status="in_review") | Q(submitted_at__isnull=False),
                violation_error_message="A record in review has been submitted by somebody.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_was_reviewed",
                condition=~Q(status="published")
                | Q(
                    published_at__isnull=False,
                    reviewed_at__isnull=False,
                    submitted_at__isnull=False,
                )
                & (Q(withdrawn_at__isnull=True) | Q(withdrawn_at__lt=F("published_at"))),
                violation_error_message="A published record was submitted, reviewed and published by somebody.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_says_why",
                condition=Q(withdrawn_at__isnull=True, withdrawal_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                violation_error_message="A withdrawn record says when, by whom and why.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_status",
                condition=~Q(status="withdrawn") | Q(withdrawn_at__isnull=False),
                violation_error_message="A withdrawn record says when it was withdrawn.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_reviewer_not_author",
                condition=Q(reviewed_by__isnull=True)
                | Q(submitted_by__isnull=True)
                | ~Q(reviewed_by=F("submitted_by"))
                | Q(review_waived=True),
                violation_error_message="The reviewer is somebody else than the author.",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores what the record says; where it stands on its way to the public, only steps write (see save_step).

        Of a copy that was read before somebody took a step, the step therefore stays. New content after submission
        returns the working copy to draft: what was approved has changed. With ``is_small`` it stays submitted, and only
        an approval ends (see editorial.actions.small_changes).
        """
        is_small = kwargs.pop("is_small", False)
        if self._state.adding or kwargs.get("force_insert"):
            super().save(*args, **kwargs)
            return
        with transaction.atomic(savepoint=False):
            self._stand_as_stored()
            if self.status != Status.DRAFT and set(self.changed_fields()) - self.WORKFLOW_FIELDS:
                if is_small and self.status == Status.IN_REVIEW:
                    self.end_review()
                else:
                    self.reopen()
                if kwargs.get("update_fields") is not None:
                    kwargs["update_fields"] = {*kwargs["update_fields"], *self.WORKFLOW_FIELDS}
            super().save(*args, **kwargs)

    def save_step(self) -> None:
        """Stores where the record stands and no other field. For a copy read and locked in the transaction at hand."""
        changed = self.WORKFLOW_FIELDS.intersection(self.changed_fields())
        if changed:
            super().save(update_fields=changed)

    def _stand_as_stored(self) -> None:
        """Locks the row and takes from it where the record stands by now."""
        names = [f.attname for f in self._meta.concrete_fields if f.name in self.WORKFLOW_FIELDS]
        # without the model's order, which joins tables: a join would be locked as well
        rows = type(self)._base_manager.select_for_update().order_by().filter(pk=self.pk).values(*names)
        for name, value in next(iter(rows), {}).items():
            setattr(self, name, value)

    def reopen(self) -> None:
        """Back to draft, with no submission and no review. Releases and a withdrawal stay as they are."""
        self.status = Status.DRAFT
        self.submitted_at = self.submitted_by = None
        self.end_review()

    def end_review(self) -> None:
        """Not approved, or not any more. A submission stays."""
        self.reviewed_at = self.reviewed_by = None
        self.review_waived = False

    def release_content(self) -> tuple[str, str, str]:
        """Title, lead summary and researched text that a release freezes. Subclasses with other names override."""
        return str(self.title), self.lead, self.text  # type: ignore[attr-defined]

    @classmethod
    def rows_readers_see(cls, at: datetime) -> models.QuerySet[Self]:
        """No working copy: readers see releases."""
        return cls._base_manager.none()

    def release_extra(self) -> tuple[dict[str, Any], list[str]]:
        """What a release freezes beside the text, as plain JSON, and the keys of the sources it rests on."""
        return {}, []

    def also_named(self) -> Iterable[models.Model]:
        """Records on whose pages readers see its releases, beside those that its own foreign keys name."""
        return ()

    def publication_problems(self) -> list[str]:
        """What stands in the way of submitting or publishing beside the text's own problems, a sentence each."""
        return []

    @property
    def is_withdrawn(self) -> bool:
        """Everything published of it was taken back; the next release ends that."""
        return self.withdrawn_at is not None and (
            self.published_at is None or self.published_at <= self.withdrawn_at
        )

    def waiting_release(self, at: datetime) -> Release | None:
        """The newest release, where readers see it only after that moment. A record never published asks nothing."""
        if self.published_at is None:
            return None
        newest: Release | None = self.releases.not_withdrawn().order_by("-number").without_texts().first()
        return newest if newest is not None and newest.visible_from > at else None

    @property
    def standing(self) -> RecordStanding:
        """What the rules of editorial.rules.transitions decide on."""
        return RecordStanding(
            status=self.status,
            reviewed=self.reviewed_at is not None,
            ever_published=self.published_at is not None,
            withdrawn=self.is_withdrawn,
            waits=self.waiting_release(timezone.now()) is not None,
        )


def reopen_whole(part: Any, how: object) -> None:
    """A part that changes after submission returns the whole to draft, by whatever door the change came."""
    table = whole_of(type(part))
    if table is None or not issubclass(table, Publishable):
        return
    whole = getattr(part, f"{part.PART_OF}_id")
    with transaction.atomic(savepoint=False):
        for record in table._base_manager.select_for_update().order_by().filter(pk=whole):
            if record.status != Status.DRAFT:
                record.reopen()
                record.save_step()
