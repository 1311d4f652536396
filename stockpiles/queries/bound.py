"""Which states the Convention on Cluster Munitions binds, from when, and until when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import DEFAULT_DB_ALIAS

from countries.models import Country, Treaty, TreatyAction
from countries.queries.treaty_standings import CONVENTION
from countries.rules.entry_into_force import threshold_day
from countries.rules.final_clauses import INSTRUMENTS, ActionKind, TreatyAct
from countries.rules.standing import Course, course_of
from editorial.rules.explained import Explained

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
    return bound_by(*_courses(None), as_of)


def bound_state(country: Country, *, as_of: date | None = None) -> Bound | None:
    """The same for one state; None if it never deposited. Two queries, where the treaty's threshold is on record."""
    return bound_by(*_courses(country), as_of).get(country.pk)


def bound_by(
    courses: Mapping[int, Course], countries: Mapping[int, Country], as_of: date | None
) -> dict[int, Bound]:
    """Those of some countries that their courses through the convention bind, had they deposited by ``as_of``."""
    return {
        pk: Bound(countries[pk], member.deposited_on, member.in_force, member.left_on)
        for pk, course in courses.items()
        if pk in countries
        for member in course.memberships
        if member.bound_since is not None and (as_of is None or member.deposited_on <= as_of)
    }


COLUMNS = tuple(
    field.attname
    for field in Country._meta.concrete_fields
    if field.name not in ("public_id", "source", "source_locator", "note")
)
"""Of a state; what it rests on stays in the database."""


def _courses(country: Country | None) -> tuple[dict[int, Course], dict[int, Country]]:
    """The course of every state that acted (of this one, if one is given), and the states."""
    treaty = Treaty.objects.select_related("parent").filter(slug=CONVENTION).first()
    if treaty is None:
        return {}, {}
    clauses, rows = treaty.final_clauses, TreatyAction.objects.filter(treaty=treaty).order_by("date")
    if country is not None and treaty.threshold_reached_on is not None:
        rows = rows.filter(country=country)
    acts: dict[int, list[TreatyAct]] = defaultdict(list)
    states: dict[int, Country] = {}
    of_state = [] if country is not None else [f"country__{name}" for name in COLUMNS]
    columns = ("country_id", "kind", "date", "effective_on", "in_armed_conflict")
    for pk, kind, day, effective, at_war, *read in rows.values_list(*columns, *of_state):
        acts[pk].append(TreatyAct(ActionKind(kind), day, effective, at_war))
        if read and pk not in states:
            states[pk] = Country.from_db(DEFAULT_DB_ALIAS, COLUMNS, read)
    deposits = [act.day for of in acts.values() for act in of if act.kind in INSTRUMENTS]
    threshold = threshold_day(clauses, deposits)
    if country is not None:
        states = {country.pk: country}
    return {pk: course_of(clauses, acts[pk], threshold) for pk in states}, states


def entry_into_force_by_state() -> dict[int, date]:
    """The day from which the convention binds each state, by primary key of its country."""
    return {pk: bound.since for pk, bound in bound_states().items()}
