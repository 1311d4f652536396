"""Which states the Convention on Cluster Munitions binds, from when, and until when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from countries.models import Country, Treaty, TreatyAction
from countries.rules.entry_into_force import threshold_day
from countries.rules.final_clauses import INSTRUMENTS, ActionKind, TreatyAct
from countries.rules.standing import course_of
from editorial.rules.explained import Explained

CONVENTION = "ccm"
ACT = ("country_id", "kind", "date", "effective_on", "in_armed_conflict")
STATE = {field.attname: f"country__{field.attname}" for field in Country._meta.concrete_fields}
"""A state is made once, not with each of its acts."""


@dataclass(frozen=True)
class Bound:
    """One state's membership: deposited on a day, bound from a day (computed), perhaps until another."""

    country: Country
    deposited_on: date
    in_force: Explained[date | None]
    until: date | None = None

    @property
    def since(self) -> date:
        """Entry into force for the state. Only memberships that have one are returned."""
        assert self.in_force.value is not None  # noqa: S101 - bound_states() leaves the others out
        return self.in_force.value

    def on(self, day: date) -> bool:
        """Whether the convention binds the state on a day."""
        return self.since <= day and (self.until is None or day < self.until)


def bound_states(*, as_of: date | None = None) -> dict[int, Bound]:
    """Every state that had deposited by ``as_of`` (ever, if None), by primary key of its country. Two queries.

    Entry into force may lie after ``as_of``; a withdrawn state stays in, with the day on which its duties ended.
    """
    return _bound(None, as_of)


def bound_state(country: Country, *, as_of: date | None = None) -> Bound | None:
    """The same for one state; None if it never deposited. Two queries, where the treaty's threshold is on record."""
    return _bound(country, as_of).get(country.pk)


def _bound(country: Country | None, as_of: date | None) -> dict[int, Bound]:
    treaty = Treaty.objects.select_related("parent").filter(slug=CONVENTION).first()
    if treaty is None:
        return {}
    clauses, rows = treaty.final_clauses, TreatyAction.objects.filter(treaty=treaty)
    if country is not None and treaty.threshold_reached_on is not None:
        rows = rows.filter(country=country)
    acts: dict[int, list[TreatyAct]] = defaultdict(list)
    instruments: list[date] = []
    countries: dict[int, Country] = {}
    for pk, kind, day, effective_on, in_armed_conflict, *state in rows.values_list(*ACT, *STATE.values()):
        acts[pk].append(own := TreatyAct(ActionKind(kind), day, effective_on, in_armed_conflict))
        if pk not in countries:
            countries[pk] = Country.from_db(rows.db, STATE, state)
        if own.kind in INSTRUMENTS:
            instruments.append(own.day)
    threshold = threshold_day(clauses, instruments)
    members = {
        pk: member
        for pk, done in acts.items()
        for member in course_of(clauses, done, threshold).memberships
        if member.bound_since is not None and (as_of is None or member.deposited_on <= as_of)
    }
    return {
        pk: Bound(countries[pk], member.deposited_on, member.in_force, member.left_on)
        for pk, member in members.items()
    }


def entry_into_force_by_state() -> dict[int, date]:
    """The day from which the convention binds each state, by primary key of its country."""
    return {pk: bound.since for pk, bound in bound_states().items()}
