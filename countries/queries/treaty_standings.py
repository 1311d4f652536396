"""How all states stand towards a treaty on any day: the rows are asked for once, everything else is worked out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import BigIntegerField, BooleanField, CharField, DateField, Value

from countries.models import Country, GroupMembership, Treaty, TreatyAction
from countries.queries.all_states import all_states
from countries.rules.accumulation import Count, accumulation
from countries.rules.entry_into_force import counted_threshold_day, general_entry_into_force, threshold_day
from countries.rules.explanation import standing_sentence
from countries.rules.final_clauses import INSTRUMENTS, ActionKind, TreatyAct, TreatyKind
from countries.rules.standing import Basis, CountedAs, Course, Membership, Phase, Standing, course_of
from editorial.queries.kept import Keeping
from editorial.rules.explained import Explained

CONVENTION = "ccm"
"""The address of the Convention on Cluster Munitions among treaties."""


@dataclass(frozen=True)
class StateInTreaty:
    """What a list shows of a state. ``groups`` are (slug, name)."""

    id: int
    iso3: str
    m49: str
    slug: str
    name: str
    region: str
    subregion: str
    groups: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str:
        """As Country.get_absolute_url, without asking the resolver two hundred times a page."""
        return f"/countries/{self.slug}/"


@dataclass(frozen=True)
class StateStanding:
    """One state on one day."""

    state: StateInTreaty
    day: date
    course: Course
    phase: Phase
    published: Mapping[date, date]
    """Day of an act → its effect as published, where a source prints one."""

    @property
    def standing(self) -> Standing:
        return self.phase.standing

    @property
    def membership(self) -> Membership | None:
        """The membership begun by that day, if any."""
        return self.course.membership_on(self.day)

    @property
    def signed_on(self) -> date | None:
        """Day of the signature, if it had signed by then."""
        signed = self.course.signed_on
        return signed if signed and signed <= self.day else None

    @property
    def applies_provisionally(self) -> bool:
        return self.course.applies_provisionally(self.day)

    @property
    def published_in_force(self) -> date | None:
        """The published entry into force, where it differs from the computed one: both are shown."""
        member = self.membership
        printed = self.published.get(member.deposited_on) if member else None
        return printed if member and printed != member.bound_since else None

    def counted_as(self, basis: Basis) -> CountedAs:
        return self.phase.counted_as(basis)


@dataclass(frozen=True)
class Turn:
    """A change of a state's standing, on its day."""

    state: StateInTreaty
    before: Standing
    phase: Phase

    @property
    def day(self) -> date:
        return self.phase.since or date.min


@dataclass(frozen=True)
class Standings:
    """All states on one day."""

    day: date
    rows: tuple[StateStanding, ...]

    def counted(self, as_: CountedAs, basis: Basis) -> tuple[StateStanding, ...]:
        """The members of a count: the count is their number, so the two can never differ."""
        return self._counted[basis].get(as_, ())

    @cached_property
    def _counted(self) -> Mapping[Basis, Mapping[CountedAs, tuple[StateStanding, ...]]]:
        found: dict[Basis, dict[CountedAs, list[StateStanding]]] = {basis: defaultdict(list) for basis in Basis}
        for row in self.rows:
            for basis in Basis:
                found[basis][row.counted_as(basis)].append(row)
        return {basis: {as_: tuple(rows) for as_, rows in of.items()} for basis, of in found.items()}

    def parties(self, basis: Basis) -> tuple[StateStanding, ...]:
        return self.counted(CountedAs.PARTY, basis)

    def signatories(self, basis: Basis) -> tuple[StateStanding, ...]:
        """Signatories that are not counted as parties on that basis."""
        return self.counted(CountedAs.SIGNATORY, basis)

    def joined(self, basis: Basis) -> tuple[StateStanding, ...]:
        """Parties and signatories together."""
        return tuple(row for row in self.rows if row.counted_as(basis) is not CountedAs.NEITHER)

    def having(self, *standings: Standing) -> tuple[StateStanding, ...]:
        return tuple(row for row in self.rows if row.standing in standings)

    @cached_property
    def by_state(self) -> dict[int, StateStanding]:
        """By primary key of the country."""
        return {row.state.id: row for row in self.rows}


