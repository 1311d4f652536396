"""Beginning an edition from what is on record. The draft itself is made at the roof, for it reaches over all apps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import count

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country, CountryProfile, ProfileTheme
from countries.queries.access import may_edit_country
from editorial.models import User, recording
from editorial.rules.calendar import spoken
from editorial.rules.partial_date import PartialDate
from editorial.rules.transitions import Refused
from editorial.slots import Slot

DRAFTED_THEME = "cluster-munition-ban-policy"
"""The theme of which facts are on record; the others are written from texts alone."""


@dataclass(frozen=True)
class ProfileDraft:
    """What the record says of a state, in the form of an edition. ``day``: the last of which it speaks."""

    country: Country
    day: date
    lead: str
    text: str

    @property
    def covers_until(self) -> PartialDate:
        """The same day, as an edition keeps it."""
        return PartialDate(self.day.year, self.day.month, self.day.day)

    def as_edition(self, edition: int) -> CountryProfile:
        """The edition that would be begun, not stored. Raises Refused where its theme is not on record."""
        theme = ProfileTheme.objects.filter(slug=DRAFTED_THEME).first()
        if theme is None:
            raise Refused("The theme Cluster Munition Ban Policy is not on record: load the reference data first.")
        return CountryProfile(
            country=self.country,
            theme=theme,
            edition=edition,
            covers_until=self.covers_until,
            lead=self.lead,
            text=self.text,
        )


DraftMaker = Callable[[Country], ProfileDraft]

draft_makers: Slot[DraftMaker] = Slot("makers of drafted profiles")
"""One: who makes the first draft of a state's profile from what is on record."""


def drafted(country: Country) -> ProfileDraft:
    """What is on record of a state, as an edition would begin. Writes nothing."""
    (make,) = draft_makers
    return make(country)


def editions_there(country: Country) -> dict[int, CountryProfile]:
    """The editions of the drafted theme in English that exist, by year, withdrawn ones included."""
    rows = CountryProfile.objects.filter(country=country, theme__slug=DRAFTED_THEME, language="en")
    return {row.edition: row for row in rows.select_related("country", "theme").defer("text")}


def first_free_year(country: Country, since: int) -> int:
    """The first year from one on that has no edition."""
    there = editions_there(country)
    return next(year for year in count(since) if year not in there)


@transaction.atomic
def begin_from_record(*, country: Country, edition: int, by: User, reason: str) -> CountryProfile:
    """Begin an edition as a draft with the words that the record gives. Nothing that exists is written over.

    Raises Refused where the edition exists, its year lies before the day of which the record speaks, or the country is
    not among those that the person may write about.
    """
    if not may_edit_country(by, country):
        raise Refused(f"{country} is not among the countries assigned to {by}.")
    if there := editions_there(country).get(edition):
        raise Refused(
            f"{there} exists already and is left as it is. Choose another year, or edit the one that exists."
        )
    draft = drafted(country)
    if edition < draft.day.year:
        raise Refused(
            f"The record speaks of {spoken(draft.day)}: an edition that begins from it is of {draft.day.year} or later."
        )
    profile = draft.as_edition(edition)
    try:
        profile.full_clean()
        with recording(by=by, reason=reason), transaction.atomic():
            profile.save()
    except ValidationError as problem:
        raise Refused("The edition could not be begun.", problem.messages) from None
    except IntegrityError:  # somebody else was first, between the look and the write
        raise Refused(f"{profile} was begun a moment ago by somebody else, and is left as it is.") from None
    return profile
