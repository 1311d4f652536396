"""Treaty standings and national laws as tables: every cell ready to be printed, every count the length of its list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from countries.models import NationalLaw
from countries.queries.national_laws import StateLaws, standing_of
from countries.queries.treaty_standings import Standings, StateStanding, TreatyRecord
from countries.rules.final_clauses import TreatyKind
from countries.rules.standing import Basis, CountedAs, Standing
from editorial.queries.shown import ShownRecord, who_says
from editorial.rules.calendar import spoken
from editorial.tables import Table, iso, table_of

Wanted = Callable[[StateStanding], bool]


class ActRow(NamedTuple):
    """One state in the list; two hundred of them make a page, so nothing is left to be worked out in the template."""

    name: str
    url: str
    chip: str
    standing: str
    signed: str
    joined: str
    how: str
    in_force: str
    article: str
    published: str
    remark: str


@dataclass(frozen=True)
class Heading:
    """A heading of the list with its members. ``as_names``: a plain list of names instead of a table."""

    anchor: str
    title: str
    rows: tuple[ActRow, ...]
    of_all: int
    as_names: bool = False

    @property
    def count(self) -> str:
        """How many are shown, and of how many where a filter hides some."""
        return f"{len(self.rows)}" if len(self.rows) == self.of_all else f"{len(self.rows)} of {self.of_all}"


@dataclass(frozen=True)
class Total:
    """One line of the counts, by both bases, and on the day compared with (by the basis of the page)."""

    label: str
    by_deposit: int
    by_in_force: int
    compared: int
    apart: tuple[StateStanding, ...]
    """The states that make the difference between the two bases."""


@dataclass(frozen=True)
class RegionTotal:
    """How the states of one region are counted."""

    region: str
    parties: int
    signatories: int
    others: int


def act_rows(on: Standings) -> dict[int, ActRow]:
    """The lines of all states, by primary key."""
    return {row.state.id: _row(row) for row in on.rows}


def headings(on: Standings, basis: Basis, wanted: Wanted, lines: Mapping[int, ActRow]) -> list[Heading]:
    """The list under the headings of the counts, from the lines of all states; empty headings are left out."""
    neither = on.counted(CountedAs.NEITHER, basis)

    def having(standing: Standing) -> tuple[StateStanding, ...]:
        return tuple(row for row in neither if row.standing is standing)

    parts = [
        ("parties", f"States Parties, {basis.words}", on.parties(basis)),
        ("signatories", "Signatories not yet party", on.signatories(basis)),
        ("deposited", "Deposited, not yet bound", having(Standing.DEPOSITED)),
        ("withdrawn", "Withdrawn", having(Standing.WITHDRAWN)),
        ("not-joined", "Not joined", having(Standing.NOT_JOINED)),
    ]
    return [
        Heading(
            anchor,
            title,
            tuple(lines[row.state.id] for row in rows if wanted(row)),
            len(rows),
            as_names=anchor == "not-joined",
        )
        for anchor, title, rows in parts
        if rows
    ]


def _row(row: StateStanding) -> ActRow:
    member = row.membership
    return ActRow(
        name=row.state.name,
        url=row.state.url,
        chip=row.standing.value,
        standing=row.standing.words,
        signed=spoken(row.signed_on) if row.signed_on else "",
        joined=spoken(member.deposited_on) if member else "",
        how=member.joined_by.words if member else "",
        in_force=spoken(member.bound_since) if member and member.bound_since else "",
        article=member.in_force.article.rpartition(", ")[2] if member else "",
        published=spoken(row.published_in_force) if row.published_in_force else "",
        remark=_remark(row),
    )


def _remark(row: StateStanding) -> str:
    member = row.membership
    if row.applies_provisionally:
        return "Applies it provisionally"
    if member and member.notice_on and member.notice_on <= row.day:
        effect = spoken(member.left_on) if member.left_on else "when the armed conflict ends"
        return f"Notice received {spoken(member.notice_on)}, effect {effect}"
    return ""


def totals(on: Standings, then: Standings, basis: Basis, kind: TreatyKind) -> list[Total]:
    """Parties, signatories and both together; of what nobody signs, the parties alone."""

    def total(label: str, members: Callable[[Standings, Basis], Sequence[StateStanding]]) -> Total:
        deposit, in_force = members(on, Basis.DEPOSIT), members(on, Basis.IN_FORCE)
        apart = {row.state.id for row in deposit} ^ {row.state.id for row in in_force}
        return Total(
            label,
            len(deposit),
            len(in_force),
            len(members(then, basis)),
            tuple(row for row in on.rows if row.state.id in apart),
        )

    parties = total("States Parties", Standings.parties)
    if kind is not TreatyKind.TREATY:
        return [parties]
    return [
        parties,
        total("Signatories not yet party", Standings.signatories),
        total("Signed or joined in all", Standings.joined),
    ]


def regions(on: Standings, basis: Basis) -> list[RegionTotal]:
    """Counts by M49 region, in alphabetical order."""
    places = {CountedAs.PARTY: 0, CountedAs.SIGNATORY: 1, CountedAs.NEITHER: 2}
    counts: dict[str, list[int]] = {}
    for row in on.rows:
        counts.setdefault(row.state.region, [0, 0, 0])[places[row.counted_as(basis)]] += 1
    return [RegionTotal(region, *counts[region]) for region in sorted(counts)]


def standings_table(record: TreatyRecord, on: Standings, basis: Basis, wanted: Wanted) -> Table:
    """Every state's standing with the article and the arithmetic, for a file."""
    headings = ["ISO3", "State", "Region", "Day", "Standing", f"Counted {basis.words} as", "Signed", "Joined by"]
    headings += ["Deposited", "In force (computed)", "Article", "Arithmetic", "In force (published, if different)"]
    headings += ["Notice of withdrawal", "Withdrawal takes effect"]
    return Table(record.treaty.title, headings, (_cells(row, basis) for row in on.rows if wanted(row)))


