"""A change set is decided: confirmed by a second person, declined, or taken back by its author.

Confirming is the only way by which a proposed change becomes rows. It writes them again through ``save()`` and
``delete()``, so that everything that hangs on a row follows as it always does.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from editorial.actions.reviewing import refuse_open_comments
from editorial.history.plain_values import Gone, plain_values, set_values
from editorial.models import (
    Change,
    ChangeRow,
    ChangeSet,
    ChangeSetState,
    PublicationCounter,
    Source,
    Tracked,
    User,
    parts_of,
    recording_as,
)
from editorial.models.guard import at_the_door
from editorial.queries.doubts import doubts_about
from editorial.queries.told_rows import rows_seen, says_something
from editorial.queries.unsourced_rows import unsourced_rows
from editorial.rules.transitions import Refused
from editorial.security_log import tell_if_committed

CHANGED_SINCE = "This was changed since you opened it. Read it again: nothing was confirmed."
ONE_AT_A_TIME = 0x43434D  # the number of the advisory lock that every write of facts takes


@dataclass(frozen=True)
class Conflict:
    """Why a row cannot be written: somebody changed it meanwhile, or a rule stands against it."""

    label: str
    words: str

    def __str__(self) -> str:
        return f"{self.label}: {self.words}"


class Conflicts(Refused):
    """A set does not fit what is stored by now. Nothing of it was written."""

    def __init__(self, found: Iterable[Conflict]) -> None:
        super().__init__(
            "This cannot be confirmed as it is: what is stored has changed since it was proposed, or a rule stands "
            "against it.",
            [str(one) for one in found],
        )


def fingerprint(change_set: ChangeSet) -> str:
    """SHA-256 over all that confirming would make public: rows, words, and the sources that the rows name.

    The page of a set carries it, and confirming is refused when it has become another: what is confirmed is exactly
    what was read.
    """
    rows = [
        [row.order, row.kind, row.table, str(row.row_id), row.before, row.after] for row in change_set.rows.all()
    ]
    sources = [[str(source.public_id), plain_values(source, Source)] for source in sources_named(change_set)]
    said = [str(change_set.public_id), change_set.revision, change_set.reason, change_set.public_note]
    return hashlib.sha256(json.dumps([said, rows, sources], sort_keys=True).encode()).hexdigest()


def sources_named(change_set: ChangeSet) -> list[Source]:
    """The sources that its rows name by a key, in the order of the library: what confirming makes public with them."""
    named = set()
    for row in change_set.rows.all():
        for f in row.model._meta.concrete_fields:
            if f.related_model is Source and (row.after or {}).get(f.name):
                named.add(row.after[f.name])
    return list(Source.objects.filter(public_id__in=named).order_by("key"))


def confirm(
    *,
    change_set: ChangeSet,
    by: User,
    read: str,
    words: str = "",
    only: Collection[UUID] | None = None,
    write: Callable[[list[ChangeRow]], None] | None = None,
    compared_at: int | None = None,
) -> None:
    """Write the rows of an open set, in one transaction, at one moment, under both names.

    ``read`` is the fingerprint of what the person has read; ``only`` are the records (by the public id of the whole)
    that are taken, all where it is None. What is left out is kept as that, with words. ``write`` is how the rows are
    written, where not one by one, and ``compared_at`` the revision of which the fingerprint was compared a moment ago, so
    that nobody waits for that (editorial.importing.confirming_many).
    Raises Refused where the set was decided or amended meanwhile, a comment on it is open, the person is one of its
    authors (a team that has turned MONITOR_REVIEWER_MUST_DIFFER off has the waiver noted) or says nothing to what is
    improbable, and Conflicts, naming field and values, where it does not fit what is stored by now.
    """
    with _deciding(change_set, read, compared_at) as current:
        is_author = current.is_author(by)
        if is_author and settings.MONITOR_REVIEWER_MUST_DIFFER:
            raise Refused("You wrote in this. A second person confirms it.")
        refuse_open_comments(current)
        current.waived = is_author
        _leave_out(current, only, words)
        _decide(current, ChangeSetState.CONFIRMED, by=by, words=words)
        _carry_out(current, confirmed_by=by, write=write or write_rows)


def hurry(*, change_set: ChangeSet, by: User, read: str, words: str) -> None:
    """An author lets readers see an open set at once, because it cannot wait; a second person reads it afterwards.

    Raises Refused without words, and as ``confirm`` does.
    """
    if not words.strip():
        raise Refused("Say why this cannot wait: whoever reads it afterwards wants to know.")
    with _deciding(change_set, read) as current:
        if not current.is_author(by):
            raise Refused("Only who wrote in it can say that it cannot wait. You can confirm it.")
        current.urgent = True
        _decide(current, ChangeSetState.CONFIRMED, by=by, words=words)
        _carry_out(current, confirmed_by=None, write=write_rows)


def note_read(*, change_set: ChangeSet, by: User, words: str = "") -> None:
    """A second person has read what could not wait. Raises Refused for its authors, and where there is nothing to read.

    Whoever disagrees proposes another change: what readers have seen is not taken back without a trace.
    """
    with transaction.atomic():
        current = ChangeSet.objects.select_for_update().get(pk=change_set.pk)
        if not current.urgent or current.reviewed_at is not None:
            raise Refused(f"Nobody has to read “{current}” afterwards, or somebody has.")
        if current.is_author(by):
            raise Refused("You wrote in this. A second person reads it.")
        current.reviewed_at, current.reviewed_by, current.review_words = timezone.now(), by, words.strip()
        current.save()
        PublicationCounter.note_change(["changes"])  # the public log says that it has been read
    change_set.refresh_from_db()


@contextmanager
def _deciding(change_set: ChangeSet, read: str, compared_at: int | None = None) -> Iterator[ChangeSet]:
    """The set as it is stored, locked, open and as it was read. The one given is up to date afterwards."""
    with transaction.atomic():
        one_at_a_time()
        current = ChangeSet.objects.select_for_update().get(pk=change_set.pk)
        if not current.is_open:
            raise Refused(f"“{current}” is {current.get_state_display().lower()} already.")
        is_read = current.revision == compared_at if compared_at is not None else fingerprint(current) == read
        if not is_read:
            raise Refused(CHANGED_SINCE)
        yield current
    change_set.refresh_from_db()


def _leave_out(current: ChangeSet, only: Collection[UUID] | None, words: str) -> None:
    left = current.rows.exclude(whole_id__in=only) if only is not None else current.rows.none()
    if only is None or not left.exists():
        return
    if not current.rows.filter(whole_id__in=only).exists():
        raise Refused("Nothing is chosen. Choose what is confirmed, or decline it.")
    if not words.strip():
        raise Refused("Say why the rest is left out: its author reads it.")
    left.update(left_out=True)


def _carry_out(current: ChangeSet, *, confirmed_by: User | None, write: Callable[[list[ChangeRow]], None]) -> None:
    change = Change(
        current.proposed_by,
        current.reason,
        current.public_note,
        id=current.public_id,
        confirmed_by=confirmed_by,
        at=current.decided_at,
    )
    rows = list(current.rows.filter(left_out=False))
    if against := without_source(rows):
        raise Conflicts(against)
    if not current.decision_words and (improbable := doubts_about(rows)):
        raise Refused("This is improbable. If it is right, say in words why.", map(str, improbable))
    at = current.decided_at or timezone.now()
    seen = rows_seen(rows, at)
    with recording_as(change), at_the_door():
        write(rows)
    _note_what_is_told(rows, seen, rows_seen(rows, at))


def without_source(rows: list[ChangeRow]) -> list[Conflict]:
    """What readers would be told without a source: nobody confirms that."""
    words = "No source is named. Readers see no fact without one; until then this stays a proposal."
    return [Conflict(row.label, words) for row in unsourced_rows(rows)]


def _note_what_is_told(rows: Iterable[ChangeRow], before: Collection[UUID], after: Collection[UUID]) -> None:
    """Which rows the public log has a line of: what readers saw at this moment cannot be asked later."""
    by_what: dict[tuple[bool, bool], list[int]] = defaultdict(list)
    for row in filter(says_something, rows):
        by_what[row.row_id in before, row.row_id in after].append(row.pk)
    for (told_before, told_after), pks in by_what.items():
        ChangeRow.objects.filter(pk__in=pks).update(told_before=told_before, told_after=told_after)


def decline(*, change_set: ChangeSet, by: User, words: str) -> None:
    """Say no to an open set, with words that its authors read. Raises Refused without them."""
    if not words.strip():
        raise Refused("Say why this is declined: its author reads it.")
    _end(change_set, ChangeSetState.DECLINED, by=by, words=words)


def take_back(*, change_set: ChangeSet, by: User, words: str = "") -> None:
    """One of its authors gives up an open set. Raises Refused for anybody else."""
    if not change_set.is_author(by):
        raise Refused("Only who wrote in it takes it back. You can decline it.")
    _end(change_set, ChangeSetState.TAKEN_BACK, by=by, words=words)


def one_at_a_time(lock: int = ONE_AT_A_TIME) -> None:
    """Wait until nobody else is writing facts (or holds another such lock), until the end of the transaction.

    Two sets, each allowed by itself, could otherwise be confirmed at the same moment and together leave an order of
    acts that the treaty forbids: neither transaction sees the other. SQLite lets one write at a time by itself.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [lock])


