"""States to draft of, with a story made for the test in place of the record's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import count
from types import SimpleNamespace
from typing import Any

from ccm_site.drafts.parts import DraftSection, Sentence, Subject
from ccm_site.drafts.writing import text_of
from countries.models import Country
from editorial.models import Cited, Source
from editorial.queries.proof import Proof
from editorial.rules.partial_date import PartialDate
from stockpiles.queries.figure_groups import ShownRecord

DAY = date(2026, 2, 3)
A, B = Source(pk=1, key="a-2020", publisher="Alpha"), Source(pk=2, key="b-2021", publisher="Beta")
_numbers = count(1)

NOTHING: dict[str, Any] = dict.fromkeys(
    (
        "activity_groups",
        "holdings",
        "moved",
        "totals_destroyed",
        "periods_destroyed",
        "destroyed",
        "differences",
        "retained",
        "used_up",
        "programmes",
        "requests",
        "clearance_requests",
        "completions",
        "clearances",
        "unrecorded",
        "reports",
    ),
    (),
) | {"bound": None, "destruction": None}


class Kept:
    """Keeps nothing, and has no text of the convention in its library."""

    def value(self, name: object, make: Any, **rest: Any) -> Any:
        return None if name == "the convention's text" else make()


def subject(*, bound: bool = False, **story: Any) -> Subject:
    """Peru on the last day of the record, with this story and nothing else; ``bound`` by the convention, or outside."""
    asked = SimpleNamespace(day=DAY)
    at: Any = SimpleNamespace(standings=asked, stocks=asked, kept=Kept())
    made = Subject(Country(name="Peru", slug="peru", kind="state"), at)
    member = SimpleNamespace(until=None) if bound else None
    vars(made)["story"] = SimpleNamespace(**{**NOTHING, "bound": member, **story})
    vars(made)["standings"] = ()
    vars(made)["_reach"] = {}
    return made


def shown(record: Any, *sources: Source, words: str = "", used: bool = False) -> ShownRecord[Any]:
    """A record with its proof; as if it were stored, so that it can be told from others."""
    if getattr(record, "pk", 0) is None:
        record.pk = next(_numbers)
    return ShownRecord(record, Proof(tuple(Cited(one) for one in sources), words), used)


def when(words: str) -> PartialDate:
    return PartialDate.parse(words)


def written(sentences: Iterable[Sentence]) -> list[str]:
    """The words of each sentence."""
    return [sentence.words for sentence in sentences]


def as_text(sentences: Iterable[Sentence], about: Subject) -> str:
    """The sentences as the section of a text."""
    found = list(sentences)
    return text_of([DraftSection("part", "Part", (lambda _: found,))], about)
