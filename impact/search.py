"""Contamination, clearance and casualties of a state in the site search: one entry for each that anything is recorded of."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from countries.models import Country
from editorial.models import Claim
from editorial.rules.partial_date import PartialDate
from editorial.search import ALWAYS, Searchable, SearchDocument, joined
from editorial.texts.plain import plain_text
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, PublishedDeadline

LAND_WORDS = (
    "contaminated, remnants, unexploded, cleared, clearance, completion, hazardous area, survey, Article 4; "
    "cluster munitions, submunitions"
)
PEOPLE_WORDS = "casualty, victims, killed, injured, attacks, remnants; cluster munitions, submunitions"


def land_documents(country: Country) -> Iterable[SearchDocument]:
    """What is said of a state's contamination, clearance and deadline."""
    claims = sorted(country.contamination_claims.all(), key=lambda one: _in_time(one, one.as_of))
    cleared = sorted(country.clearance_records.all(), key=lambda one: _in_time(one, one.period_end))
    deadlines = sorted(country.published_deadlines.all(), key=lambda one: _in_time(one, one.deadline))
    if not (claims or cleared or deadlines):
        return
    lines = [
        *(
            joined(", ", one.get_answer_display(), one.place, one.extent_in_words, one.when_in_words)
            for one in claims
        ),
        *(f"Cleared, {one.when_in_words}: {one.in_words}" for one in cleared),
        *(f"{one.get_kind_display()}: {one.deadline or 'date not given'}" for one in deadlines),
        *_notes(*claims, *cleared, *deadlines),
    ]
    answers = dict.fromkeys(one.get_answer_display() for one in claims)
    yield _entry(country, "contamination", "contamination and clearance", ", ".join(answers), LAND_WORDS, lines)


def people_documents(country: Country) -> Iterable[SearchDocument]:
    """The casualties on record of a state."""
    figures = sorted(country.casualty_figures.all(), key=lambda one: _in_time(one, one.period_end))
    if not figures:
        return
    lines = [
        *(f"{one.get_basis_display()}, {one.when_in_words}: {one.in_words}" for one in figures),
        *_notes(*figures),
    ]
    yield _entry(country, "casualties", "casualties", "", PEOPLE_WORDS, lines)


def _entry(
    country: Country, anchor: str, about: str, context: str, also: str, lines: Iterable[str]
) -> SearchDocument:
    return SearchDocument(
        country.pk,
        f"{country.get_absolute_url()}#{anchor}",
        f"{country.name}: {about}",
        ALWAYS,
        context=context,
        body=joined("\n", *dict.fromkeys(lines)),
        also=also,
        states=(country.key,),
    )


def _in_time(record: Claim, when: PartialDate | None) -> tuple[str, int]:
    """By what its time is kept as; what has none comes first."""
    return (when.stored if when else "", record.pk)


def _notes(*records: Claim) -> Iterable[str]:
    return (plain_text(one.note) for one in records)


_countries = Country.objects.order_by("pk")
_country = attrgetter("country")

SEARCHED = (
    Searchable(
        "contamination",
        "Contamination and clearance",
        2,
        _countries.prefetch_related("contamination_claims", "clearance_records", "published_deadlines").all,
        land_documents,
        follows={
            Country: lambda country: country,
            **dict.fromkeys((ContaminationClaim, ClearanceRecord, PublishedDeadline), _country),
        },
    ),
    Searchable(
        "casualties",
        "Casualties",
        2,
        _countries.prefetch_related("casualty_figures").all,
        people_documents,
        follows={Country: lambda country: country, CasualtyFigure: _country},
    ),
)
"""What the site search finds, with the tables whose rows change it."""
