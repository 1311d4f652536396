"""What one flow of a stock comes to: which of its figures add up, and which lie inside one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .difference import Difference, DifferenceKind
from .figure import Figure, end, start
from .flow import WHOLE_STOCK, Flow, Unit
from .quantity import UNKNOWN, Quantity, total

#: A munition type (or the whole stock) and the first and last day of a period.
Span = tuple[str, date, date]


@dataclass(frozen=True)
class FlowSums:
    """Sums for one type (or the whole stock) and unit; what does not fit on the way is kept in ``found``."""

    kind: str
    unit: Unit
    found: list[Difference] = field(default_factory=list)

    def of(self, flow: Flow, figures: Mapping[Flow, Sequence[Figure]]) -> Quantity | None:
        """What one flow comes to; None when no figure speaks of it."""
        own = figures.get(flow)
        if not own:
            return None
        if flow is Flow.DESTROYED:
            return self._destroyed(own)
        if flow is Flow.RETAINED:
            return self._still_retained(own, figures.get(Flow.RETAINED_DESTROYED, ()))
        if flow is Flow.OPENING:
            return self._whole_or_types(flow, own)
        return self._by_period(flow, own)

    def _still_retained(self, kept: Sequence[Figure], used_up: Sequence[Figure]) -> Quantity:
        """The newest figure for what is retained, less what was destroyed out of it in periods that began after it."""
        newest = max(end(one) for one in kept)
        now = self._whole_or_types(Flow.RETAINED, [one for one in kept if end(one) == newest])
        since = [one for one in used_up if start(one) > newest]
        # All that was destroyed of it is summed on its own as well; what does not fit is found there, and once.
        return now - FlowSums(self.kind, self.unit)._by_period(Flow.RETAINED_DESTROYED, since)

    def _destroyed(self, figures: Sequence[Figure]) -> Quantity:
        """The newest running total and the periods after it; all periods where there is none."""
        running = [one for one in figures if one.is_running_total]
        periods = [one for one in figures if not one.is_running_total]
        if not running:
            return self._by_period(Flow.DESTROYED, periods)
        until = max(end(one) for one in running)
        so_far = self._whole_or_types(Flow.DESTROYED, [one for one in running if end(one) == until])
        if not so_far.is_known:
            # A total that gives only the other unit says nothing here: the periods do.
            return self._by_period(Flow.DESTROYED, periods) if periods else UNKNOWN
        inside = [one for one in periods if start(one) <= until and one.quantity(self.unit).is_known]
        after = [one for one in periods if start(one) > until]
        self._check_periods(self._by_period(Flow.DESTROYED, inside), so_far)
        return so_far + self._by_period(Flow.DESTROYED, after) if after else so_far

    def _by_period(self, flow: Flow, figures: Sequence[Figure]) -> Quantity:
        if flow in (Flow.DESTROYED, Flow.RETAINED_DESTROYED):
            figures = self._outermost(figures)
        periods: dict[tuple[date, date], list[Figure]] = defaultdict(list)
        for one in figures:
            periods[start(one), end(one)].append(one)
        return total(self._whole_or_types(flow, group) for group in periods.values())

    def _outermost(self, figures: Sequence[Figure]) -> list[Figure]:
        """Figures without those that lie inside a longer period of the same kind, or of the whole stock.

        The months February to May 2022 are part of the year 2022 and do not count again. Parts that add up to more
        than their whole are a contradiction.
        """
        groups: dict[Span, list[Figure]] = defaultdict(list)
        for one in figures:
            groups[one.designation, start(one), end(one)].append(one)
        kept: list[Figure] = []
        inside: dict[Span, list[Figure]] = defaultdict(list)
        for span, group in groups.items():
            around = [other for other in groups if _contains(other, span)]
            if around:
                inside[min(around, key=lambda other: (_days(other), other))].extend(group)
            else:
                kept.extend(group)
        for span, parts in inside.items():
            known = [q for q in (part.quantity(self.unit) for part in parts) if q.is_known]
            self._check_periods(total(known), total(one.quantity(self.unit) for one in groups[span]))
        return kept

    def _check_periods(self, periods: Quantity, whole: Quantity) -> None:
        """Periods may add up to less than the total given for them, never to more."""
        if periods.differs_from(whole) and (periods.value or 0) > (whole.value or 0):
            self._add(
                DifferenceKind.PERIODS_EXCEED_TOTAL,
                f"The periods add up to {periods} {self.unit.value} destroyed, the total given for them is {whole}.",
                f"periods {periods}; total {whole}",
            )

    def _whole_or_types(self, flow: Flow, figures: Sequence[Figure]) -> Quantity:
        """One figure out of those for the whole and those by type: the whole where it is known, else the types."""
        whole = [one.quantity(self.unit) for one in figures if one.designation == WHOLE_STOCK]
        types = [one.quantity(self.unit) for one in figures if one.designation != WHOLE_STOCK]
        if self.kind != WHOLE_STOCK or not whole:
            return total(types)
        of_whole, of_types = total(whole), total(types)
        if not types:
            return of_whole
        if of_whole.value is None:
            return of_types
        if of_types.differs_from(of_whole):
            self._add(
                DifferenceKind.TYPES_DO_NOT_ADD_UP,
                f"{flow.value.capitalize()}: the types add up to {of_types} {self.unit.value}, "
                f"the figure for the whole stock is {of_whole}.",
                f"{flow.value}: types {of_types}; whole {of_whole}",
            )
        return of_whole

    def _add(self, finding: DifferenceKind, words: str, figures: str) -> None:
        self.found.append(Difference(finding, self.kind, self.unit, words, figures))


def _contains(outer: Span, inner: Span) -> bool:
    """Whether a period lies within a longer one that counts the same things."""
    return (
        outer[0] in (WHOLE_STOCK, inner[0])
        and outer[1] <= inner[1]
        and inner[2] <= outer[2]
        and _days(outer) > _days(inner)
    )


def _days(span: Span) -> int:
    return (span[2] - span[1]).days