def _end(change_set: ChangeSet, state: ChangeSetState, *, by: User, words: str) -> None:
    with transaction.atomic():
        current = ChangeSet.objects.select_for_update().get(pk=change_set.pk)
        if not current.is_open:
            raise Refused(f"“{current}” is {current.get_state_display().lower()} already.")
        _decide(current, state, by=by, words=words)
    change_set.refresh_from_db()


def _decide(current: ChangeSet, state: ChangeSetState, *, by: User, words: str) -> None:
    current.state = state
    current.decided_by, current.decided_at, current.decision_words = by, timezone.now(), words.strip()
    current.save()
    done = "shown at once" if current.urgent else state.label.lower()
    tell_if_committed(f"change {done}", who=by, about=current.public_id)


# ---------------------------------------------------------------------- writing


def write_rows(rows: list[ChangeRow], tell: Callable[[int], object] = lambda done: None) -> None:
    """Write the rows of a set, inside a recording. Raises Conflicts with every row that does not fit, at the end.

    Field by field: only what the set changed is written, and only over what it was proposed against. Another field
    that somebody changed meanwhile stays as it is. ``tell`` is told how many are done.
    """
    found: list[Conflict] = []
    for done, row in enumerate(rows):
        tell(done)
        try:
            with transaction.atomic():
                _write(row, found)
        except ValidationError as problem:
            found += [Conflict(row.label, words) for words in problem.messages]
        except ProtectedError as problem:
            named = ", ".join(sorted({str(one) for one in problem.protected_objects})[:3])
            found.append(Conflict(row.label, f"It cannot be deleted while {named} names it."))
        except Gone as gone:
            table = gone.args[0]._meta.verbose_name
            found.append(Conflict(row.label, f"It names a {table} that is not there."))
        except DatabaseError as problem:
            found.append(Conflict(row.label, str(problem).splitlines()[0]))
    if found:
        raise Conflicts(found)
    _ask_what_waits()


