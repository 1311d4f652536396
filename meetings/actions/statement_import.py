"""Taking an import back: the draft, its parties and the sources it brought, as long as nobody has built on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from editorial.actions.imported_sources import imported_sources, take_back
from editorial.models import Status, User, parts_of, recording
from editorial.rules.explained import shown
from editorial.rules.transitions import Refused
from meetings.models import Statement


@dataclass(frozen=True)
class UndoneImport:
    """What an undo removed, and which sources it had to keep, each with the reason."""

    statement: str
    parties: int
    deleted: tuple[str, ...]  # keys of sources
    kept: tuple[tuple[str, str], ...]  # key and reason


def undo_blockers(statement: Statement) -> list[str]:
    """What stands against undoing the import of a statement, a sentence each. Empty: it can be undone."""
    if not statement.imported_sha256:
        return ["This statement was written here, not imported."]
    found = []
    if count := statement.releases.count():
        found.append(f"It was published ({count} release{'s' * (count > 1)}); what was published stays published.")
    elif statement.status != Status.DRAFT:
        found.append(f"It is {statement.get_status_display().lower()}; only a draft can be taken back.")
    versions = list(statement.history.order_by("history_date", "history_id"))
    imported_in = versions[0].change_id if versions else None
    later = [(version, "it") for version in versions[1:]]
    table: Any
    for table, field in parts_of(Statement):
        for version in table.history.filter(**{f"{field}_id": statement.pk}).exclude(change_id=imported_in):
            later.append((version, f"its {table._meta.verbose_name_plural}"))
    for version, what in sorted(later, key=lambda each: (each[0].history_date, each[0].history_id))[:5]:
        who, why = version.history_user or "the system", version.history_change_reason
        found.append(
            f"{who} changed {what} on {shown(version.history_date)}{f': “{why}”' if why else ''}. "
            "Correct the draft instead, or delete it if nothing in it is needed."
        )
    return found


@transaction.atomic
def undo_import(*, statement: Statement, by: User, reason: str) -> UndoneImport:
    """Delete the imported draft with its parties, and those of its sources that nobody else uses or has edited.

    Raises Refused, naming everything in the way; then nothing is deleted. History keeps every version.
    """
    locked = Statement.objects.select_for_update().get(pk=statement.pk)
    if blockers := undo_blockers(locked):
        raise Refused("This import cannot be undone.", blockers)
    if not reason.strip():
        raise Refused("Say why the import is undone: the history keeps it.")
    sources = imported_sources(locked)
    name = str(locked)
    with recording(by=by, reason=reason):
        parties = list(locked.parties.all())
        for party in parties:
            party.delete()
        locked.delete()
        deleted, kept = take_back(sources)
    return UndoneImport(name, len(parties), deleted, kept)
