"""What an act would change before it is saved: the state's standing, its dates and deadlines, the counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from countries.models import Country, Treaty, TreatyAction
from countries.rules.final_clauses import TreatyAct
from countries.rules.standing import Basis, Course
from editorial.rules.calendar import spoken
from editorial.rules.explained import Explained
from editorial.slots import Slot

from .treaty_standings import Standings, TreatyRecord, treaty_record


@dataclass(frozen=True)
class Effect:
    """One thing that would change. An empty ``before`` is new, an empty ``after`` falls away."""

    about: str
    before: str
    after: str
    proof: Explained[object] | None = None


DeadlineProvider = Callable[[Treaty, date], Sequence[tuple[str, Explained[object]]]]
counted_from_entry_into_force: Slot[DeadlineProvider] = Slot("days counted from entry into force")
"""What apps count from a state's entry into force, each as (name, computed day)."""


def effects_of(
    *, treaty: Treaty, country: Country, act: TreatyAct | None, instead_of: TreatyAction | None, today: date
) -> tuple[Effect, ...]:
    """What saving this act (None: removing one) would change, first for the state, then for the counts.

    ``instead_of`` is the stored act that is being edited or removed. The treaty comes with its parent.
    """
    before = treaty_record(treaty)
    acts = list(before.acts.get(country.pk, ()))
    if instead_of is not None and instead_of.treaty_id == treaty.pk and instead_of.country_id == country.pk:
        acts.remove(instead_of.for_rules)
    after = before.with_acts(country.pk, [*acts, *([act] if act else [])])
    old, new = before.course(country.pk), after.course(country.pk)
    found = [*_of_state(old, new, today), *_of_dates(treaty, old, new)]
    if before.in_force.value != after.in_force.value:
        was, will = (day_in_words(one.in_force.value) for one in (before, after))
        found.append(Effect(f"Entry into force of the {treaty.title}", was, will, after.in_force))
    return (*found, *_of_counts(before, after, _days(old, new, today)))


def _of_state(old: Course, new: Course, today: date) -> list[Effect]:
    then, now = old.on(today), new.on(today)
    if then.standing is now.standing:
        return []
    return [Effect(f"Standing on {spoken(today)}", then.standing.words, now.standing.words, now.why)]


def _of_dates(treaty: Treaty, old: Course, new: Course) -> list[Effect]:
    effects = []
    dates, later = dates_of(treaty, old), dates_of(treaty, new)
    for about in dict.fromkeys([*dates, *later]):
        was, will = dates.get(about), later.get(about)
        before, after = day_in_words(was.value) if was else "", day_in_words(will.value) if will else ""
        if before != after:
            effects.append(Effect(about, before, after, will or was))
    return effects


def dates_of(treaty: Treaty, course: Course) -> dict[str, Explained[object]]:
    """Every day that rules give for a state; of a state that rejoined, those of its last membership."""
    if not course.memberships:
        return {}
    member = course.memberships[-1]
    found: dict[str, Explained[object]] = {"Entry into force for it": member.in_force}
    if member.bound_since is not None:
        for provider in counted_from_entry_into_force:
            found |= dict(provider(treaty, member.bound_since))
    if (said := member.provisional) and said.value:
        since = Explained(said.value.since, said.article, said.inputs, said.arithmetic)
        found["Provisional application from"] = since
    if member.withdrawal:
        found["Withdrawal takes effect"] = member.withdrawal
    return found


def _days(old: Course, new: Course, today: date) -> list[date]:
    """Today, and every day on which one of the courses turns where the other does not."""
    turns = {phase.since for phase in old.phases if phase.since} ^ {p.since for p in new.phases if p.since}
    return sorted({today, *turns})


def _of_counts(before: TreatyRecord, after: TreatyRecord, days: Sequence[date]) -> list[Effect]:
    effects = []
    members: tuple[tuple[str, Callable[[Standings, Basis], Sequence[object]]], ...] = (
        ("States Parties", Standings.parties),
        ("Signatories not yet party", Standings.signatories),
    )
    for day in days:
        then, now = before.on(day), after.on(day)
        for name, of in members:
            for basis in Basis:
                was, will = len(of(then, basis)), len(of(now, basis))
                if was != will:
                    effects.append(Effect(f"{name}, {basis.words}, {spoken(day)}", str(was), str(will)))
    return effects


def day_in_words(value: object) -> str:
    return spoken(value) if isinstance(value, date) else ""
