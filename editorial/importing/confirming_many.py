"""A set of thousands of rows is confirmed in the background: tried row by row in a copy, written together in seconds.

What takes the time is to check each row as a form would. That is done where it stands in nobody's way (in_a_copy); if
nobody has confirmed anything meanwhile, it holds, and the rows are stored with their versions in a few statements.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError, transaction
from django.db.models import prefetch_related_objects
from django.urls import reverse

from editorial.actions.confirming import (
    CHANGED_SINCE,
    Conflict,
    Conflicts,
    compared,
    confirm,
    fingerprint,
    write_rows,
)
from editorial.actions.in_a_copy import in_a_copy
from editorial.actions.job_kinds import Work
from editorial.history.plain_values import Numbers, set_values
from editorial.models import (
    Change,
    ChangeRow,
    ChangeSet,
    ChangeSetState,
    RowKind,
    Tracked,
    create_many,
    recording_as,
)
from editorial.models.guard import at_the_door
from editorial.models.trial import on_trial
from editorial.rules.transitions import Refused
from editorial.search import indexed_once

from .sheet_records import named_first

MANY = 1_000
"""Rows of a set beyond which it is confirmed in the background: so many are written while a person waits."""
TRIES = 3


class _Undone(Exception):
    """Leaves a trial. It never gets out of this module."""


class _Meanwhile(Exception):
    """Somebody else has confirmed something since the trial began."""


def confirm_set(work: Work) -> None:
    """The work of the kind “confirm”: ``given`` has the number of the set, what was read of it, and the words to it.

    Raises Refused and Conflicts as ``confirm`` does.
    """
    by, given = work.job.asked_by, work.given
    assert by is not None  # noqa: S101 - a person asks for it
    change_set = ChangeSet.objects.get(pk=given["change_set"])
    for _ in range(TRIES):
        with in_a_copy():
            before = _confirmed()
            revision = _try(change_set, given["read"], work)
        ready = ReadyToWrite.of(change_set)

        def write(rows: list[ChangeRow], before: int = before, ready: ReadyToWrite = ready) -> None:
            if _confirmed() != before + 1:  # this one is, in this transaction, which nobody else writes beside
                raise _Meanwhile
            write_together(rows, ready)

        # what the search finds follows once the rows are there for all, record by record: it takes as long as they do
        with suppress(_Meanwhile), indexed_once(), work.finishing() as end:
            confirm(
                change_set=change_set,
                by=by,
                read=given["read"],
                words=given["words"],
                write=write,
                compared_at=revision,
            )
            page = reverse("admin:editorial_changeset_change", args=[change_set.pk])
            end(f"Confirmed. Readers see it now: {change_set}.", leads_to=page)
            return
    raise Refused("Others confirmed changes each time this was ready. Have it done again when it is quieter.")


def _confirmed() -> int:
    """How many changes were ever confirmed: where it is another number, what was tried before may not hold any more."""
    number: int = ChangeSet.objects.filter(state=ChangeSetState.CONFIRMED).count()
    return number


def _try(change_set: ChangeSet, read: str, work: Work) -> int:
    """Write the rows as ever, and undo it; answers the revision that was tried. Raises Conflicts, or Refused for a set that
    is not the one that was read."""
    current = ChangeSet.objects.get(pk=change_set.pk)
    if fingerprint(current) != read:
        raise Refused(CHANGED_SINCE)
    rows = list(current.rows.all())
    change = Change(current.proposed_by, current.reason)
    with suppress(_Undone), transaction.atomic(), at_the_door(), on_trial(), recording_as(change):
        write_rows(rows, lambda done: work.tell("Checked", done, len(rows)))
        raise _Undone
    work.tell("Written", 0, len(rows))
    return current.revision


@dataclass
class ReadyToWrite:
    """The new records of a set by table, made before anybody has to wait; None where rows are written in their order.

    A table comes after those that its rows name. What they name is read as well, since followers ask for it.
    """

    tables: list[tuple[type[Tracked], list[ChangeRow]]] | None
    numbers: Numbers

    @classmethod
    def of(cls, change_set: ChangeSet) -> ReadyToWrite:
        rows = list(change_set.rows.all())
        created = [row for row in rows if row.kind == RowKind.CREATED]
        if any(row.kind == RowKind.DELETED for row in rows) or _names_its_own(created):
            return cls(None, {})
        by_table: dict[type[Tracked], list[ChangeRow]] = defaultdict(list)
        for row in created:
            by_table[row.model].append(row)
        return cls([(model, by_table[model]) for model in named_first(by_table)], {})


def write_together(rows: list[ChangeRow], ready: ReadyToWrite) -> None:
    """Write rows that hold, inside a recording: what is new of each table in a few statements, the rest one by one.

    Raises Conflicts where a changed row is another by now, or the database refuses. What deletes rows, or names new rows
    of its own table, is written in its order.
    """
    if ready.tables is None:
        write_rows(rows)
        return
    numbers = ready.numbers
    try:
        with transaction.atomic():
            for model, new in ready.tables:
                records = [_made(row, numbers) for row in new]
                names = [f.name for f in model._meta.concrete_fields if f.many_to_one]
                prefetch_related_objects(records, *names)
                create_many(records)
                numbers.update(((model, str(record.public_id)), record.pk) for record in records)
            _write_changed([row for row in rows if row.kind == RowKind.CHANGED], numbers)
    except DatabaseError as problem:
        raise Conflicts([Conflict("The rows together", str(problem).splitlines()[0])]) from None


def _names_its_own(created: list[ChangeRow]) -> bool:
    """Whether a new row names a new one of the same table, or has been there before and keeps its number."""
    new = {(row.model, str(row.row_id)) for row in created}
    own = {
        model: [f.name for f in model._meta.concrete_fields if f.related_model is model]
        for model in {row.model for row in created}
    }
    if any((row.model, str((row.after or {}).get(name))) in new for row in created for name in own[row.model]):
        return True
    ids: dict[type[Tracked], list[UUID]] = defaultdict(list)
    for row in created:
        ids[row.model].append(row.row_id)
    return any(model.history.filter(public_id__in=some).exists() for model, some in ids.items())


def _made(row: ChangeRow, numbers: Numbers) -> Tracked:
    record: Tracked = row.model()
    record.public_id = row.row_id
    set_values(record, row.after or {}, row.after or {}, numbers)
    return record


def _write_changed(rows: list[ChangeRow], numbers: Numbers) -> None:
    found: list[Conflict] = []
    for row in rows:
        stored = row.model._base_manager.select_for_update().order_by().filter(public_id=row.row_id).first()
        if stored is None:
            found.append(Conflict(row.label, "It was deleted meanwhile."))
            continue
        changed, against = compared(row, stored)
        found += against
        if not against:
            set_values(stored, row.after or {}, changed, numbers)
            stored.save()
    if found:
        raise Conflicts(found)
