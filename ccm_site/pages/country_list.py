"""The list of all countries. A further app adds a column and its filter by one line in FACETS."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from countries.models import Country, CountryKind, CountryName
from countries.models.country_profile import language_query
from countries.queries.profiles import newest_on_each_country
from editorial.rules.folding import folded
from editorial.tables import Table, dated
from editorial.views.addresses import addresses
from editorial.views.listing import ListColumn, Listing, counted, csv_response, sort_of, whole_list
from editorial.views.parameters import refuse_unknown
from editorial.views.pieces import pieces

from . import stock_parts, treaty_parts
from .parts import PageFacet, PageMark, PageMoment, this_moment

NOUN = ("state or area", "states and areas")


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


@dataclass(frozen=True)
class StateRow:
    """One country and its marks by the name of their facet."""

    country: Country
    other_names: str
    marks: Mapping[str, PageMark]

    @cached_property
    def plain(self) -> str:
        """Its name, as rows are sorted by it."""
        return _plain(self.country.name)


class Cell(NamedTuple):
    """A cell of the table as it is shown: the head of a row, which has a name, or what it says under a facet."""

    name: str = ""
    label: str = ""
    word: str = ""
    chip: str = ""
    url: str = ""
    basis: str = ""
    is_last: str = ""


def _cells(rows: Sequence[StateRow]) -> Iterator[list[Cell]]:
    """The cells of each row."""
    facets, page_of = [facet for facet in FACETS if facet.in_table], addresses("country", "a-slug")
    for row in rows:
        cells = [Cell(name=row.country.name, url=page_of(row.country.slug), basis=row.other_names)]
        for facet in facets:
            is_last = "last" if facet is facets[-1] else ""
            mark = row.marks.get(facet.name)
            if mark is None:
                cells.append(Cell("", facet.label, is_last=is_last))
            else:
                cells.append(Cell("", facet.label, mark.word, mark.chip, mark.url, mark.basis, is_last))
        yield cells


def country_list(request: HttpRequest) -> HttpResponse:
    """All states and areas on one page: filtered, sorted, counted."""
    at = this_moment()
    rows, listing = _listed(request, at)
    context = {
        "listing": listing,
        "rows": _written(rows, at),
        "asked": at.standings,
        "crumbs": [("Countries", None)],
    }
    return render(request, "pages/country_list.html", context, status=listing.status)


def country_csv(request: HttpRequest) -> StreamingHttpResponse | HttpResponse:
    """The same list as CSV, with the codes and every facet."""
    at = this_moment()
    rows, listing = _listed(request, at)
    if listing.status != 200:
        return HttpResponse(f"{listing.count_in_words}\n", content_type="text/plain", status=listing.status)
    headings = ["ISO3", "ISO2", "M49", "Name", "Official name", "UN member", "Sub-region"]
    headings += [facet.label for facet in FACETS]
    cells = (
        [
            row.country.iso3,
            row.country.iso2,
            row.country.m49,
            row.country.name,
            row.country.official_name,
            row.country.is_un_member,
            row.country.subregion,
            *(row.marks[facet.name].word if facet.name in row.marks else "" for facet in FACETS),
        ]
        for row in rows
    )
    return csv_response(dated(Table("Countries", headings, cells), at.standings), "countries")


def _listed(request: HttpRequest, at: PageMoment) -> tuple[list[StateRow], Listing]:
    columns = [ListColumn("name", "State or area", ("name",))]
    columns += [ListColumn(facet.name, facet.label, (facet.name,)) for facet in FACETS if facet.in_table]
    sort = sort_of(request, columns, "name")
    every = _rows(at).values()
    form = _form(request, every)
    chosen = [row for row in every if _matches(row, form.cleaned_data)] if form.is_valid() else []
    chosen.sort(key=lambda row: row.plain)
    if (column := sort.removeprefix("-")) != "name":
        chosen.sort(key=lambda row: _place(row, column))
    if sort.startswith("-"):
        chosen.reverse()
    number = counted(len(chosen), NOUN)
    listing = whole_list(
        request,
        form,
        columns,
        sort=sort,
        rows=chosen,
        count_in_words=_of_all(number, len(chosen), len(every)) if form.is_valid() else "No such filter.",
        filter_label="Filter countries",
    )
    return chosen, replace(listing, status=200 if form.is_valid() else 400)


def _rows(at: PageMoment) -> Mapping[int, StateRow]:
    """Every country with its marks; of those that changed anew."""
    every = at.stock_records.countries

    def make(some: list[int]) -> Mapping[int, StateRow]:
        names: dict[int, list[str]] = defaultdict(list)
        asked = CountryName.objects.filter(country__in=some).order_by("name")
        for pk, name in asked.values_list("country", "name"):
            names[pk].append(name)
        countries = [every[pk] for pk in some]
        marks = {facet.name: facet.marks(countries, at) for facet in FACETS}
        return {
            pk: StateRow(every[pk], ", ".join(names[pk]), {name: of[pk] for name, of in marks.items() if pk in of})
            for pk in some
        }

    return at.kept.of_each(("rows of countries", *_days(at)), Country, every, make)


def _written(rows: Sequence[StateRow], at: PageMoment) -> SafeString:
    """Some rows as the page shows them."""
    every = _rows(at)

    def make(some: list[int]) -> Mapping[int, str]:
        cells = list(_cells([every[pk] for pk in some]))
        return dict(zip(some, pieces("_partials/country_rows.html", cells), strict=True))

    written = at.kept.of_each(("written rows of countries", *_days(at)), Country, every, make)
    return SafeString("".join([written[row.country.pk] for row in rows]))


def _days(at: PageMoment) -> tuple[date, date]:
    return at.standings.day, at.stocks.day


def _of_all(number: str, chosen: int, every: int) -> str:
    return number if chosen == every else f"{number} of {every}"


def _form(request: HttpRequest, rows: Collection[StateRow]) -> forms.Form:
    """A field for each facet with a filter, offering the marks that occur."""
    fields: dict[str, forms.Field] = {"q": forms.CharField(label="Name contains", required=False, max_length=80)}
    for facet in FACETS:
        if facet.any:
            marks = {row.marks[facet.name].key: row.marks[facet.name] for row in rows if facet.name in row.marks}
            offered = sorted(marks.values(), key=lambda mark: (mark.rank, mark.word))
            choices = [("", facet.any), *((mark.key, mark.word) for mark in offered)]
            fields[facet.name] = forms.ChoiceField(label=facet.label, choices=choices, required=False)
    form_class = type("CountryFilterForm", (forms.Form,), fields)
    form: forms.Form = form_class(request.GET)
    refuse_unknown(request, form)
    return form


def _matches(row: StateRow, wanted: Mapping[str, str]) -> bool:
    for name, value in wanted.items():
        if name == "q":
            known = [row.country.name, row.country.official_name, row.country.key, row.other_names]
            if value and not any(_plain(value) in _plain(words) for words in known):
                return False
        elif value and (name not in row.marks or row.marks[name].key != value):
            return False
    return True


def _place(row: StateRow, facet: str) -> tuple[bool, int, str]:
    mark = row.marks.get(facet)
    return (mark is None, mark.rank if mark else 0, _plain(mark.word + mark.basis) if mark else "")


def _plain(words: str) -> str:
    """As a reader types it: "cote d'ivoire" finds "Côte d’Ivoire"."""
    return folded(words).replace("’", "'")