@dataclass(frozen=True)
class TreatyRecord:
    """A treaty with every state's course through it. Made by treaty_record; answers for any day without asking again."""

    treaty: Treaty
    states: tuple[StateInTreaty, ...]
    acts: Mapping[int, Sequence[TreatyAct]]
    """By primary key of the country; a state that never acted is not in it."""
    published: Mapping[int, Mapping[date, date]]

    @cached_property
    def instruments(self) -> tuple[date, ...]:
        """Days of the deposits that count towards the number needed, in order."""
        return tuple(sorted(act.day for of in self.acts.values() for act in of if act.kind in INSTRUMENTS))

    @cached_property
    def threshold(self) -> date | None:
        """The day of the deposit that completed the number needed."""
        return threshold_day(self.treaty.final_clauses, self.instruments)

    @cached_property
    def courses(self) -> Mapping[int, Course]:
        """By primary key of the country, as ``acts``."""
        clauses, threshold = self.treaty.final_clauses, self.threshold
        return {country_id: course_of(clauses, of, threshold) for country_id, of in self.acts.items()}

    @cached_property
    def nothing(self) -> Course:
        """The course of a state that never acted."""
        return course_of(self.treaty.final_clauses, [], self.threshold)

    def with_acts(self, country_id: int, acts: Sequence[TreatyAct]) -> TreatyRecord:
        """The record as it would be if this state had done these acts and no others."""
        return replace(self, acts={**self.acts, country_id: tuple(acts)})

    @cached_property
    def in_force(self) -> Explained[date | None]:
        """The treaty's own entry into force."""
        return general_entry_into_force(self.treaty.final_clauses, self.instruments)

    @property
    def threshold_as_counted(self) -> date | None:
        """The day on which the deposits recorded here reach the number; may differ from what the depositary has."""
        return counted_threshold_day(self.treaty.final_clauses, self.instruments)

    def course(self, country_id: int) -> Course:
        return self.courses.get(country_id, self.nothing)

    def on(self, day: date) -> Standings:
        """All states on that day, in the order of their names."""
        return Standings(
            day,
            tuple(
                StateStanding(
                    state, day, course := self.course(state.id), course.on(day), self.published.get(state.id, {})
                )
                for state in self.states
            ),
        )

    def accumulation(self, basis: Basis) -> tuple[Count, ...]:
        """Counts on every day on which they changed, oldest first."""
        return self._accumulations[basis]

    @cached_property
    def _accumulations(self) -> Mapping[Basis, tuple[Count, ...]]:
        return {basis: accumulation(self.courses.values(), basis) for basis in Basis}

    def turns(self, after: date, until: date) -> tuple[Turn, ...]:
        """Every change of standing after the first day, up to and including the second; oldest first."""
        found = [
            Turn(state, before.standing, phase)
            for state in self.states
            for before, phase in zip(self.course(state.id).phases, self.course(state.id).phases[1:], strict=False)
            if phase.since and after < phase.since <= until
        ]
        return tuple(sorted(found, key=lambda turn: turn.day))

    @cached_property
    def days_of_change(self) -> tuple[date, ...]:
        """Every day on which some standing changed (or will change), oldest first."""
        return tuple(sorted({p.since for course in self.courses.values() for p in course.phases if p.since}))


def treaty_record(treaty: Treaty) -> TreatyRecord:
    """Load a treaty's record: two queries, whatever the number of states and acts.

    The treaty comes with its parent (select_related), because a protocol cites its parent's articles.
    """
    (record,) = treaty_records([treaty])
    return record


def treaty_records(
    treaties: Sequence[Treaty], countries: Mapping[int, Country] | None = None
) -> tuple[TreatyRecord, ...]:
    """The records of several treaties, in their order: two queries together; one where all countries are at hand."""
    acts: dict[int, dict[int, list[TreatyAct]]] = {treaty.pk: defaultdict(list) for treaty in treaties}
    published: dict[int, dict[int, dict[date, date]]] = {treaty.pk: defaultdict(dict) for treaty in treaties}
    groups: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for treaty_id, country_id, kind, name, day, effective, printed, at_war in _acts_and_groups(treaties):
        if treaty_id is None:
            groups[country_id].append((kind, name))
            continue
        acts[treaty_id][country_id].append(TreatyAct(ActionKind(kind), day, effective, bool(at_war)))
        if printed:
            published[treaty_id][country_id][day] = printed
    states = _states({country_id for of in acts.values() for country_id in of}, groups, countries)
    return tuple(TreatyRecord(treaty, states, acts[treaty.pk], published[treaty.pk]) for treaty in treaties)


def treaty_record_of(slug: str, kept: Keeping) -> TreatyRecord | None:
    """The record of the treaty that has this address, if there is one: three queries, where none is kept."""
    return records_of_treaties(kept).get(slug)


