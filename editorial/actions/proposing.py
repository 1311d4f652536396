"""A change of facts is proposed: what an act would write is kept as a change set, and nothing of it is written.

The act runs as it always would, inside a savepoint. The versions that stand at its end become the rows of the set,
and the savepoint is undone: with it the rows, what follows from them, and what waited for the commit.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import transaction
from django.utils import timezone
from django.utils.text import capfirst

from editorial.history.deleted import name_of
from editorial.history.plain_values import Plain, PublicIds, plain_values
from editorial.models import (
    Change,
    ChangeRow,
    ChangeSet,
    ChangeSetState,
    RowKind,
    Tracked,
    TrackedVersion,
    User,
    country_path,
    recording_as,
    whole_of,
)
from editorial.models.guard import at_the_door
from editorial.models.trial import on_trial
from editorial.rules.transitions import Refused
from editorial.security_log import tell_if_committed

from .confirming import write_rows

T = TypeVar("T")
TITLE = 255  # characters of a title or label


class _Undone(Exception):
    """Leaves the savepoint of a capture. It never gets out of this module."""


@dataclass(frozen=True)
class Captured:
    """What became of one row at the end of an act that was undone."""

    model: type[Tracked]
    row_id: uuid.UUID
    whole_id: uuid.UUID
    subject_id: uuid.UUID | None
    label: str
    after: Plain | None


@dataclass(frozen=True)
class Drawn(Generic[T]):
    """What the act answered, and the rows of a set that is not kept yet."""

    answer: T
    rows: list[ChangeRow]


@dataclass(frozen=True)
class Proposal(Generic[T]):
    """What the act answered, and the set that was kept; None where the act wrote nothing or took all of it back."""

    answer: T
    change_set: ChangeSet | None


def propose(
    act: Callable[[], T], *, by: User, reason: str, public_note: str = "", amending: ChangeSet | None = None
) -> Proposal[T]:
    """Run an act, keep what it would write as a change set, and undo it.

    ``amending`` is an open set: its rows are written before the act, so that the act sees them, and the set takes
    what both come to. Whoever amends it is one of its authors. Where nothing is left it is taken back.
    Raises Refused for a set that is decided, and whatever the act raises; then nothing is kept.
    """
    with transaction.atomic():
        if amending is not None:
            amending = ChangeSet.objects.select_for_update().get(pk=amending.pk)
            if not amending.is_open:
                raise Refused(f"“{amending}” is decided; propose a new change.")
        first = list(amending.rows.all()) if amending is not None else ()
        drawn = draw_up(act, by=by, reason=reason, first=first)
        if amending is not None:
            amended = _amend(amending, drawn.rows, by=by, reason=reason, public_note=public_note)
            return Proposal(drawn.answer, amended)
        if not drawn.rows:
            return Proposal(drawn.answer, None)
        return Proposal(drawn.answer, keep(drawn.rows, by=by, reason=reason, public_note=public_note))


def draw_up(act: Callable[[], T], *, by: User, reason: str, first: Sequence[ChangeRow] = ()) -> Drawn[T]:
    """Run an act, take down what it would write, and undo it. Nothing is kept: ``keep`` does that, now or later.

    ``first`` are rows that are written before it. Raises whatever the act raises.
    """
    answer, captured = capture(act, Change(by, reason), first=first)
    return Drawn(answer, _rows(captured))


@transaction.atomic
def keep(rows: list[ChangeRow], *, by: User, reason: str, public_note: str = "") -> ChangeSet:
    """Keep rows that were drawn up as an open set of that person. There is at least one."""
    made: ChangeSet = ChangeSet.objects.create(
        title=_title(rows),
        reason=reason,
        public_note=public_note,
        proposed_at=timezone.now(),
        proposed_by=by,
    )
    made.authors.add(by)
    _keep(made, rows)
    tell_if_committed("change proposed", who=by, about=made.public_id, detail=f"{len(rows)} rows")
    return made


def capture(act: Callable[[], T], change: Change, *, first: Sequence[ChangeRow] = ()) -> tuple[T, list[Captured]]:
    """What an act would leave behind, and what it answered. Afterwards everything is as it was.

    ``first`` are rows that are written before it, so that the act sees them.
    Whatever the act puts into memory stays; a page that it made is complete or does not ask the database for it.
    """
    found: list[Captured] = []
    answers: list[T] = []
    with suppress(_Undone), transaction.atomic(), at_the_door(), on_trial():
        with recording_as(change):
            if first:
                write_rows(list(first))
            answers.append(act())
        found = _captured(change)
        raise _Undone
    return answers[0], found


def _captured(change: Change) -> list[Captured]:
    """Each row that the change wrote, as its last version left it, in the order in which it was first written."""
    found = []
    subjects = _subjects(change.written)
    newest: dict[uuid.UUID, TrackedVersion] = {
        version.public_id: version
        for model in _by_table(change.written)
        for version in model.history.filter(change_id=change.id).order_by("history_id")
    }
    known: PublicIds = {}
    for model, row_id in change.written:
        if (version := newest.get(row_id)) is None:  # undone inside the act
            continue
        is_gone = version.history_type == "-"
        found.append(
            Captured(
                model=model,
                row_id=row_id,
                whole_id=_whole_id(version, model),
                subject_id=subjects.get(row_id),
                label=f"{model._meta.verbose_name}: {name_of(model, version)}"[:TITLE],
                after=None if is_gone else plain_values(version, model, known),
            )
        )
    return found


def _whole_id(version: TrackedVersion, model: type[Tracked]) -> uuid.UUID:
    """The public id of the whole, also where whole and part went together."""
    whole = whole_of(model)
    if whole is None:
        return version.public_id
    number = getattr(version, f"{model.PART_OF}_id")
    rows = whole._base_manager.filter(pk=number).values_list("public_id", flat=True)
    found: uuid.UUID = rows.first() or whole.history.filter(id=number).values_list("public_id", flat=True).first()
    return found


def _subjects(rows: Iterable[tuple[type[Tracked], uuid.UUID]]) -> dict[uuid.UUID, uuid.UUID]:
    """The country that each row is about as it is stored at this moment, one question a table. Rows that are about none,
    or gone, are not in it."""
    found: dict[uuid.UUID, uuid.UUID] = {}
    for model, ids in _by_table(rows).items():
        if path := country_path(model):
            stored = model._base_manager.filter(public_id__in=ids).order_by()
            about = stored.values_list("public_id", f"{path}__public_id")
            found |= {row_id: country for row_id, country in about if country is not None}
    return found


def _by_table(rows: Iterable[tuple[type[Tracked], uuid.UUID]]) -> dict[type[Tracked], list[uuid.UUID]]:
    found: dict[type[Tracked], list[uuid.UUID]] = {}
    for model, row_id in rows:
        found.setdefault(model, []).append(row_id)
    return found


def _rows(captured: list[Captured]) -> list[ChangeRow]:
    """Rows of a set. What was there before is read now that the act is undone; a row that comes to nothing is left out."""
    rows: list[ChangeRow] = []
    written = [(one.model, one.row_id) for one in captured]
    subjects = _subjects(written)
    stored_rows: dict[uuid.UUID, Tracked] = {}
    for model, ids in _by_table(written).items():
        stored_rows |= {row.public_id: row for row in model._base_manager.filter(public_id__in=ids).order_by()}
    for one in captured:
        stored = stored_rows.get(one.row_id)
        before = plain_values(stored, one.model) if stored is not None else None
        was_about = subjects.get(one.row_id)
        if before == one.after:
            continue
        kind = RowKind.CREATED if before is None else RowKind.DELETED if one.after is None else RowKind.CHANGED
        rows.append(
            ChangeRow(
                order=len(rows) + 1,
                kind=kind,
                table=one.model._meta.label_lower,
                row_id=one.row_id,
                whole_id=one.whole_id,
                subject_id=one.subject_id or was_about,
                former_subject_id=was_about if was_about != one.subject_id else None,
                label=one.label,
                before=before,
                after=one.after,
            )
        )
    return rows


def _title(rows: list[ChangeRow]) -> str:
    """What a set is about: its first record that readers would see by itself, and how many more there are."""
    first = next((row for row in rows if not row.model.NEW_IS_UNSEEN), rows[0])
    more = len({row.whole_id for row in rows if not row.model.NEW_IS_UNSEEN or row is first}) - 1
    said = f", and {more} more" if more > 0 else ""
    return f"{capfirst(first.label)[: TITLE - len(said)]}{said}"


def _keep(made: ChangeSet, rows: list[ChangeRow]) -> None:
    for row in rows:
        row.change_set = made
    ChangeRow.objects.bulk_create(rows)


def _amend(
    amended: ChangeSet, rows: list[ChangeRow], *, by: User, reason: str, public_note: str
) -> ChangeSet | None:
    amended.rows.all().delete()
    amended.authors.add(by)
    amended.revision += 1
    if not rows:
        amended.state = ChangeSetState.TAKEN_BACK
        amended.decided_at, amended.decided_by = timezone.now(), by
        amended.save()
        return None
    amended.title, amended.reason = _title(rows), reason
    amended.public_note = public_note
    amended.save()
    _keep(amended, rows)
    return amended
