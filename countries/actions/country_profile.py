"""Publishing an edition of a country profile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from countries.models import Country, CountryProfile, FactKind
from countries.queries.coverage import EVERY, asked
from editorial.actions.publishing import publish
from editorial.models import ChangeKind, Publishable, Release, User
from editorial.slots import Slot

Fact = dict[str, Any]
FactProvider = Callable[[Country, date], list[Fact]]

release_facts: Slot[FactProvider] = Slot("facts of a release")
"""What apps compute about a state, to be frozen beside the text of each release of a profile.

A fact is ``{"label", "value", "article", "explanation"}``, all plain text, as of the day asked for.
"""


def computed_facts(country: Country, on: date) -> list[Fact]:
    """Everything that the apps compute about a state on a day."""
    return [fact for provider in release_facts for fact in provider(country, on)]


def facts_beside(record: Publishable, today: date) -> list[Fact]:
    """What publishing would freeze beside the text of a profile; nothing for other texts.

    Computed for the day up to which the edition covers, else for the last day of the record, or today if that is
    earlier. Each fact says its day, so that a release read years later is not taken for that year's.
    """
    if not isinstance(record, CountryProfile):
        return []
    covered = record.covers_until.latest if record.covers_until else None
    day = covered or asked(None, today=today, about=[(FactKind.TREATY_ACTS, EVERY)]).day
    return [fact | {"as_of": day.isoformat()} for fact in computed_facts(record.country, day)]


@transaction.atomic
def publish_edition(
    *,
    profile: CountryProfile,
    by: User,
    reason: str,
    public_note: str = "",
    change_kind: str = ChangeKind.SUBSTANTIVE,
    visible_from: datetime | None = None,
    read: str | None = None,
    composed: Release | None = None,
) -> Release:
    """Freeze the approved working copy as the edition's next release, with the facts of the day it covers.

    Raises Refused (editorial.rules.transitions) with each problem's name; then nothing is written.
    """
    return publish(
        record=profile,
        by=by,
        reason=reason,
        public_note=public_note,
        change_kind=change_kind,
        visible_from=visible_from,
        read=read,
        composed=composed,
    )
