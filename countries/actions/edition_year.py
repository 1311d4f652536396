"""A whole edition year: start it from the one before, confirm its sections, release it together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from countries.models import CountryProfile, SectionConfirmation
from countries.queries.edition_work import published_words
from editorial.actions.audit import note
from editorial.actions.publishing import ready
from editorial.actions.sealing import seal_together
from editorial.models import AuditAction, ChangeKind, Release, Status, User, recording
from editorial.rules.transitions import Refused
from editorial.texts import parse

from .country_profile import publish_edition


@dataclass
class StartReport:
    """Which editions were begun and which were there already."""

    created: list[CountryProfile] = field(default_factory=list)
    existing: list[CountryProfile] = field(default_factory=list)


@transaction.atomic
def start_edition(
    *, edition: int, since: int, by: User, reason: str, country: str = "", region: str = "", theme: str = ""
) -> StartReport:
    """Begin an edition year as drafts with the words that the edition ``since`` was published with.

    ``country`` (ISO 3166 alpha-3), ``region`` and ``theme`` (slug) narrow it; without them all are begun. Only what the
    person may edit is begun; what exists is left as it is. Raises Refused where there is nothing to start from.
    """
    if edition <= since:
        raise Refused(f"Edition {edition} cannot be started from {since}: name an earlier year.")
    found = CountryProfile.objects.accessible_by(by).filter(edition=since).exclude(status=Status.WITHDRAWN)
    for lookup, value in (("country__iso3", country), ("country__region", region), ("theme__slug", theme)):
        if value:
            found = found.filter(**{lookup: value})
    rows = list(found.select_related("country", "theme").order_by("country__name", "theme", "language"))
    if not rows:
        raise Refused(
            f"There is no profile of {since} that you may start from. Check the country, region and theme."
        )
    there = {
        (one.country_id, one.theme_id, one.language): one
        for one in CountryProfile.objects.filter(edition=edition).select_related("country", "theme").defer("text")
    }
    report = StartReport()
    with recording(by=by, reason=reason):
        for row in rows:
            if existing := there.get((row.country_id, row.theme_id, row.language)):
                report.existing.append(existing)
                continue
            lead, text = published_words(row)
            report.created.append(
                CountryProfile.objects.create(
                    country=row.country,
                    theme=row.theme,
                    edition=edition,
                    language=row.language,
                    lead=lead,
                    text=text,
                    rolled_from=row,
                )
            )
    return report


@transaction.atomic
def confirm_section(*, profile: CountryProfile, text_key: str, by: User, at: datetime) -> SectionConfirmation:
    """Say of a section, in its present words, that it still holds. Raises Refused if it has changed meanwhile."""
    current = CountryProfile.objects.select_for_update().get(pk=profile.pk)
    section = next((one for one in parse(current.text).sections if one.text_key == text_key), None)
    if section is None:
        raise Refused("This section has changed since you opened the page. Read it again, then confirm.")
    made: SectionConfirmation = SectionConfirmation.objects.create(
        profile=current, text_key=text_key, title=section.title[:255], by=by, at=at
    )
    return made


@transaction.atomic
def freeze_edition(
    *,
    edition: int,
    by: User,
    reason: str,
    theme: str = "",
    language: str = "",
    public_note: str = "",
    visible_from: datetime | None = None,
    tell: Callable[[str, int, int], object] = lambda *step: None,
) -> list[Any]:
    """Release every profile of an edition year together, or none. Returns the releases.

    Profiles that are published and unchanged stay as they are. Raises Refused naming each profile that is not
    approved or has a problem; then nothing is written. Corrections among them carry ``public_note``.

    All are read and composed before the first is written, so that whoever publishes something else waits for the
    writing only (each release is a link of one chain); readers wait for nothing. ``tell`` is told how far it is.
    """
    found = CountryProfile.objects.filter(edition=edition).exclude(status=Status.WITHDRAWN)
    if theme:
        found = found.filter(theme__slug=theme)
    if language:
        found = found.filter(language=language)
    rows = list(
        found.select_for_update(of=("self",))
        .select_related("country", "theme")
        .order_by("country__name", "theme", "language")
    )
    waiting = [row for row in rows if row.status != Status.PUBLISHED]
    problems: list[str] = []
    composed: list[Release] = []
    for done, row in enumerate(waiting, 1):
        if row.status != Status.IN_REVIEW or row.reviewed_at is None:
            problems.append(f"{row}: {row.get_status_display().lower()}, not approved.")
            continue
        release, found_in_it = ready(row)
        problems += [f"{row}: {words}" for words in found_in_it]
        composed.append(release)
        tell("Read", done, len(waiting))
    if problems:
        raise Refused(
            f"Nothing of edition {edition} was released. {len(problems)} things stand in the way.", problems
        )
    if not waiting:
        raise Refused(f"No approved profile of edition {edition} waits for its release.")
    releases = []
    for done, (row, release) in enumerate(zip(waiting, composed, strict=True), 1):
        releases.append(
            publish_edition(
                profile=row,
                by=by,
                reason=reason,
                public_note=public_note or f"Released with the {edition} edition.",
                change_kind=ChangeKind.SUBSTANTIVE,
                visible_from=visible_from,
                composed=release,
            )
        )
        tell("Released", done, len(waiting))
    seal_together(
        title=f"Edition {edition}", releases=releases, visible_from=visible_from or releases[0].visible_from
    )
    note(
        action=AuditAction.FROZEN, by=by, about=f"Edition {edition}", detail=f"{len(releases)} profiles: {reason}"
    )
    return releases
