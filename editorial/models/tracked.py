"""The base of every record whose changes are kept: who, when, and why."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self, cast

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.dispatch import receiver
from simple_history.models import HistoricalRecords
from simple_history.signals import pre_create_historical_record

from .access import accessible
from .happened import lying_ahead

if TYPE_CHECKING:
    from .user import User


class UntrackedWrite(RuntimeError):
    """A bulk write was tried on tracked rows; it would have left no version behind."""


class TwoAuthors(RuntimeError):
    """An act of one person was begun inside an act of another; the history could name only one of them."""


class FourEyes(Enum):
    """By what a second person sees a table's changes before readers do."""

    CHANGE_SET = "facts: a change set is proposed by one person and confirmed by another"
    RELEASE = "texts: the working copy is reviewed, and a release is published"
    TEAM = "nothing: the team's own business, which no reader sees"


@dataclass(frozen=True)
class Change:
    """One act of a person: every version written during it carries the same author and number, a reason and a note.

    One that a second person confirmed names them as well, and all its versions carry the moment of that.
    ``written`` are the rows that it wrote, by table and public id, in the order in which it came to them first.
    """

    by: User | None
    reason: str
    public_note: str = ""
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    confirmed_by: User | None = None
    at: datetime | None = None
    written: dict[tuple[type[Tracked], uuid.UUID], None] = field(default_factory=dict, compare=False, repr=False)

    def holding(self, by: User | None, reason: str, public_note: str) -> Change:
        """The same act, while it holds a smaller one: what was said of either is kept, the outer words first."""
        if self.by is not None and by is not None and self.by != by:
            raise TwoAuthors(f"{by} cannot act inside what {self.by} does. Record the two one after the other.")
        return replace(
            self,
            by=self.by or by,
            reason=_both(self.reason, reason),
            public_note=_both(self.public_note, public_note),
        )


def _both(outer: str, inner: str) -> str:
    """Both words, each once."""
    if not outer or not inner or inner in outer:
        return outer or inner
    return f"{outer.rstrip('.;')}; {inner}"


_current: ContextVar[Change | None] = ContextVar("current_change", default=None)


@contextmanager
def recording(*, by: User | None, reason: str, public_note: str = "") -> Iterator[Change]:
    """Every tracked row written inside belongs to one change: by whom, why, and what readers are told.

    An action called from a form records inside the form's own recording: it is one act with one number, and its rows
    carry the words of the form and then, where they say something else, those of the action. Nothing that was said is
    dropped. Raises TwoAuthors where the two name different people. Rows written outside any recording have no reason
    and no number; their author is who is signed in on the request, if any.
    """
    outer = _current.get()
    change = Change(by, reason, public_note) if outer is None else outer.holding(by, reason, public_note)
    with _during(change):
        yield change


@contextmanager
def recording_as(change: Change) -> Iterator[Change]:
    """As ``recording``, for a change that was decided before it is written: its number, people and moment are given.

    Raises TwoAuthors inside any other change: what one person confirmed is no part of what another one does.
    """
    if _current.get() is not None:
        raise TwoAuthors("A confirmed change is written by itself, not inside another act.")
    with _during(change):
        yield change


def change_at_hand() -> Change | None:
    """The change that is being recorded; None outside any."""
    return _current.get()


def act_at_hand() -> uuid.UUID | None:
    """Its number."""
    change = _current.get()
    return change.id if change else None


@contextmanager
def _during(change: Change) -> Iterator[None]:
    token = _current.set(change)
    try:
        yield
    finally:
        _current.reset(token)


class TrackedQuerySet(models.QuerySet):
    """Rows with history. Bulk writes are refused, because they would change rows without a version."""

    def _refuse(self, call: str, instead: str) -> NoReturn:
        raise UntrackedWrite(
            f"{self.model.__name__}.objects.{call}() writes no history. {instead}, so that every change is kept."
        )

    def accessible_by(self, user: User) -> TrackedQuerySet:
        """Those that a person of the team may see and edit, beside what the role allows (see editorial.models.access)."""
        rows: models.QuerySet[Any] = self
        return cast(TrackedQuerySet, accessible(rows, user))

    def update(self, **kwargs: object) -> NoReturn:
        self._refuse("update", "Load the rows and save() each")

    def bulk_update(self, *args: object, **kwargs: object) -> NoReturn:
        self._refuse("bulk_update", "Load the rows and save() each")

    def bulk_create(self, *args: object, **kwargs: object) -> NoReturn:
        self._refuse("bulk_create", "Save each row, or call editorial.models.create_many")


class TrackedVersion(models.Model):
    """What every version carries beside the fields themselves."""

    public_note = models.TextField(blank=True, default="", help_text="What readers are told about this change.")
    change_id = models.UUIDField(
        null=True, editable=False, db_index=True, help_text="Versions written by one act share this."
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The second person, who confirmed the change set that wrote this version.",
    )

    if TYPE_CHECKING:  # django-simple-history adds these
        history_id: int
        history_date: datetime
        history_type: str
        history_change_reason: str | None
        history_user: User | None
        history_user_id: int | None
        confirmed_by_id: int | None
        public_id: uuid.UUID
        instance: Tracked
        instance_type: type[Tracked]

    class Meta:
        abstract = True


