"""The dates that a text names, as proposals for its own date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from editorial.rules.partial_date import MONTHS, BadDate, PartialDate

_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"(?P<asof>\bas (?:of|at) )?(?:(?P<d>\d{{1,2}}) (?P<m>{_MONTH}) (?P<y>\d{{4}})"
    rf"|(?P<am>{_MONTH}) (?P<ad>\d{{1,2}}),? (?P<ay>\d{{4}})|(?P<mm>{_MONTH}) (?P<my>\d{{4}}))(?!\d)",
    re.ASCII,
)


@dataclass(frozen=True)
class NamedDay:
    """A date that the text names; ``as_of`` where the text says that things stood so on that day."""

    line: int
    date: PartialDate
    as_of: bool = False


def days_named(texts: Iterable[tuple[int, str]]) -> Iterator[NamedDay]:
    """Days and months in these words, which stand in the numbered lines of a file. A day that no calendar has (31 June)
    is none."""
    for line, text in texts:
        for m in _DAY.finditer(text):
            month = m["m"] or m["am"] or m["mm"]
            words = " ".join(part for part in (m["d"] or m["ad"], month, m["y"] or m["ay"] or m["my"]) if part)
            try:
                yield NamedDay(line, PartialDate.parse(words), bool(m["asof"]))
            except BadDate:
                continue
