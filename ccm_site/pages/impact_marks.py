"""What the matrix says of contamination and casualties: what sources say, with who says it, and no sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from countries.models import Country
from editorial.queries.shown import ShownRecord, who_says
from editorial.rules.partial_date import PartialDate
from editorial.views.addresses import addresses
from impact.models import CasualtyBasis, CasualtyFigure
from impact.queries.casualties import casualty_figures
from impact.queries.contamination import StateContamination, contamination_of_states
from impact.rules.contamination_upshot import ContaminationUpshot

from .parts import UNRECORDED, PageMark, PageMoment

Marks = Mapping[int, PageMark]
Shown = ShownRecord[CasualtyFigure]


def contamination_marks(countries: Sequence[Country], at: PageMoment) -> Marks:
    """What sources say together, with the newest of them, and of another one where they differ; nothing is decided."""
    page_of, ranks = addresses("country", "a-slug"), list(ContaminationUpshot)
    rows = {row.country.pk: row for row in contamination_of_states(at.stock_records)}

    def mark(country: Country) -> PageMark:
        row = rows.get(country.pk)
        if row is None:
            return UNRECORDED
        key, url = row.upshot.name.lower().replace("_", "-"), f"{page_of(country.slug)}#contamination"
        return PageMark(key, row.upshot.value.capitalize(), "", _who(row), ranks.index(row.upshot), url)

    return {country.pk: mark(country) for country in countries}


def _who(row: StateContamination) -> str:
    """Who says so: "at least 6.47 km², Mine Action Review, 2019"; where sources differ, what each of two says."""
    if row.upshot is not ContaminationUpshot.DIFFER:
        newest = row.shown[0]
        extent = getattr(newest.record, "extent_in_words", "")
        return f"{extent}, {newest.who}" if extent else newest.who
    return "; ".join(f"{line.words}, {line.who}" for line in row.shown)


_KEYS = {
    "counted": (0, "A number is on record"),
    "not-counted": (1, "Recorded, number not given"),
    "none-counted": (2, "A source counted none"),
}


def casualty_marks(countries: Sequence[Country], at: PageMoment) -> Marks:
    """The newest figure of each state with whom it counts, its time and who gives it. Figures are never added."""
    page_of = addresses("country", "a-slug")
    by_state: dict[int, list[Shown]] = defaultdict(list)
    for shown in casualty_figures(at.kept, at.together):
        by_state[shown.record.country_id].append(shown)

    def mark(country: Country) -> PageMark:
        if country.pk not in by_state:
            return UNRECORDED
        newest, *others = sorted(by_state[country.pk], key=_newest_first)
        figure = newest.record
        basis = f"{figure.get_basis_display().lower()}, {figure.when_in_words}; {who_says(newest)}"
        basis += f"; {len(others)} more on record" if others else ""
        key = "not-counted" if figure.number is None else "counted" if figure.number else "none-counted"
        rank, offered = _KEYS[key]
        url = f"{page_of(country.slug)}#casualties"
        return PageMark(key, figure.in_words.capitalize(), "", basis, rank, url, filter_word=offered)

    return {country.pk: mark(country) for country in countries}


_ORDER = list(CasualtyBasis.values)


def _newest_first(shown: Shown) -> tuple[int, int, int, int]:
    """By the end of the period; of one time the newest word, then the widest basis."""
    figure = shown.record
    end, made = _day(figure.period_end or figure.period_start), _day(figure.made_on)
    return -end, -made, _ORDER.index(figure.basis), figure.pk


def _day(when: PartialDate | None) -> int:
    return when.latest.toordinal() if when else 0