def records_of_treaties(kept: Keeping) -> Mapping[str, TreatyRecord]:
    """The records of all treaties by their address, in the order of lists: three queries, where they are not kept."""
    return kept.value(
        "treaty records",
        lambda: {one.treaty.slug: one for one in treaty_records(every_treaty(kept), all_states(kept))},
    )


def every_treaty(kept: Keeping) -> Sequence[Treaty]:
    """All treaties in the order of lists. One query, where they are not kept."""
    return kept.value("treaties", treaties_with_parents)


def standings_on(record: TreatyRecord, day: date, kept: Keeping) -> Standings:
    """How all states stand towards a treaty on a day."""
    return kept.value(("standings", record.treaty.slug, day), lambda: record.on(day))


def treaties_with_parents() -> list[Treaty]:
    """All treaties as treaty_records needs them, in the order of lists."""
    return list(Treaty.objects.select_related("parent", "source"))


Said = tuple[int | None, int, str, str, date, date | None, date | None, bool | None]


def _acts_and_groups(treaties: Sequence[Treaty]) -> list[Said]:
    """Acts by their day, and after them the groups of states, which have no treaty. One query."""
    acts = TreatyAction.objects.filter(treaty__in=[treaty.pk for treaty in treaties])
    memberships = GroupMembership.objects.order_by().values_list(
        Value(None, output_field=BigIntegerField()),
        "country_id",
        "group__slug",
        "group__name",
        *(Value(None, output_field=DateField()),) * 3,
        Value(None, output_field=BooleanField()),
    )
    columns = ("date", "effective_on", "published_effect", "in_armed_conflict")
    both = acts.order_by().values_list("treaty_id", "country_id", "kind", Value("", CharField()), *columns)
    return sorted(both.union(memberships, all=True), key=lambda row: (row[4] is None, row[4] or date.min, row[3]))


def _states(
    acted: Iterable[int],
    groups: Mapping[int, Sequence[tuple[str, str]]],
    countries: Mapping[int, Country] | None,
) -> tuple[StateInTreaty, ...]:
    """Every state, and whatever else has acted."""
    wanted = set(acted)
    fields = ("pk", "iso3", "m49", "slug", "name", "region", "subregion", "kind")
    known: Iterable[tuple[Any, ...]] = (
        Country.objects.values_list(*fields)
        if countries is None
        else (tuple(getattr(country, name) for name in fields) for country in countries.values())
    )
    return tuple(
        StateInTreaty(pk, iso3 or "", m49, slug, name, region, subregion, tuple(groups.get(pk, ())))
        for pk, iso3, m49, slug, name, region, subregion, kind in known
        if kind == "state" or pk in wanted
    )


@dataclass(frozen=True)
class CountryStanding:
    """One state's way through one treaty, as the country page and the API show it for a day."""

    treaty: Treaty
    course: Course
    phase: Phase
    sentence: str
    acts: tuple[TreatyAction, ...]
    """What the state did, oldest first, with sources."""
    published_in_force: date | None
    """The published entry into force, where it differs from the computed one."""

    @property
    def standing(self) -> Standing:
        return self.phase.standing


def standings_of(country: Country, day: date, today: date) -> tuple[CountryStanding, ...]:
    """How one state stands towards every treaty on that day: two queries, whatever the number of treaties.

    A further one for each treaty whose threshold is not recorded on it.
    """
    acts: dict[int, list[TreatyAction]] = defaultdict(list)
    rows = TreatyAction.objects.filter(country=country).select_related("source").order_by("date")
    for act in rows:
        acts[act.treaty_id].append(act)
    return tuple(
        _standing_of(country, treaty, acts[treaty.pk], day, today)
        for treaty in Treaty.objects.select_related("parent", "source")
    )


def _standing_of(
    country: Country, treaty: Treaty, acts: list[TreatyAction], day: date, today: date
) -> CountryStanding:
    clauses = treaty.final_clauses
    deposits = () if treaty.threshold_reached_on else treaty.actions.instruments().values_list("date", flat=True)
    course = course_of(clauses, [act.for_rules for act in acts], threshold_day(clauses, deposits))
    member = course.membership_on(day)
    printed = next((a.published_effect for a in acts if member and a.date == member.deposited_on), None)
    return CountryStanding(
        treaty=treaty,
        course=course,
        phase=course.on(day),
        sentence=standing_sentence(
            state=country.name,
            treaty=treaty.title_in_sentence,
            course=course,
            day=day,
            today=today,
            kind=TreatyKind(treaty.kind),
        ),
        acts=tuple(acts),
        published_in_force=printed if member and printed != member.bound_since else None,
    )