class Tracked(models.Model):
    """A record with full history: each version keeps who, when, a private reason and a public note.

    Write inside ``recording(by=…, reason=…)``; the admin asks for the reason in every form. Saving a record
    in which nothing changed writes neither row nor version.

    A table whose rows are parts of another record (the parties of a statement) names its foreign key to that
    record in PART_OF (see parts). A changed part is a change of the whole.

    Every other table says in COUNTRY_PATH by which lookup its rows lead to the country they are about, "" where they
    are about none: people who are kept to some countries see and edit the rows of those, and the parts of these.

    FOUR_EYES says by what a second person sees its changes: a part has what its whole has (see parts.four_eyes_of).
    MAY_LIE_AHEAD names the fields whose day may still come: what is due, planned or granted. Any other is refused then.
    NEW_IS_UNSEEN says that readers see a new row only once something public names it: it is written at once, and
    becomes public with the change set or release that names it.
    SHOWN_ON names the part of the site on whose lists its rows stand. Beside these only pages of records that a row names
    show it, so that others may be kept when it changes (see editorial.actions.marking); "" where it may show anywhere.
    NOT_TOLD names the fields that no page, file or answer gives, each with the reason: the public log of facts is silent
    about them. Every other field is told to readers, and a test holds which these are.
    """

    PART_OF: ClassVar[str] = ""
    COUNTRY_PATH: ClassVar[str]
    FOUR_EYES: ClassVar[FourEyes] = FourEyes.CHANGE_SET
    NEW_IS_UNSEEN: ClassVar[bool] = False
    MAY_LIE_AHEAD: ClassVar[frozenset[str]] = frozenset()
    SHOWN_ON: ClassVar[str] = ""
    NOT_TOLD: ClassVar[Mapping[str, str]] = {}

    public_id = models.UUIDField(
        default=uuid.uuid4,
        unique=True,
        editable=False,
        help_text="Names the row for ever, in whichever database; its number does not.",
    )

    history = HistoricalRecords(
        inherit=True,
        bases=[TrackedVersion],
        history_change_reason_field=models.TextField(blank=True, default=""),
    )

    objects: ClassVar[Any] = TrackedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding and not kwargs.get("force_insert") and not self.changed_fields():
            return
        # the row, its version and the mark that readers' caches follow: all of them or none
        with transaction.atomic(savepoint=False):
            super().save(*args, **kwargs)

    def clean(self) -> None:
        """An address that once led to another record leads there for ever; nothing else may take it."""
        super().clean()
        slug = getattr(self, "slug", "")
        if not slug:
            return
        others = type(self).history.filter(slug=slug).exclude(id=self.pk).values("id")
        if type(self)._base_manager.filter(pk__in=others).exists():
            raise ValidationError({"slug": f"“{slug}” was the address of another record and still leads there."})

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Days of what has happened do not lie ahead."""
        super().clean_fields(exclude)
        self.refuse_days_ahead(exclude or ())

    def refuse_days_ahead(self, but: Collection[str] = ()) -> None:
        """Raises ValidationError, by field, for each day that has not come, where only what has happened is recorded."""
        if ahead := lying_ahead(self, self.MAY_LIE_AHEAD, but):
            raise ValidationError(ahead)

    @classmethod
    def rows_readers_see(cls, at: datetime) -> models.QuerySet[Self]:
        """The rows that readers may know of at a moment: all, unless the table says otherwise."""
        return cls._base_manager.all()

    def changed_fields(self) -> list[str]:
        """Names of the fields whose value differs from the stored row (all of them for a new record)."""
        fields = [f for f in self._meta.concrete_fields if not f.primary_key]
        stored = (
            type(self)._base_manager.filter(pk=self.pk).values_list(*(f.attname for f in fields)).first()
            if self.pk is not None
            else None
        )
        if stored is None:
            return [f.name for f in fields]
        return [
            f.name
            for f, old in zip(fields, stored, strict=True)
            if _comparable(f, getattr(self, f.attname)) != _comparable(f, old)
        ]

    def would_change(self, values: Mapping[str, object]) -> bool:
        """Whether any of these values, by field, is another than the one that this record holds."""
        for name, new in values.items():
            f = cast(models.Field, self._meta.get_field(name))
            new = new.pk if isinstance(new, models.Model) else new
            if _comparable(f, new) != _comparable(f, getattr(self, f.attname)):
                return True
        return False


def tracked_models() -> list[type[Tracked]]:
    """Every table whose rows have a history."""
    return [model for model in apps.get_models() if issubclass(model, Tracked)]


def _comparable(f: models.Field, value: Any) -> Any:
    """A value as the database would keep it, so that "2009" and 2009 are the same edition."""
    if value is None or hasattr(value, "resolve_expression"):
        return value
    return f.get_prep_value(f.to_python(value))


@receiver(pre_create_historical_record)
def _stamp_version(sender: type[models.Model], history_instance: TrackedVersion, **kwargs: object) -> None:
    """Give a new version the author, reason and note of the change it belongs to."""
    if TrackedVersion not in sender.__mro__:
        return
    change = _current.get()
    if change is None:
        history_instance.history_change_reason = history_instance.history_change_reason or ""
        return
    history_instance.change_id = change.id
    history_instance.public_note = change.public_note
    history_instance.history_change_reason = change.reason
    if change.by is not None:
        history_instance.history_user = change.by
    if change.at is not None:
        history_instance.history_date = change.at
    history_instance.confirmed_by = change.confirmed_by
    change.written.setdefault((history_instance.instance_type, history_instance.public_id))
