"""The unit in which facts change: proposed by one person, read and confirmed by another."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse

from .tracked import Tracked

if TYPE_CHECKING:
    from .user import User


class ChangeSetState(models.TextChoices):
    """Where a proposed change stands. Only what is open can become anything else."""

    OPEN = "open", "Proposed"
    CONFIRMED = "confirmed", "Confirmed"  # its rows are written, and readers see them
    DECLINED = "declined", "Declined"
    TAKEN_BACK = "taken_back", "Taken back"  # by who proposed it


class ChangeSetQuerySet(models.QuerySet):
    """Change sets by where they stand and by whom they are."""

    def open(self) -> ChangeSetQuerySet:
        return self.filter(state=ChangeSetState.OPEN)

    def waiting_for(self, user: User) -> ChangeSetQuerySet:
        """Those on which a person may decide, who waited longest first: open, and not of their own hand."""
        return self.open().exclude(authors=user).order_by("proposed_at", "pk")

    def to_be_read(self) -> ChangeSetQuerySet:
        """Those that could not wait: readers see them, and no second person has read them yet."""
        return self.filter(urgent=True, reviewed_at__isnull=True)

    def touching(self, record: Tracked) -> ChangeSetQuerySet:
        """Those that would write a row, or one of its parts' rows within the same whole."""
        return self.filter(pk__in=ChangeRow.objects.of(record).values("change_set"))

    def public(self) -> ChangeSetQuerySet:
        """Those that the public log gives: confirmed, with at least one row that readers are told of."""
        return self.filter(Exists(ChangeRow.objects.told().filter(change_set=OuterRef("pk"))))


