"""Words that the parts of a drafted profile share: when, how many, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from editorial.models import Certainty, Claim
from editorial.queries.proof import Proof
from editorial.rules.calendar import spoken
from editorial.rules.partial_date import PartialDate
from stockpiles.models import Figures
from stockpiles.rules.quantity import Quantity

from .parts import NotePart

MOST_NAMED = 3
T = TypeVar("T")


class Proved(Protocol):
    """Anything that is shown with its proof."""

    @property
    def proof(self) -> Proof: ...


class SaidBy(Proved, Protocol):
    """A claim that is shown with its proof, of whichever table."""

    @property
    def record(self) -> Claim: ...


def on(when: date | PartialDate) -> str:
    """ "on 3 December 2008", "in May 2007", "after 31 July 2013", "in about 2022"."""
    if isinstance(when, date):
        return f"on {spoken(when)}"
    if when.bound in ("after", "before"):
        return str(when)
    return f"{'on' if when.precision == 'day' else 'in'} {when}"


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def alike(rows: Iterable[T], key: Callable[[T], Hashable]) -> list[list[T]]:
    """Rows that say the same, together: a sentence for each, with all who say it. In the order of the first of each."""
    found: dict[Hashable, list[T]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return list(found.values())


def years_in_words(years: Iterable[int]) -> str:
    """Runs of years: "2011 to 2013, 2015 and 2016"."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][-1] + 1 == year:
            runs[-1].append(year)
        else:
            runs.append([year])
    words = [[f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(year) for year in run] for run in runs]
    return listed([one for run in words for one in run])


def who(said: Sequence[SaidBy]) -> str:
    """Who says it and when: "Human Rights Watch (2017 and 2019)"; of many the first three, and how many more."""
    years: dict[str, list[str]] = {}
    for shown in said:
        first = next(iter(shown.proof.sources), None)
        name = (first.source.publisher or first.source.title) if first else "a record without a source"
        made = shown.record.made_on
        years.setdefault(name, []).append(str(made.year) if made else "undated")
    names = [f"{name} ({listed(sorted(set(given)))})" for name, given in years.items()]
    more = len(names) - MOST_NAMED
    return listed([*names[:MOST_NAMED], f"{more} more"] if more > 0 else names)


_WHOSE = {
    Certainty.STATED: "By its own word, as given by {who},",
    Certainty.ESTIMATED: "By an estimate of {who},",
    Certainty.ALLEGED: "By an allegation that {who} gives,",
}


def whose_word(said: Sequence[SaidBy]) -> str:
    """How a sentence begins that says who says it: "By its own word, as given by …,", "According to …,"."""
    certainty = Certainty(said[0].record.certainty)
    return _WHOSE.get(certainty, "According to {who},").format(who=who(said))


def notes_of(said: Iterable[Proved]) -> tuple[NotePart, ...]:
    """The sources of each claim, and what its note says beside them; each once."""
    return tuple(dict.fromkeys(NotePart(one.proof.sources, one.proof.words) for one in said)) or UNSOURCED


UNSOURCED = (NotePart((), "No source is recorded for this."),)


def quantity_in_words(figure: Figures) -> str:
    """ "2,012 munitions with 162,417 submunitions"; what is unknown is said, and the two are never added."""
    munitions, inside = figure.munitions_quantity, figure.submunitions_quantity
    if not munitions.is_known and not inside.is_known:
        return "an unknown number of munitions"
    whole = _counted(munitions, "munition") if munitions.is_known else "an unknown number of munitions"
    if munitions.value == 0 and inside.value in (0, None):
        return "no munitions"
    if not inside.is_known:
        return f"{whole} (the number of submunitions is not recorded)"
    return f"{whole} with {_counted(inside, 'submunition')}"


def _counted(quantity: Quantity, one: str) -> str:
    return f"{quantity} {one}" if quantity.value == 1 else f"{quantity} {one}s"
