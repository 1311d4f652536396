"""One question of Article 1, answered for every state of which a source says anything: who used, who made, who traded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from countries.models import Country
from stockpiles.models import Activity, ActivityClaim
from stockpiles.rules.activity_upshot import Upshot, upshot

from .activity_lines import ACCUSING, ActivityGroup, AnswerLine, activity_groups, age, shortly
from .figure_groups import Proofs, ShownRecord

MOST_LINES = 3
"""Of what is said against one state, in a list."""


@dataclass(frozen=True)
class StateAnswers:
    """What is said of one state, with who says it, the newest first."""

    country: Country
    said: tuple[ShownRecord[ActivityClaim], ...]
    groups: tuple[ActivityGroup, ...]

    @cached_property
    def upshot(self) -> Upshot:
        return upshot((one.record.answer, one.record.tense) for one in self.said)

    @property
    def is_disputed(self) -> bool:
        return any(group.is_disputed for group in self.groups)

    @cached_property
    def shown(self) -> tuple[AnswerLine, ...]:
        """What a list has room for: what is said against the state with its denial, or else one answer."""
        return shortly([line for group in self.groups for line in group.lines], MOST_LINES)

    @property
    def more(self) -> int:
        """How many further answers there are."""
        return sum(len(group.lines) for group in self.groups) - len(self.shown)

    @cached_property
    def places(self) -> dict[int, Country]:
        """Where it is said to have used them, or with whom to have traded."""
        accusing = (one.record for one in self.said if one.record.answer in ACCUSING)
        return {place.pk: place for claim in accusing for place in claim.named_places}

    @cached_property
    def years(self) -> set[int]:
        """The calendar years in which a source says that it did: of a period every one, of no period none."""
        found: set[int] = set()
        for one in self.said:
            claim = one.record
            start, end = claim.period_start, claim.period_end
            if claim.answer in ACCUSING and start and not start.bound:
                found.update(range(start.year, (end.year if end and not end.bound else start.year) + 1))
        return found


def answers_of_states(activities: Collection[Activity]) -> list[StateAnswers]:
    """What is said on some activities together, by name of state. Seven queries, whatever the number of claims."""
    found = [_of(state, said) for state, said in _said(activities).items()]
    return sorted(found, key=lambda one: one.country.name)


def answers_by_activity(
    activities: Collection[Activity], countries: Collection[Country]
) -> dict[int, dict[str, StateAnswers]]:
    """What is said of some states on each of some activities, by primary key. Seven queries."""
    found: dict[int, dict[str, StateAnswers]] = {country.pk: {} for country in countries}
    for state, said in _said(activities, countries).items():
        for activity in activities:
            if own := [one for one in said if one.record.activity == activity]:
                found[state.pk][activity] = _of(state, own)
    return found


def _said(
    activities: Collection[Activity], countries: Collection[Country] | None = None
) -> dict[Country, list[ShownRecord[ActivityClaim]]]:
    """The claims on each state, with their sources."""
    of_some = Q() if countries is None else Q(country__in=countries)
    claims = (
        ActivityClaim.objects.filter(of_some, activity__in=activities)
        .select_related("munition_type")
        .prefetch_related("places__country")
        .order_by("pk")
    )
    states = Country.objects.defer("note").in_bulk()
    proof = Proofs(rows := list(claims))
    by_state: dict[Country, list[ShownRecord[ActivityClaim]]] = defaultdict(list)
    for claim in rows:
        claim.country = states[claim.country_id]
        by_state[claim.country].append(proof.shown(claim))
    return by_state


def _of(country: Country, said: Iterable[ShownRecord[ActivityClaim]]) -> StateAnswers:
    newest_first = tuple(sorted(said, key=age))
    return StateAnswers(country, newest_first, activity_groups(newest_first))
