"""Figures of the world as they were published, with their sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from countries.models import PublishedTotal, TotalMeasure, TotalSubject
from editorial.queries.kept import Keeping
from editorial.queries.shown import Proofs, ShownRecord
from editorial.queries.together import NOTHING, Together

ON = (PublishedTotal.SHOWN_ON,)
"""The part of the site on which they rest."""
Shown = ShownRecord[PublishedTotal]


def published_totals(
    *subjects: TotalSubject, kept: Keeping | None = None, together: Together = NOTHING
) -> Sequence[Shown]:
    """Of some subjects (of all, if none is given), in the order of subjects and measures, the newest time first.

    Two queries, where they are neither kept nor read together: as "totals", of these subjects alone.
    """

    def read() -> Sequence[Shown]:
        if "totals" in together:
            return _shown(together.rows("totals", None), together.proof(None))
        rows = list(totals_on(*subjects).order_by("pk"))
        return _shown(rows, Proofs(rows))

    return kept.value(("published totals", subjects), read, on=ON) if kept else read()


def totals_on(*subjects: TotalSubject) -> QuerySet[PublishedTotal]:
    """Of some subjects; of all, if none is given."""
    return PublishedTotal.objects.filter(**({"subject__in": subjects} if subjects else {}))


def _shown(rows: Iterable[PublishedTotal], proof: Proofs) -> Sequence[Shown]:
    return [proof.shown(row) for row in sorted(rows, key=_order)]


def _order(total: PublishedTotal) -> tuple[int, int, int, int]:
    about = total.as_of or total.period_end
    return (
        list(TotalSubject).index(TotalSubject(total.subject)),
        list(TotalMeasure).index(TotalMeasure(total.measure)),
        -about.latest.toordinal() if about else 0,
        total.pk,
    )


@dataclass(frozen=True)
class YearOfTotals:
    """What was published about one measure and one calendar year: several sources side by side, the newest first."""

    year: int
    said: tuple[Shown, ...]

    @property
    def numbers(self) -> list[str]:
        """The different figures in words; none where no source gives a number."""
        return list(dict.fromkeys(one.record.in_words for one in self.said if one.record.number is not None))

    @property
    def differ(self) -> bool:
        return len(self.numbers) > 1


def totals_by_year(totals: Iterable[Shown], measure: TotalMeasure) -> Mapping[int, YearOfTotals]:
    """What was published of one measure for single years; what covers several years is left to the list."""
    found: dict[int, list[Shown]] = defaultdict(list)
    for shown in totals:
        if shown.record.measure == measure and shown.record.year is not None:
            found[shown.record.year].append(shown)
    return {
        year: YearOfTotals(year, tuple(sorted(of, key=lambda one: _made(one.record), reverse=True)))
        for year, of in sorted(found.items())
    }


def years_without(found: Iterable[int]) -> list[int]:
    """The years between the first and the last of which nothing is on record."""
    years = set(found)
    return [year for year in range(min(years), max(years) + 1) if year not in years] if years else []


def _made(total: PublishedTotal) -> int:
    return total.made_on.latest.toordinal() if total.made_on else 0
