"""Figures about treaties and national laws: how membership grew, one state's way through a treaty, who has a law."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from countries.maps import MapClass, WorldMap, world_map
from countries.models import DomesticStep
from countries.queries.national_laws import LawUpshot, StateLaws
from countries.queries.treaty_standings import CountryStanding, Standings, TreatyRecord
from countries.rules.accumulation import Count
from countries.rules.standing import Basis, Standing
from editorial.charts import Chart, ChartMoment, Series, bar_chart, line_chart, timeline
from editorial.installation import on_record
from editorial.rules.calendar import spoken

PARTY = MapClass("Bound: in force", "party")
MAP_CLASSES = {
    Standing.IN_FORCE: PARTY,
    Standing.WITHDRAWING: PARTY,
    Standing.REJOINED: PARTY,
    Standing.DEPOSITED: MapClass("Party by deposit, not yet bound", "deposited"),
    Standing.SIGNATORY: MapClass("Signatory", "signatory"),
    Standing.WITHDRAWN: MapClass("Withdrawn", "withdrawn"),
    Standing.NOT_JOINED: MapClass("Not joined", "not-joined"),
}


def standings_map(record: TreatyRecord, on: Standings, table_url: str) -> WorldMap:
    """The world on that day; the legend counts, and names only what occurs."""
    classes = {row.state.iso3: MAP_CLASSES[row.standing] for row in on.rows if row.state.iso3}
    urls = {row.state.iso3: row.state.url for row in on.rows}
    occurring = set(classes.values())
    return world_map(
        classes=classes,
        names={row.state.iso3: row.state.name for row in on.rows},
        url_for=urls.__getitem__,
        legend=[one for one in dict.fromkeys(MAP_CLASSES.values()) if one in occurring],
        table_url=table_url,
        title=f"{record.treaty.title} on {spoken(on.day)}",
        source=f"Computed from the depositary's record, {record.treaty.untc_number or record.treaty.depositary}",
        source_url=record.treaty.url,
        slug="standings-map",
    )


def accumulation_chart(record: TreatyRecord, until: date, csv_url: str = "") -> Chart | None:
    """States Parties by both bases and all who joined, at the end of every year and on the last day.

    None where nobody had acted by that day.
    """
    by_deposit, in_force = record.accumulation(Basis.DEPOSIT), record.accumulation(Basis.IN_FORCE)
    if not by_deposit or by_deposit[0].since > until:
        return None
    first = by_deposit[0].since.year
    days = [date(year, 12, 31) for year in range(first, until.year)] + [until]
    if len(days) == 1:
        days.insert(0, date(first - 1, 12, 31))
    deposited, bound = (_on_days(counts, days) for counts in (by_deposit, in_force))
    series = [
        Series("Bound: in force", [count.parties for count in bound]),
        Series("Parties by deposit", [count.parties for count in deposited]),
    ]
    if any(count.signatories for count in deposited):
        series.append(Series("Signed or joined", [count.joined for count in deposited]))
    return line_chart(
        title="Membership over the years",
        unit="states",
        points=days,
        series=series,
        step=False,
        source="Computed from the acts on this page",
        csv_url=csv_url,
        note="At the end of each year, and on the day chosen.",
        slug="accumulation",
    )


def _on_days(counts: Sequence[Count], days: Sequence[date]) -> list[Count]:
    """The counts that held at the end of each day."""
    starts = [count.since for count in counts]
    nothing = Count(date.min, 0, 0)
    return [counts[place - 1] if (place := bisect_right(starts, day)) else nothing for day in days]


def course_chart(found: CountryStanding, steps: Sequence[DomesticStep]) -> Chart | None:
    """A state's way through a treaty on one axis: acts, steps at home, the days that rules gave. None for nothing."""
    moments = [ChartMoment(act.date, act.get_kind_display()) for act in found.acts]
    moments += [ChartMoment(step.date.earliest, step.get_kind_display(), when=str(step.date)) for step in steps]
    for member in found.course.memberships:
        if member.bound_since and member.bound_since != member.deposited_on:
            moments.append(ChartMoment(member.bound_since, "In force for it"))
        if member.left_on:
            moments.append(ChartMoment(member.left_on, "Withdrawal takes effect"))
    if len(moments) < 2:
        return None
    return timeline(
        moments=moments,
        title=f"{found.treaty.title}: the way in dates",
        source=f"Acts as the depositary records them; entry into force computed ({found.treaty.short_name})",
        slug=f"course-{found.treaty.slug}",
    )


LAW_PAINT: dict[LawUpshot, MapClass] = {
    LawUpshot.OWN_LAW: MapClass(LawUpshot.OWN_LAW.value, "party"),
    LawUpshot.JOINING: MapClass(LawUpshot.JOINING.value, "deposited"),
    LawUpshot.ORDER: MapClass(LawUpshot.ORDER.value, "withdrawn"),
    LawUpshot.VIEW: MapClass(LawUpshot.VIEW.value, "due-soon"),
    LawUpshot.DRAFT: MapClass(LawUpshot.DRAFT.value, "not-joined"),
}


def law_map(rows: Iterable[StateLaws], csv_url: str) -> WorldMap:
    """What is on record of the laws of each state; of those without a colour nothing is."""
    states = {row.country.iso3: row for row in rows if row.country.iso3}
    classes = {iso3: LAW_PAINT[row.upshot] for iso3, row in states.items()}
    return world_map(
        classes=classes,
        names={iso3: row.country.name for iso3, row in states.items()},
        url_for=lambda iso3: f"#{states[iso3].country.slug}",
        legend=[one for one in LAW_PAINT.values() if one in classes.values()],
        table_url="#states",
        title="National laws on record",
        source=on_record("Claims"),
        csv_url=csv_url,
        note="A colour is the most that is on record of a state. States without a colour are those of which nothing is "
        "recorded here; they may have a law all the same.",
        slug="law-map",
    )


def laws_by_year(rows: Iterable[StateLaws], csv_url: str) -> Chart | None:
    """In which years laws were adopted: a state counts once for each year and sort of law. None where no year is known.

    Where sources give two years, both are counted, since the record does not decide between them.
    """
    sorts = (LawUpshot.OWN_LAW, LawUpshot.JOINING, LawUpshot.ORDER)
    found = {
        (law.upshot, year, row.country.pk)
        for row in rows
        for law in row.laws
        for year in law.years
        if law.upshot in sorts
    }
    if not found:
        return None
    counts = Counter((sort, year) for sort, year, _ in found)
    years = sorted({year for _, year, _ in found})
    span = range(years[0], years[-1] + 1)
    return bar_chart(
        unit="states; each once a year and sort of law",
        years=span,
        series=[Series(sort.value, [counts[sort, year] for year in span]) for sort in sorts],
        title="Laws by year of adoption",
        source=on_record("Claims"),
        csv_url=csv_url,
        note="Laws whose year is not on record are not drawn. Where sources give two years, both are.",
        slug="laws-by-year",
    )
