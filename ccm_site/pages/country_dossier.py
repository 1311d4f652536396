"""A country's page: everything the apps know of it, in one place.

It is composed from plain lists. An app that has something to say adds one line to LEAD (sentences at the top), GLANCE
(the box of facts), EVENTS (the timeline) or SECTIONS (a part of its own with a template in templates/_partials/).
Each takes the country and the moment the page speaks of; what has nothing to say returns nothing and leaves no trace.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from countries.models import Country, CountryNameKind, FactKind, StateCoverage
from countries.queries.changes import last_change_of
from countries.queries.coverage import coverage_of
from countries.queries.profiles import newest_releases
from editorial.public.noun import entry
from editorial.queries import rendered
from editorial.queries.proof import proofs
from stockpiles.queries.records import SHOWN

from . import event_parts, impact_parts, law_parts, media_parts, meeting_parts, stock_parts, treaty_parts
from .parts import Content, Event, Fact, PageMoment, PageSection, this_moment
from .written_sections import written_sections


def place_in_the_world(country: Country, at: PageMoment) -> Iterable[Fact]:
    """UN membership and region."""
    yield Fact("United Nations", "Member state" if country.is_un_member else "Not a member state")
    region = country.intermediate_region or country.subregion or country.region
    if region:
        wider = country.region if country.region != region else ""
        yield Fact("Region", region, basis=wider, url=f"{reverse('countries')}?region={country.region}")


def other_names(country: Country, at: PageMoment) -> Iterable[Fact]:
    """Names it had, or is also called by."""
    for kind in CountryNameKind:
        names = [name for name in country.names.all() if name.kind == kind]
        if names:
            until = [f"until {name.valid_until}" for name in names if name.valid_until]
            yield Fact(kind.label, ", ".join(name.name for name in names), basis="; ".join(until))


def elsewhere(country: Country, at: PageMoment) -> Iterable[Fact]:
    """Its capital, its name in other languages, and its numbers in two other sets of data."""
    if country.capital:
        yield Fact("Capital", country.capital)
    if names := [
        f"{one.name} ({one.language})" for one in country.names_in_languages.all() if one.language != "en"
    ]:
        yield Fact("In other languages", ", ".join(names))
    numbers = ((country.wikidata, "Wikidata"), (country.geonames, "GeoNames"))
    if known := [f"{name} {number}" for number, name in numbers if number]:
        yield Fact("Elsewhere", ", ".join(known))


def profiles(country: Country, at: PageMoment) -> Content:
    """Every theme with its published editions, newest first."""
    found = newest_releases(at.now).filter(profile__country=country)
    ordered = found.order_by(
        "profile__theme__order", "profile__theme__title", "-profile__edition", "profile__language"
    )
    themes = [
        {"theme": theme, "newest": editions[0], "editions": editions[1:]}
        for theme, editions in ((theme, list(of)) for theme, of in groupby(ordered, lambda r: r.profile.theme))
    ]
    return {"themes": themes} if themes else None


JOINING = (FactKind.TREATY_ACTS, FactKind.DOMESTIC_STEPS, FactKind.EVENTS, FactKind.GROUPS)
GAPS = (
    *SHOWN,
    *(FactKind.NATIONAL_LAWS, FactKind.INTERPRETIVE_POSITIONS, FactKind.ATTENDANCE, FactKind.VOTES),
    *(FactKind.CLEARANCE, FactKind.CASUALTIES, FactKind.STATEMENTS, FactKind.PROFILES),
)


def not_recorded(country: Country, at: PageMoment) -> Content:
    """What of this state is not on record, and what each kind of record lacks."""
    kinds = (*JOINING, *GAPS) if country.kind == "state" else GAPS  # other areas join no treaties
    return {
        "parts": stock_parts.empty_parts(country, at),
        "gaps": coverage_of(*kinds, kept=at.kept),
        "read": at.of_acts(country, "texts read", lambda: _texts_read(country)),
    }


def _texts_read(country: Country) -> dict[str, object] | None:
    found = StateCoverage.objects.filter(country=country).first()
    if found is None:
        return None
    return {"on": found, "sources": proofs([found])[StateCoverage, found.pk].sources}


LEAD: list[Callable[[Country, PageMoment], str]] = [
    treaty_parts.standing_sentence,
    stock_parts.stock_sentence,
]
GLANCE: list[Callable[[Country, PageMoment], Iterable[Fact]]] = [
    treaty_parts.standing,
    stock_parts.stock_facts,
    impact_parts.impact_facts,
    place_in_the_world,
    treaty_parts.groups,
    other_names,
    meeting_parts.last_meeting,
    elsewhere,
]
EVENTS: list[Callable[[Country, PageMoment], Iterable[Event]]] = [
    treaty_parts.events,
    stock_parts.stock_events,
    event_parts.state_events,
    law_parts.law_events,
    impact_parts.impact_events,
]
#: In the order of a Monitor profile: what it joined, laid down, said, voted and held; stocks; what they left behind.
SECTIONS: list[PageSection] = [
    PageSection(
        "profiles",
        "Profiles",
        "_partials/country_profiles.html",
        profiles,
        "No edition has been published here yet.",
    ),
    PageSection(
        "treaties",
        "Treaties",
        "_partials/country_treaties.html",
        treaty_parts.treaties,
        "It joins no treaties.",
        is_of_record=False,
    ),
    PageSection(
        "laws",
        "National law",
        "_partials/country_laws.html",
        law_parts.national_law,
        "No national law of it is recorded here; this does not say that it has none.",
        is_of_record=False,
    ),
    PageSection(
        "statements",
        "What it said",
        "_partials/country_statements.html",
        meeting_parts.what_it_said,
        "No statement has been published here yet; this says nothing about what the state said.",
    ),
    PageSection(
        "votes",
        "Votes at the United Nations",
        "_partials/country_votes.html",
        meeting_parts.votes_at_the_assembly,
        "Only members of the United Nations vote in the General Assembly.",
    ),
    PageSection(
        "meetings",
        "Meetings",
        "_partials/country_meetings.html",
        meeting_parts.meetings_of,
        "Who came to which meeting is recorded in part; of this state nothing is.",
        is_of_record=False,
    ),
    PageSection(
        "positions",
        "Interpretive positions",
        "_partials/country_positions.html",
        meeting_parts.interpretive_positions,
        "No view of it outside statements is recorded here; this does not say that it has none.",
        is_of_record=False,
    ),
    PageSection("stockpiles", "Stockpiles", "_partials/country_stockpiles.html", stock_parts.stock_section),
    PageSection(
        "contamination",
        "Contamination and clearance",
        "_partials/country_contamination.html",
        impact_parts.contamination_section,
    ),
    PageSection("casualties", "Casualties", "_partials/country_casualties.html", impact_parts.casualty_section),
    PageSection(
        "media",
        "Photographs and video",
        "_partials/country_media.html",
        media_parts.media,
        "No photograph and no video of it is recorded here; this does not say that there are none.",
        is_of_record=False,
    ),
    PageSection("not-recorded", "What is not recorded here", "_partials/country_not_recorded.html", not_recorded),
]


def country_page(request: HttpRequest, country: str) -> HttpResponse:
    """One state: the whole dossier."""
    at = this_moment()
    found = get_object_or_404(
        Country.objects.select_related("source").prefetch_related("names", "names_in_languages"), slug=country
    )
    sentences = [sentence for say in LEAD if (sentence := say(found, at))]
    facts = [fact for tell in GLANCE for fact in tell(found, at)]
    events = sorted((event for tell in EVENTS for event in tell(found, at)), key=lambda event: event.order)
    entries: list[object] = [entry("glance", "At a glance")]
    if events:
        entries.append(entry("timeline", "Timeline"))
    context = {
        "country": found,
        "note": rendered(found.note, doc_id="entry"),
        "asked": at.standings,
        "lead": " ".join(sentences),
        "facts": facts,
        "events": events,
        "sections": written_sections(SECTIONS, found, at),
        "entries": [*entries, *SECTIONS],
        "last_change": last_change_of(found),
        "crumbs": [("Countries", reverse("countries")), (found.name, None)],
    }
    return render(request, "pages/country.html", context)
