"""What states hold on disputed questions outside their statements, question by question, the newest view first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from countries.models import Country
from editorial.models import Rank
from editorial.queries.shown import Proofs, ShownRecord, who_says, whose_word
from editorial.rules.partial_date import PartialDate
from meetings.models import InterpretiveAnswer, InterpretiveIssue, InterpretivePosition

ISSUES = list(InterpretiveIssue)


@dataclass(frozen=True)
class ShownView:
    """One view with its sources."""

    record: InterpretivePosition
    shown: ShownRecord[InterpretivePosition]

    @property
    def when(self) -> PartialDate | None:
        """The time it is about, or else when it was said; None where neither is on record."""
        return self.record.as_of or self.record.made_on

    @property
    def who(self) -> str:
        """Who says so, and whether it is the state: "by its own word in Human Rights Watch, 2009"."""
        return f"{whose_word([self.shown])} {who_says(self.shown)}"


@dataclass(frozen=True)
class ViewsOnIssue:
    """All views of one state on one question: a preferred one first, then from the newest to the oldest."""

    country: Country
    issue: InterpretiveIssue
    views: tuple[ShownView, ...]

    @property
    def newest(self) -> ShownView:
        return self.views[0]

    @property
    def earlier(self) -> tuple[ShownView, ...]:
        return self.views[1:]

    @property
    def answer(self) -> InterpretiveAnswer:
        return InterpretiveAnswer(self.newest.record.answer)

    @property
    def has_changed(self) -> bool:
        """Whether an earlier view gives another answer."""
        return any(view.record.answer != self.answer for view in self.earlier)


@dataclass(frozen=True)
class StateByQuestion:
    """One line of the table state × question: for each question its newest view, None where nothing is recorded."""

    country: Country
    cells: tuple[ViewsOnIssue | None, ...]


def by_question(rows: Iterable[ViewsOnIssue]) -> tuple[list[InterpretiveIssue], list[StateByQuestion]]:
    """The questions of which the rows speak, in their order, and a line for each state, by name."""
    found: dict[Country, dict[InterpretiveIssue, ViewsOnIssue]] = defaultdict(dict)
    for row in rows:
        found[row.country][row.issue] = row
    issues = [issue for issue in ISSUES if any(issue in of for of in found.values())]
    lines = [StateByQuestion(state, tuple(of.get(issue) for issue in issues)) for state, of in found.items()]
    return issues, sorted(lines, key=lambda line: line.country.name)


def views_of_states() -> list[ViewsOnIssue]:
    """By name of state, then in the order of questions. Two queries, whatever the number of views."""
    views = InterpretivePosition.objects.select_related("country").defer("country__note").order_by("pk")
    return _by_issue(views)


def views_of(country: Country) -> list[ViewsOnIssue]:
    """The views of one state, in the order of questions. Two queries."""
    records = list(InterpretivePosition.objects.filter(country=country).order_by("pk"))
    for record in records:
        record.country = country
    return _by_issue(records)


def _by_issue(records: Iterable[InterpretivePosition]) -> list[ViewsOnIssue]:
    proof = Proofs(found := list(records))
    grouped: dict[tuple[int, str], list[ShownView]] = defaultdict(list)
    for record in found:
        grouped[record.country_id, record.issue].append(ShownView(record, proof.shown(record)))
    rows = [
        ViewsOnIssue(views[0].record.country, InterpretiveIssue(issue), tuple(sorted(views, key=_place)))
        for (_, issue), views in grouped.items()
    ]
    return sorted(rows, key=lambda row: (row.country.name, ISSUES.index(row.issue)))


def _place(view: ShownView) -> tuple[int, int, int]:
    """A preferred view comes first; one whose time is not known after those whose time is."""
    ranks = {Rank.PREFERRED: 0, Rank.NORMAL: 1, Rank.SUPERSEDED: 2}
    when = view.when
    return ranks[Rank(view.record.rank)], -when.latest.toordinal() if when else 0, view.record.pk
