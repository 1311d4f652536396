"""What the composed pages are made of. Each app's part of a page is written in these, in a module of its own beside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils import timezone

from countries.models import Country
from countries.queries.coverage import STANDINGS, Record, record
from countries.queries.treaty_standings import Standings, TreatyRecord, standings_on, treaty_record_of
from countries.rules.standing import Course
from editorial.queries.kept import Keeping, keeping
from editorial.queries.together import NOTHING, Together
from editorial.rules.explained import shown
from editorial.rules.horizon import Asked
from editorial.rules.partial_date import PartialDate
from stockpiles.queries.bound import CONVENTION
from stockpiles.queries.records import STOCKS, Records

V = TypeVar("V")
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class PageMoment:
    """When a composed page is made, and what is kept of the record then. Every part of the page shares it.

    A page that asks many tables for a little names them in ``together``: what long rows and notes they have is read in one
    question, ``beside`` the many short ones in another.
    """

    now: datetime
    kept: Keeping
    together: Together = NOTHING
    beside: Together = NOTHING

    @property
    def record(self) -> Record:
        """How far the record reaches, kind by kind."""
        return record(self.kept)

    @cached_property
    def standings(self) -> Asked:
        """The two days of everything that rests on acts towards the convention."""
        return self.record.asked(None, today=self.now.date(), about=STANDINGS)

    @cached_property
    def stocks(self) -> Asked:
        """The two days of everything that rests on stocks, deadlines and completions."""
        return self.record.asked(None, today=self.now.date(), about=STOCKS)

    @cached_property
    def stock_records(self) -> Records:
        """What is on record of stocks, read once for all parts of the page."""
        return Records(self.stocks.day, self.kept, self._courses_read, self.together)

    def _courses_read(self) -> Mapping[int, Course] | None:
        """The way of every state through the convention, if a part of the page has read it."""
        convention: TreatyRecord | None = vars(self).get("convention")
        return convention.courses if convention else None

    def rows_beside(self, name: str, some: Collection[int], rows: QuerySet[M]) -> Sequence[M]:
        """The rows of a small table that belong to some states: read with others of the page, or by themselves."""
        if name in self.beside:
            return self.beside.rows(name, self.which(some))
        return list(rows.filter(country__in=some))

    def which(self, some: Collection[int]) -> Collection[int] | None:
        """Some states; None where they are all, so that what is read for all is one question and a short one."""
        return (
            some
            if len(some) < sum(1 for one in self.stock_records.countries.values() if one.kind == "state")
            else None
        )

    def of_acts(self, country: Country, name: Hashable, make: Callable[[], V]) -> V:
        """What is read of a state's acts and other facts that may stand anywhere: not of its stocks or texts."""
        return self.kept.about(Country, country.pk, name, make, is_of_record=False)

    @cached_property
    def convention(self) -> TreatyRecord | None:
        """How every state stands towards the convention, read once for all parts of the page."""
        return treaty_record_of(CONVENTION, self.kept)

    @cached_property
    def convention_today(self) -> Standings | None:
        """The same on the day of which the page speaks."""
        return standings_on(self.convention, self.standings.day, self.kept) if self.convention else None


def this_moment() -> PageMoment:
    """Now, with the record as it is."""
    now = timezone.now()
    return PageMoment(now, keeping(now))


Content = Mapping[str, object] | None
"""What the template of a section needs; None where there is nothing to show."""


# The page of a country: ccm_site.pages.country_dossier


@dataclass(frozen=True)
class Fact:
    """A line of the at-a-glance box.

    chip    kind of the chip where a rule speaks ("" for plain words)
    basis   the date, article or arithmetic behind it
    url     the page that explains it
    """

    term: str
    value: str
    chip: str = ""
    basis: str = ""
    url: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened, or will, on the timeline."""

    day: date | PartialDate
    words: str
    url: str = ""
    basis: str = ""
    is_future: bool = False

    @property
    def order(self) -> date:
        return self.day.earliest if isinstance(self.day, PartialDate) else self.day

    @property
    def iso(self) -> str:
        return self.day.iso if isinstance(self.day, PartialDate) else self.day.isoformat()

    @property
    def shown(self) -> str:
        return shown(self.day)


@dataclass(frozen=True)
class PageSection:
    """A part of the page. It stands there without content, too: ``nothing`` says what its emptiness means.

    ``is_of_record`` is False where all that it shows may stand anywhere, acts and laws and meetings, and nothing of the
    state's stocks, votes or texts.
    """

    anchor: str
    title: str
    template: str
    content: Callable[[Country, PageMoment], Content]
    nothing: str = "Nothing recorded here; this says nothing about the state."
    is_of_record: bool = True


# The list of countries and the matrix: ccm_site.pages.state_table


@dataclass(frozen=True)
class PageMark:
    """What one country's row says under a facet.

    key     its value in addresses and CSV: "party"
    word    as readers see it: "State Party"
    chip    kind of the chip that shows it ("" for plain text)
    basis   a small second line: a date, an article
    rank    its place when the list is sorted by this facet, and in the filter; equal ranks go by the word
    filter_word  as the filter offers all rows with this key, where their words differ
    """

    key: str
    word: str
    chip: str = ""
    basis: str = ""
    rank: int = 0
    url: str = ""
    filter_word: str = ""


UNRECORDED = PageMark("not-recorded", "Nothing recorded here", chip="unknown", rank=99)
"""Unknown is an answer, and the same one in every column; it comes last."""


@dataclass(frozen=True)
class PageFacet:
    """A column that every country has a mark in, worked out for all of them in one pass.

    marks   given the countries and the moment, the marks by primary key of the country
    any     what the filter offers first ("Any region"); "" for a column without a filter
    """

    name: str
    label: str
    marks: Callable[[Sequence[Country], PageMoment], Mapping[int, PageMark]]
    any: str = ""
    in_table: bool = True


# The first page: ccm_site.pages.home


@dataclass(frozen=True)
class PageFigure:
    """A number in large type. ``basis`` names its date and what it counts; ``url`` leads to its members."""

    number: str
    label: str
    basis: str
    url: str = ""


@dataclass(frozen=True)
class HomeSection:
    """A part of the home page, left out where it has no content."""

    anchor: str
    title: str
    template: str
    content: Callable[[PageMoment], Content]
    more_url: str = ""
    more: str = ""
