"""Taking an import back: the draft and the sources it brought, as long as nobody has built on them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from countries.models import CountryProfile
from editorial.actions.imported_sources import imported_sources, take_back
from editorial.models import Status, User, recording
from editorial.rules.explained import shown
from editorial.rules.transitions import Refused


@dataclass(frozen=True)
class UndoneImport:
    """What an undo removed, and which sources it had to keep, each with the reason."""

    profile: str
    deleted: tuple[str, ...]  # keys of sources
    kept: tuple[tuple[str, str], ...]  # key and reason


def undo_blockers(profile: CountryProfile) -> list[str]:
    """What stands against undoing the import of a profile, a sentence each. Empty: it can be undone."""
    if not profile.imported_sha256:
        return ["This edition was written here, not imported."]
    found = []
    if count := profile.releases.count():
        found.append(f"It was published ({count} release{'s' * (count > 1)}); what was published stays published.")
    elif profile.status != Status.DRAFT:
        found.append(f"It is {profile.get_status_display().lower()}; only a draft can be taken back.")
    for version in profile.history.order_by("history_date", "history_id")[1:6]:
        who, why = version.history_user or "the system", version.history_change_reason
        found.append(
            f"{who} changed it on {shown(version.history_date)}{f': “{why}”' if why else ''}. "
            "Correct the draft instead, or delete it if nothing in it is needed."
        )
    return found


@transaction.atomic
def undo_import(*, profile: CountryProfile, by: User, reason: str) -> UndoneImport:
    """Delete the imported draft, and those of its sources that nobody else uses and nobody has edited.

    Raises Refused, naming everything in the way; then nothing is deleted. History keeps every version.
    """
    locked = CountryProfile.objects.select_for_update().get(pk=profile.pk)
    if blockers := undo_blockers(locked):
        raise Refused("This import cannot be undone.", blockers)
    if not reason.strip():
        raise Refused("Say why the import is undone: the history keeps it.")
    sources = imported_sources(locked)
    name = str(locked)
    with recording(by=by, reason=reason):
        locked.delete()
        deleted, kept = take_back(sources)
    return UndoneImport(name, deleted, kept)