class ChangeSet(models.Model):
    """Rows with their values before and after, and why. Nothing of an open one stands in any table that readers are served.

    ``public_id`` becomes the change's number: the versions that confirming writes carry it. Its words and rows are
    not changed once it is decided; while it is open, its authors may amend it, which counts ``revision`` up.
    """

    UNTRACKED_BECAUSE = "a proposal; what it leads to are versions that carry its number"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(max_length=10, choices=ChangeSetState, default=ChangeSetState.OPEN, db_index=True)
    revision = models.PositiveIntegerField(default=1, help_text="Counts how often it was written.")
    title = models.CharField(max_length=255, help_text="What it is about, in the words of its first row.")
    reason = models.TextField(help_text="Why, for the team.")
    public_note = models.TextField(blank=True, help_text="What readers are told once it is confirmed.")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    authors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        through="ChangeAuthor",
        related_name="+",
        help_text="All who wrote in it. None of them confirms it.",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decision_words = models.TextField(blank=True, help_text="What was said when it was confirmed or declined.")
    waived = models.BooleanField(
        default=False, help_text="Confirmed by who proposed it, by the setting of a one-person team."
    )
    urgent = models.BooleanField(
        default=False,
        help_text="It could not wait: confirmed at once by who proposed it, and read by a second person afterwards.",
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    review_words = models.TextField(blank=True, help_text="What was said to it when it was read afterwards.")

    if TYPE_CHECKING:
        rows: ChangeRowQuerySet
        proposed_by_id: int
        decided_by_id: int | None

    objects: ClassVar[Any] = ChangeSetQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        default_permissions = ("view", "review", "hurry")
        constraints = [
            models.CheckConstraint(
                name="editorial_changeset_decided",
                condition=Q(state="open", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(state="open") & Q(decided_at__isnull=False, decided_by__isnull=False)),
                violation_error_message="What is decided says when and by whom; what is open says neither.",
            ),
            models.CheckConstraint(
                name="editorial_changeset_second_person",
                condition=~Q(state="confirmed")
                | ~Q(decided_by=F("proposed_by"))
                | Q(waived=True)
                | Q(urgent=True),
                violation_error_message="Somebody else than its author confirms a change.",
            ),
            models.CheckConstraint(
                name="editorial_changeset_read_afterwards",
                condition=Q(reviewed_at__isnull=True, reviewed_by__isnull=True)
                | Q(urgent=True, reviewed_at__isnull=False, reviewed_by__isnull=False)
                & ~Q(reviewed_by=F("proposed_by")),
                violation_error_message="What could not wait is read afterwards by somebody else than its author.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its page in the public log, which is there once it is confirmed."""
        return reverse("change", args=[self.public_id])

    @property
    def is_open(self) -> bool:
        return self.state == ChangeSetState.OPEN

    def is_author(self, user: User) -> bool:
        return self.authors.filter(pk=user.pk).exists()

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError("A proposed change is kept. Take it back or decline it instead.")


class ChangeAuthor(models.Model):
    """Somebody who wrote in a change set."""

    UNTRACKED_BECAUSE = "part of a proposal"

    change_set = models.ForeignKey(ChangeSet, on_delete=models.CASCADE)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["change_set", "person"], name="editorial_changeauthor_once"),
        ]

    def __str__(self) -> str:
        return str(self.person)


class ChangeRowQuerySet(models.QuerySet):
    """Rows of change sets by the record they would write."""

    def of(self, record: Tracked) -> ChangeRowQuerySet:
        """The rows about one record, as a whole with its parts."""
        return self.filter(whole_id=record.public_id)

    def told(self) -> ChangeRowQuerySet:
        """Those of which the public log has a line: readers saw, or see, what they change."""
        is_told = Q(told_before=True) | Q(told_after=True)
        return self.filter(is_told, change_set__state=ChangeSetState.CONFIRMED)


class RowKind(models.TextChoices):
    """What becomes of a row."""

    CREATED = "created", "New"
    CHANGED = "changed", "Changed"
    DELETED = "deleted", "Deleted"


class ChangeRow(models.Model):
    """One row that a change set would write, with its values before and after.

    Values are plain JSON by field name: a key to a tracked row is that row's public id, a date its ISO words. ``before``
    is empty for a new row, ``after`` for one that is deleted.
    """

    UNTRACKED_BECAUSE = "part of a proposal"

    change_set = models.ForeignKey(ChangeSet, on_delete=models.CASCADE, related_name="rows")
    order = models.PositiveIntegerField(help_text="In which order the rows are written, from 1.")
    kind = models.CharField(max_length=8, choices=RowKind)
    table = models.CharField(max_length=60, help_text="countries.treatyaction")
    row_id = models.UUIDField(help_text="The row's public id.")
    whole_id = models.UUIDField(help_text="The public id of the record that the row is or is a part of.")
    subject_id = models.UUIDField(
        null=True,
        db_index=True,
        help_text="The public id of the country that the row is about, if it is about one.",
    )
    former_subject_id = models.UUIDField(
        null=True,
        db_index=True,
        help_text="The country that the row was about before, if it is about another now.",
    )
    label = models.CharField(max_length=255, help_text="The row in its own words when it was proposed.")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    left_out = models.BooleanField(
        default=False, help_text="Not confirmed with the rest; why, say the words of the decision."
    )
    told_before = models.BooleanField(
        default=False, help_text="Whether readers saw the row until this was confirmed. Set on confirming."
    )
    told_after = models.BooleanField(
        default=False, help_text="Whether readers see the row since this was confirmed. Set on confirming."
    )

    objects: ClassVar[Any] = ChangeRowQuerySet.as_manager()

    class Meta:
        ordering = ["change_set", "order"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["change_set", "row_id"], name="editorial_changerow_one_a_row"),
        ]
        indexes = [
            models.Index(fields=["whole_id"], name="editorial_changerow_whole"),
            models.Index(fields=["row_id"], name="editorial_changerow_row"),
        ]

    def __str__(self) -> str:
        return self.label

    @cached_property
    def model(self) -> type[Tracked]:
        """The table it would write in."""
        return apps.get_model(self.table)
