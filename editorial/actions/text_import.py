"""Taking the import of a text back: the draft, its parts and the sources it brought, while nobody has built on them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from editorial.models import Publishable, Status, User, parts_of, recording, release_relation
from editorial.rules.explained import shown
from editorial.rules.transitions import Refused
from editorial.security_log import tell_if_committed

from .imported_sources import imported_sources, take_back


@dataclass(frozen=True)
class UndoneImport:
    """What an undo removed, and which sources it had to keep, each with the reason."""

    record: str
    parts: int
    deleted: tuple[str, ...]  # keys of sources
    kept: tuple[tuple[str, str], ...]  # key and reason


def undo_blockers(record: Publishable) -> list[str]:
    """What stands against undoing the import of a record, a sentence each. Empty: it can be undone."""
    if not getattr(record, "imported_sha256", ""):
        return [f"This {record._meta.verbose_name} was written here, not imported."]
    found = []
    releases = release_relation(type(record))
    if count := releases.related_model._base_manager.filter(**{releases.field.name: record}).count():
        found.append(f"It was published ({count} release{'s' * (count > 1)}); what was published stays published.")
    elif record.status != Status.DRAFT:
        found.append(f"It is {Status(record.status).label.lower()}; only a draft can be taken back.")
    return [*found, *_later_changes(record)]


def _later_changes(record: Publishable) -> list[str]:
    """Who changed the record or its parts after the import, the first five."""
    versions = list(record.history.order_by("history_date", "history_id"))
    imported_in = versions[0].change_id if versions else None
    later = [(version, "it") for version in versions[1:]]
    for table, key in parts_of(type(record)):
        rows = table.history.filter(**{f"{key}_id": record.pk}).exclude(change_id=imported_in)
        later += [(version, f"its {table._meta.verbose_name_plural}") for version in rows]
    found = []
    for version, what in sorted(later, key=lambda each: (each[0].history_date, each[0].history_id))[:5]:
        who, why = version.history_user or "the system", version.history_change_reason
        found.append(
            f"{who} changed {what} on {shown(version.history_date)}{f': “{why}”' if why else ''}. "
            "Correct the draft instead, or delete it if nothing in it is needed."
        )
    return found


@transaction.atomic
def undo_import(*, record: Publishable, by: User, reason: str) -> UndoneImport:
    """Delete the imported draft with its parts, and those of its sources that nobody else uses or has edited.

    Raises Refused, naming everything in the way; then nothing is deleted. History keeps every version.
    """
    locked: Publishable = type(record).objects.select_for_update().get(pk=record.pk)
    if blockers := undo_blockers(locked):
        raise Refused("This import cannot be undone.", blockers)
    if not reason.strip():
        raise Refused("Say why the import is undone: the history keeps it.")
    sources = imported_sources(locked)
    name, number = str(locked), record.pk
    with recording(by=by, reason=reason):
        tables = parts_of(type(locked))
        parts = [part for table, key in tables for part in table.objects.filter(**{f"{key}_id": locked.pk})]
        for part in parts:
            part.delete()
        locked.delete()
        deleted, kept = take_back(sources)
    tell_if_committed("import undone", who=by, about=f"{type(record)._meta.label_lower} {number}")
    return UndoneImport(name, len(parts), deleted, kept)
