"""What is said of the contamination of every state and area: completions among it, and the Article 4 clock beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from countries.models import Country
from editorial.queries.shown import Proofs, ShownRecord, who_says, whose_word
from editorial.rules.partial_date import PartialDate
from impact.models import ContaminationAnswer, ContaminationClaim
from impact.rules.contamination_upshot import THERE, ContaminationUpshot, ContaminationWord, contamination_upshot
from impact.rules.contamination_words import answer_words
from stockpiles.models import Article, CompletionDeclaration
from stockpiles.queries.duties import Owed, owed_by_state
from stockpiles.queries.duty import Duty
from stockpiles.queries.records import Records, under
from stockpiles.rules.dated import bounds

Says = ContaminationClaim | CompletionDeclaration
MOST_LINES = 2
"""Of what is said of one state, in a list."""


@dataclass(frozen=True)
class ContaminationLine:
    """One answer with whoever gives it."""

    shown: ShownRecord[Says]

    @property
    def record(self) -> Says:
        return self.shown.record

    @cached_property
    def answer(self) -> str:
        """A completion says that all was cleared."""
        record = self.shown.record
        return record.answer if isinstance(record, ContaminationClaim) else ContaminationAnswer.CLEARED

    @cached_property
    def words(self) -> str:
        """To be said of the state, without who says it."""
        record = self.shown.record
        if isinstance(record, ContaminationClaim):
            return answer_words(
                record.answer, place=record.place, extent=record.extent_in_words, when=record.when_in_words
            )
        return f"has completed clearance under Article 4 ({_when_completed(record)})"

    @property
    def who(self) -> str:
        """Who says so, and when: "Mine Action Review, 2019"."""
        return who_says(self.shown)

    @property
    def publisher(self) -> str:
        """Who says so, wherever it was read."""
        first = next(iter(self.shown.proof.sources), None)
        return (first.source.publisher or first.source.title).removesuffix(" (copy)") if first else ""

    @property
    def whose_word(self) -> str:
        """What stands before who says it."""
        return whose_word([self.shown])

    @cached_property
    def day(self) -> date | None:
        """The latest day that it can speak of."""
        record = self.shown.record
        if isinstance(record, CompletionDeclaration):
            return record.done.latest
        about: PartialDate | None = record.as_of or record.period_end or record.made_on
        found = bounds(about)
        return (found.latest or found.earliest) if found else None

    @property
    def largest_km2(self) -> Decimal | None:
        """The largest single area that it gives; a completion gives none."""
        record = self.shown.record
        return record.largest_km2 if isinstance(record, ContaminationClaim) else None

    @property
    def word(self) -> ContaminationWord:
        return ContaminationWord(self.answer, self.publisher, self.day)


def _when_completed(record: CompletionDeclaration) -> str:
    if record.last_item_on is not None:
        return str(record.last_item_on)
    if record.announced_on is not None:
        return f"announced {record.announced_on}"
    return f"declared {record.declared_on}" if record.declared_on is not None else "date not found"


@dataclass(frozen=True)
class StateContamination:
    """All that is said of one state or area, the newest first, and what it owes under Article 4."""

    country: Country
    lines: tuple[ContaminationLine, ...]
    duties: tuple[Duty, ...]
    asked_on: tuple[date, ...]

    @cached_property
    def upshot(self) -> ContaminationUpshot:
        return contamination_upshot([line.word for line in reversed(self.lines)], self.asked_on)

    @property
    def only_in(self) -> str:
        """The part of the state in which it is said to be contaminated, where every source that says so names the same."""
        if self.upshot is not ContaminationUpshot.CONTAMINATED:
            return ""
        places = {getattr(line.record, "place", "") for line in self.lines if line.answer in THERE}
        return places.pop() if len(places) == 1 else ""

    @property
    def again_in_words(self) -> str:
        """Why it counts as contaminated again, where only a request for more time says so."""
        if self.upshot is not ContaminationUpshot.AGAIN or self.lines[0].answer != ContaminationAnswer.CLEARED:
            return ""
        return "After its completion was published it asked for more time under Article 4."

    @cached_property
    def shown(self) -> tuple[ContaminationLine, ...]:
        """What a list has room for: the newest word, and the newest of another source, or that differs."""
        first = self.lines[0]
        other = next((line for line in self.lines if line.answer != first.answer), None) or next(
            (line for line in self.lines if line.publisher != first.publisher), None
        )
        return (first, other) if other is not None else (first,)

    @property
    def more(self) -> int:
        return len(self.lines) - len(self.shown)

    @cached_property
    def extent(self) -> ContaminationLine | None:
        """The newest word that gives an area."""
        return next((line for line in self.lines if line.largest_km2 is not None), None)

    @property
    def answers(self) -> set[str]:
        return {line.answer for line in self.lines}

    @property
    def publishers(self) -> set[str]:
        return {line.publisher for line in self.lines if line.publisher}


def contamination_of_states(records: Records) -> list[StateContamination]:
    """Every state and area of which anything is said, by name. Three queries beside those of the records."""
    kept, every = records.kept, records.countries
    said = kept.of_each("said of contamination", Country, every, lambda some: _said(some, records))
    owed = owed_by_state(Article.CLEARANCE, records)
    asked = asked_for_time(records)
    return [
        StateContamination(country, said[pk], _duties(owed[pk]), asked[pk])
        for pk, country in records.countries.items()
        if said[pk]
    ]


def asked_for_time(records: Records) -> Mapping[int, tuple[date, ...]]:
    """By state the days of its requests under Article 4: when it was filed, else of the meeting to which it was put."""
    return {pk: tuple(_days_asked(under(Article.CLEARANCE, records.requests[pk]))) for pk in records.countries}


def _days_asked(requests: Iterable[object]) -> Iterable[date]:
    for request in requests:
        when = getattr(request, "requested_on", None) or getattr(request, "decided_on", None)
        if when is not None:
            yield when.earliest


def _duties(owed: Owed) -> tuple[Duty, ...]:
    """Of a state of which no obligation is on record the date that the convention gives all the same."""
    return owed.duties or owed.unrecorded


def _said(some: Collection[int], records: Records) -> dict[int, tuple[ContaminationLine, ...]]:
    if "contamination" in (together := records.together):
        which = some if len(some) < len(records.countries) else None
        completed = under(Article.CLEARANCE, together.rows("completions", which))
        return lines_by_state([*together.rows("contamination", which), *completed], together.proof(which), some)
    rows: list[Says] = list(ContaminationClaim.objects.filter(country__in=some).order_by("pk"))
    rows += CompletionDeclaration.objects.filter(country__in=some, article=Article.CLEARANCE).order_by("pk")
    return lines_by_state(rows, Proofs(rows), some)


def lines_by_state(
    rows: Iterable[Says], proof: Proofs, some: Collection[int]
) -> dict[int, tuple[ContaminationLine, ...]]:
    """What is said of some states, each the newest first."""
    found: dict[int, list[ContaminationLine]] = defaultdict(list)
    for row in rows:
        found[row.country_id].append(ContaminationLine(proof.shown(row)))
    return {pk: tuple(sorted(found[pk], key=lambda line: line.day or date.min, reverse=True)) for pk in some}