def _cells(row: StateStanding, basis: Basis) -> list[object]:
    member = row.membership
    cells: list[object] = [row.state.iso3, row.state.name, row.state.region, row.day, row.standing.words]
    cells += [row.counted_as(basis).value, row.signed_on]
    if member is None:
        return cells + [None] * 8
    return [
        *cells,
        member.joined_by.words,
        member.deposited_on,
        member.bound_since,
        member.in_force.article,
        member.in_force.arithmetic,
        row.published_in_force,
        member.notice_on,
        member.left_on,
    ]


def accumulation_table(record: TreatyRecord) -> Table:
    """Counts by both bases from every day on which one of them changed."""
    headings = ["From", "Basis", "Parties", "Signatories not yet party", "Joined in all"]
    rows = sorted(
        (count.since, basis.value, count.parties, count.signatories, count.joined)
        for basis in Basis
        for count in record.accumulation(basis)
    )
    return Table(f"{record.treaty.title}: membership", headings, rows)


LawLine = tuple[StateLaws, str, ShownRecord[NationalLaw]]


def law_table(rows: Iterable[StateLaws], on: Standings | None) -> Table:
    """Every claim on the laws of a list, each with its source; claims with the same law are about one."""
    lines: Iterable[LawLine] = ((row, law.first.name, one) for row in rows for law in row.laws for one in law.said)
    return table_of(
        "National laws",
        {
            "ISO3": lambda line: line[0].country.iso3 or "",
            "State": lambda line: line[0].country.name,
            "Towards the convention": lambda line: found.words if (found := standing_of(line[0], on)) else "",
            "Law": lambda line: line[1],
            "Kind": lambda line: line[2].record.kind,
            "Title": lambda line: line[2].record.title,
            "Original title": lambda line: line[2].record.original_title,
            "Status": lambda line: line[2].record.status,
            "Adopted": lambda line: iso(line[2].record.adopted_on),
            "In force": lambda line: iso(line[2].record.in_force_on),
            "Covers": lambda line: line[2].record.covers,
            "Penalty": lambda line: line[2].record.penalty,
            "About": lambda line: iso(line[2].record.as_of),
            "Said on": lambda line: iso(line[2].record.made_on),
            "By": lambda line: who_says(line[2]),
            "Certainty": lambda line: line[2].record.certainty,
            "Rank": lambda line: line[2].record.rank,
            "Remark": lambda line: line[2].proof.words,
            "Sources": lambda line: "; ".join(cited.line for cited in line[2].proof.sources),
        },
        lines,
    )
