"""One question of Article 1, answered for every state of which a source says anything: who used, who made, who traded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import Q

from countries.models import Country
from countries.rules.period import years_of_period
from stockpiles.models import Activity, ActivityClaim, ActivityPlace, MunitionType
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
        accusing = (one.record for one in self.said if one.record.answer in ACCUSING)
        return {year for claim in accusing for year in years_of_period(claim.period_start, claim.period_end)}


def answers_of_states(activities: Collection[Activity]) -> list[StateAnswers]:
    """What is said on some activities together, by name of state. Seven queries, whatever the number of claims."""
    found = [_of(state, said) for state, said in _said(activities).items()]
    return sorted(found, key=lambda one: one.country.name)


def answers_by_activity(
    activities: Collection[Activity], countries: Collection[Country], claims: ReadClaims | None = None
) -> dict[int, dict[str, StateAnswers]]:
    """What is said of some states on each of some activities, by primary key. Seven queries, where the claims are not read
    yet."""
    found: dict[int, dict[str, StateAnswers]] = {country.pk: {} for country in countries}
    for state, said in _by_state(claims or _read(activities, countries)).items():
        for activity in activities:
            if own := [one for one in said if one.record.activity == activity]:
                found[state.pk][activity] = _of(state, own)
    return found


class ReadClaims(NamedTuple):
    """Claims with their places, types and states, and what they rest on."""

    rows: Sequence[ActivityClaim]
    proof: Proofs


def claims_at_hand(
    rows: Sequence[ActivityClaim],
    proof: Proofs,
    *,
    places: Iterable[ActivityPlace],
    types: Iterable[MunitionType],
    states: Mapping[int, Country],
) -> ReadClaims:
    """The same of rows that were read table by table: each gets its state, its type and its places, by their names."""
    by_claim: dict[int, list[Country]] = defaultdict(list)
    for place in places:
        by_claim[place.claim_id].append(states[place.country_id])
    known = {one.pk: one for one in types}
    for claim in rows:
        claim.country = states[claim.country_id]
        claim.munition_type = None if claim.munition_type_id is None else known[claim.munition_type_id]
        claim.named_places = sorted(by_claim[claim.pk], key=lambda state: state.name)
    return ReadClaims(rows, proof)


def _said(activities: Collection[Activity]) -> dict[Country, list[ShownRecord[ActivityClaim]]]:
    """The claims on each state, with their sources."""
    return _by_state(_read(activities))


def _read(activities: Collection[Activity], countries: Collection[Country] | None = None) -> ReadClaims:
    of_some = Q() if countries is None else Q(country__in=countries)
    claims = (
        ActivityClaim.objects.filter(of_some, activity__in=activities)
        .select_related("munition_type")
        .prefetch_related("places__country")
        .order_by("pk")
    )
    states = Country.objects.defer("note").in_bulk()
    for claim in (rows := list(claims)):
        claim.country = states[claim.country_id]
    return ReadClaims(rows, Proofs(rows))


def _by_state(claims: ReadClaims) -> dict[Country, list[ShownRecord[ActivityClaim]]]:
    by_state: dict[Country, list[ShownRecord[ActivityClaim]]] = defaultdict(list)
    for claim in claims.rows:
        by_state[claim.country].append(claims.proof.shown(claim))
    return by_state


def _of(country: Country, said: Iterable[ShownRecord[ActivityClaim]]) -> StateAnswers:
    newest_first = tuple(sorted(said, key=age))
    return StateAnswers(country, newest_first, activity_groups(newest_first))
