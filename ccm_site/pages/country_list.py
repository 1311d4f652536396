"""The list of all countries. A further app adds a column and its filter by one line in FACETS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from countries.models import Country, CountryKind
from countries.models.country_profile import language_query
from countries.queries.profiles import newest_on_each_country
from editorial.views.addresses import addresses

from . import stock_parts, treaty_parts
from .parts import PageFacet, PageMark, PageMoment, this_moment
from .state_table import StateTable


def regions(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """M49 region, with the sub-region below it."""
    return {
        country.pk: PageMark(
            country.region, country.region, basis=country.intermediate_region or country.subregion
        )
        for country in countries
        if country.region
    }


def kinds(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """Whether it is a state or another area."""
    ranks = {kind: place for place, kind in enumerate(CountryKind.values)}
    return {
        country.pk: PageMark(country.kind, country.get_kind_display(), rank=ranks[country.kind])
        for country in countries
    }


def newest_profiles(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """The newest published edition on each country."""
    page_of = addresses("profile", "a-slug", "a-theme", 1999)
    marks = {}
    for newest in newest_on_each_country(at.now, [country.pk for country in countries]):
        url = page_of(newest.country, newest.theme, newest.edition) + language_query(newest.language)
        year = str(newest.edition)
        marks[newest.country_id] = PageMark(year, year, basis=newest.title, rank=-newest.edition, url=url)
    return marks


FACETS: list[PageFacet] = [
    PageFacet("standing", "Towards the convention", treaty_parts.standing_marks, any="Any standing"),
    PageFacet("stockpile", "Stockpile", stock_parts.stock_marks, any="Any stockpile"),
    PageFacet("region", "Region", regions, any="Any region"),
    PageFacet("kind", "Kind", kinds, any="States and areas", in_table=False),
    PageFacet("edition", "Newest profile", newest_profiles, any="Any edition"),
]

TABLE = StateTable("countries", FACETS)


def country_list(request: HttpRequest) -> HttpResponse:
    """All states and areas on one page: filtered, sorted, counted."""
    at = this_moment()
    shown = TABLE.shown(request, at)
    context = {
        "listing": shown.listing,
        "rows": TABLE.written(shown, at),
        "asked": at.standings,
        "crumbs": [("Countries", None)],
    }
    return render(request, "pages/country_list.html", context, status=shown.listing.status)


def country_file(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The same list as a file, with the codes and every facet."""
    at = this_moment()
    return TABLE.file(request, at, at.standings, ending)
