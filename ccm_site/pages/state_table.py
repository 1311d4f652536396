"""A table of states: a column for each facet, with its filter, sorted and counted. The list of countries is one.

A further app adds a column to one of them by one line in its facets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.safestring import SafeString

from countries.models import Country, CountryName
from editorial.rules.folding import folded
from editorial.rules.horizon import Asked
from editorial.tables import Table, dated
from editorial.views.addresses import addresses
from editorial.views.listing import ListColumn, Listing, counted, file_response, sort_of, whole_list, xlsx_address
from editorial.views.parameters import refuse_unknown
from editorial.views.pieces import pieces

from .parts import UNRECORDED, PageFacet, PageMark, PageMoment

COLUMNS = "show"
"""The parameter that names the columns to be shown."""


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


@dataclass(frozen=True)
class ShownStates:
    """A table as it is asked for."""

    listing: Listing
    rows: Sequence[StateRow]
    facets: Sequence[PageFacet]


@dataclass(frozen=True)
class StateTable:
    """The rows of states under some facets. ``name`` is what their rows are kept by; ``noun`` counts them.

    ``is_wide`` says that readers choose among its columns; all are offered as filters either way.
    """

    name: str
    facets: Sequence[PageFacet]
    noun: tuple[str, str] = ("state or area", "states and areas")
    is_wide: bool = False
    only: str = ""  # a kind of country: "state"

    def shown(self, request: HttpRequest, at: PageMoment) -> ShownStates:
        """The rows that are asked for, in their order. A filter that cannot be understood gives none, and status 400."""
        every = self.rows(at).values()
        form = self._form(request, every)
        facets = self._chosen_columns(form)
        columns = [ListColumn("name", "State or area", ("name",))]
        columns += [ListColumn(facet.name, facet.label, (facet.name,)) for facet in facets]
        sort = sort_of(request, columns, "name")
        chosen = [row for row in every if _matches(row, form.cleaned_data)] if form.is_valid() else []
        chosen.sort(key=lambda row: row.plain)
        if (column := sort.removeprefix("-")) != "name":
            chosen.sort(key=lambda row: _place(row, column))
        if sort.startswith("-"):
            chosen.reverse()
        number = counted(len(chosen), self.noun)
        listing = whole_list(
            request,
            form,
            columns,
            sort=sort,
            rows=chosen,
            count_in_words=_of_all(number, len(chosen), len(every)) if form.is_valid() else "No such filter.",
            filter_label="Filter countries",
        )
        listing = replace(listing, status=200 if form.is_valid() else 400, xlsx_url=xlsx_address(request))
        return ShownStates(listing, chosen, facets)

    def file(self, request: HttpRequest, at: PageMoment, when: Asked, ending: str) -> HttpResponseBase:
        """The same rows as a file, with the codes and every facet, each with what stands below its word."""
        shown = self.shown(request, at)
        if shown.listing.status != 200:
            words = f"{shown.listing.count_in_words}\n"
            return HttpResponse(words, content_type="text/plain", status=shown.listing.status)
        return file_response(dated(self._table(shown.rows), when), self.name, ending)

    def _table(self, rows: Sequence[StateRow]) -> Table:
        headings = ["ISO3", "ISO2", "M49", "Name", "Official name", "UN member", "Sub-region"]
        for facet in self.facets:
            headings += [facet.label, f"{facet.label}: basis"] if self.is_wide else [facet.label]
        return Table(self.name.capitalize(), headings, (self._line(row) for row in rows))

    def _line(self, row: StateRow) -> list[object]:
        country = row.country
        line: list[object] = [country.iso3, country.iso2, country.m49, country.name, country.official_name]
        line += [country.is_un_member, country.subregion]
        for facet in self.facets:
            mark = row.marks.get(facet.name)
            said = [mark.word, mark.basis] if mark else ["", ""]
            line += said if self.is_wide else said[:1]
        return line

    def rows(self, at: PageMoment) -> Mapping[int, StateRow]:
        """Every country with its marks; of those that changed anew."""
        every = at.stock_records.countries
        wanted = (
            at.kept.value(
                ("countries of", self.name),
                lambda: {pk: one for pk, one in every.items() if one.kind == self.only},
            )
            if self.only
            else every
        )

        def make(some: list[int]) -> Mapping[int, StateRow]:
            names: dict[int, list[str]] = defaultdict(list)
            asked = at.rows_beside("names", some, CountryName.objects.only("country", "name"))
            for one in sorted(asked, key=lambda one: one.name):
                names[one.country_id].append(one.name)
            countries = [every[pk] for pk in some]
            marks = {facet.name: facet.marks(countries, at) for facet in self.facets}
            return {
                pk: StateRow(
                    every[pk], ", ".join(names[pk]), {name: of[pk] for name, of in marks.items() if pk in of}
                )
                for pk in some
            }

        return at.kept.of_each(("rows of", self.name, *_days(at)), Country, wanted, make)

    def written(self, shown: ShownStates, at: PageMoment) -> SafeString:
        """Its rows as the page shows them."""
        every = self.rows(at)
        names = tuple(facet.name for facet in shown.facets)

        def make(some: list[int]) -> Mapping[int, str]:
            cells = list(_cells([every[pk] for pk in some], shown.facets))
            return dict(zip(some, pieces("_partials/country_rows.html", cells), strict=True))

        written = at.kept.of_each(("written rows of", self.name, names, *_days(at)), Country, every, make)
        return SafeString("".join([written[row.country.pk] for row in shown.rows]))

    def _chosen_columns(self, form: forms.Form) -> Sequence[PageFacet]:
        in_table = [facet for facet in self.facets if facet.in_table]
        wanted = form.cleaned_data.get(COLUMNS) if form.is_valid() else None
        return [facet for facet in in_table if facet.name in wanted] if wanted else in_table

    def _form(self, request: HttpRequest, rows: Collection[StateRow]) -> forms.Form:
        """A field for each facet with a filter, offering the marks that occur."""
        fields: dict[str, forms.Field] = {
            "q": forms.CharField(label="Name contains", required=False, max_length=80)
        }
        for facet in self.facets:
            if facet.any:
                marks = {
                    row.marks[facet.name].key: row.marks[facet.name] for row in rows if facet.name in row.marks
                }
                offered = sorted(marks.values(), key=lambda mark: (mark.rank, mark.word))
                choices = [("", facet.any), *((mark.key, mark.filter_word or mark.word) for mark in offered)]
                fields[facet.name] = _Answer(label=facet.label, choices=choices, required=False)
        if self.is_wide:
            columns = [(facet.name, facet.label) for facet in self.facets if facet.in_table]
            fields[COLUMNS] = forms.MultipleChoiceField(
                label="Columns",
                choices=columns,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        form_class = type("CountryFilterForm", (forms.Form,), fields)
        form: forms.Form = form_class(request.GET)
        refuse_unknown(request, form)
        return form


class _Answer(forms.ChoiceField):
    """A mark by its key. "nothing" is what some columns called it that nothing is recorded."""

    def to_python(self, value: object) -> str:
        given = str(super().to_python(value))
        return UNRECORDED.key if given == "nothing" else given


def _cells(rows: Sequence[StateRow], facets: Sequence[PageFacet]) -> Iterator[list[Cell]]:
    """The cells of each row."""
    page_of = addresses("country", "a-slug")
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


def _days(at: PageMoment) -> tuple[date, date]:
    return at.standings.day, at.stocks.day


def _of_all(number: str, chosen: int, every: int) -> str:
    return number if chosen == every else f"{number} of {every}"


def _matches(row: StateRow, wanted: Mapping[str, str]) -> bool:
    for name, value in wanted.items():
        if name == "q":
            known = [row.country.name, row.country.official_name, row.country.key, row.other_names]
            if value and not any(_plain(value) in _plain(words) for words in known):
                return False
        elif name != COLUMNS and value and (name not in row.marks or row.marks[name].key != value):
            return False
    return True


def _place(row: StateRow, facet: str) -> tuple[bool, int, str]:
    mark = row.marks.get(facet)
    return (mark is None, mark.rank if mark else 0, _plain(mark.word + mark.basis) if mark else "")


def _plain(words: str) -> str:
    """As a reader types it: "cote d'ivoire" finds "Côte d’Ivoire"."""
    return folded(words).replace("’", "'")