def _ask_what_waits() -> None:
    """What the database would only check at the end, it checks now: a refusal is told, and never a failed page."""
    if connection.vendor == "postgresql":
        try:
            with transaction.atomic():
                connection.check_constraints()
        except DatabaseError as problem:
            raise Conflicts([Conflict("The rows together", str(problem).splitlines()[0])]) from None


def _write(row: ChangeRow, found: list[Conflict]) -> None:
    model, label = row.model, row.label
    stored = model._base_manager.select_for_update().order_by().filter(public_id=row.row_id).first()
    if row.after is None:
        _delete(row, stored, found)
    elif row.before is None:
        if stored is not None:
            found.append(Conflict(label, "It is there already."))
        else:
            _create(row)
    elif stored is None:
        found.append(Conflict(label, "It was deleted meanwhile."))
    else:
        changed, against = compared(row, stored)
        found += against
        if not against:
            set_values(stored, row.after, changed)
            _save(stored)


def compared(row: ChangeRow, stored: Tracked) -> tuple[list[str], list[Conflict]]:
    """The fields of a stored row that a changed one changes, and what stands against it by now."""
    before, after, now = row.before or {}, row.after or {}, plain_values(stored, row.model)
    changed = [name for name in after if after[name] != before.get(name)]
    against = []
    for name in changed:
        if now[name] not in (before.get(name), after[name]):
            f: Any = row.model._meta.get_field(name)
            words = (
                f"{f.verbose_name}: was {_said(before.get(name))} when this was proposed, is {_said(now[name])} now; "
                f"proposed is {_said(after[name])}."
            )
            against.append(Conflict(row.label, words))
    return changed, against


def _said(value: object) -> str:
    return "empty" if value in (None, "") else f"“{value}”"


def _create(row: ChangeRow) -> None:
    model = row.model
    record: Tracked = model()
    record.public_id = row.row_id
    # what is brought back keeps the number under which its history stands
    record.pk = model.history.filter(public_id=row.row_id).values_list("id", flat=True).first()
    set_values(record, row.after or {}, row.after or {})
    _save(record, force_insert=True)


def _save(record: Tracked, **kwargs: bool) -> None:
    """Everything that a form would have checked is checked again against what is stored by now.

    What only the database can tell it tells when it is saved; what it refuses is asked again, for the words.
    """
    record.refuse_days_ahead()
    record.clean()
    try:
        with transaction.atomic():
            record.save(**kwargs)
    except IntegrityError:
        record.validate_unique()
        record.validate_constraints()
        raise


def _delete(row: ChangeRow, stored: Tracked | None, found: list[Conflict]) -> None:
    if stored is None:
        return
    if plain_values(stored, row.model) != row.before:
        found.append(Conflict(row.label, "It was changed meanwhile; look at it again before it is deleted."))
        return
    for part in parts_of(row.model):  # those that were there are rows of the set, and deleted before it
        if part.model._base_manager.filter(**{part.key: stored.pk}).exists():
            words = f"A {part.model._meta.verbose_name} was added to it meanwhile."
            found.append(Conflict(row.label, words))
            return
    stored.delete()
