"""What treaties say on the composed pages: the standing of a state, its way there, the figures and the map of today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from countries.charts import course_chart, standings_map
from countries.models import Country, DomesticStep, GroupMembership, TreatyAction
from countries.queries.treaty_standings import CountryStanding, standings_of
from countries.rules.final_clauses import ActionKind
from countries.rules.standing import BOUND, Basis, Standing
from editorial.charts import Chart
from editorial.queries import cited_sources
from editorial.rules.calendar import spoken
from editorial.rules.explained import Explained
from editorial.texts import CitedSource, RenderedText, cited_keys, render

from .parts import Content, Event, Fact, PageFigure, PageMark, PageMoment

SUBJECT = "ccm"
"""The treaty that the Monitor is about; the others are further instruments."""


@dataclass(frozen=True)
class ShownAct:
    """An act with its note as readers see it."""

    act: TreatyAction
    note: RenderedText | None


@dataclass(frozen=True)
class ShownTreaty:
    """One treaty in the section: what holds, how it came about, and the arithmetic behind each date."""

    found: CountryStanding
    acts: Sequence[ShownAct]
    steps: Sequence[DomesticStep]
    proofs: Sequence[tuple[str, Explained[object]]]
    chart: Chart | None


def standings_at(country: Country, at: PageMoment) -> tuple[CountryStanding, ...]:
    """How a state stands towards every treaty on the day of which the page speaks."""
    day = at.standings.day
    return at.of_acts(country, ("standings", day), lambda: standings_of(country, day, today=day))


def _subject(country: Country, at: PageMoment) -> CountryStanding | None:
    return next((found for found in standings_at(country, at) if found.treaty.slug == SUBJECT), None)


def standing_sentence(country: Country, at: PageMoment) -> str:
    """ "Peru is a State Party to the Convention on Cluster Munitions: it signed …"; other areas join no treaties."""
    found = _subject(country, at) if country.kind == "state" else None
    return found.sentence if found else ""


def standing(country: Country, at: PageMoment) -> Iterable[Fact]:
    """The standing towards the convention and the day of its entry into force, each with its article."""
    found = _subject(country, at) if country.kind == "state" else None
    if found is None:
        return
    since = f"since {spoken(found.phase.since)}" if found.phase.since else f"as of {spoken(at.standings.day)}"
    url = found.treaty.get_absolute_url()
    yield Fact(found.treaty.title, found.standing.words, chip=found.standing.value, basis=since, url=url)
    member = found.course.membership_on(at.standings.day)
    if member and member.bound_since and found.standing is not Standing.WITHDRAWN:
        yield Fact("Entry into force", spoken(member.bound_since), basis=member.in_force.article, url="#treaties")


def groups(country: Country, at: PageMoment) -> Iterable[Fact]:
    """Groups of states that it belongs to."""
    memberships = GroupMembership.objects.filter(country=country).select_related("group")
    for membership in at.of_acts(country, "groups", lambda: list(memberships)):
        since = f"since {membership.since}" if membership.since else ""
        until = f"until {membership.until}" if membership.until else ""
        words = ", ".join(word for word in (membership.role, since, until) if word)
        yield Fact("Group", membership.group.name, basis=words, url=membership.group.get_absolute_url())


def events(country: Country, at: PageMoment) -> Iterable[Event]:
    """Its way into the convention: acts, steps at home, and the days that the articles give."""
    found = _subject(country, at)
    if found is None:
        return
    today, name = at.standings.day, found.treaty.title_in_sentence
    for act in found.acts:
        words = f"{ActionKind(act.kind).verb.capitalize()} {name}" if act.kind in _TAKES_OBJECT else ""
        place = f"in {act.place}" if act.place else ""
        basis = ", ".join(word for word in (place, act.official) if word)
        yield Event(act.date, words or f"{act.get_kind_display()}: {found.treaty.title}", "#treaties", basis)
    for step in _steps(country, at):
        if step.treaty_id == found.treaty.pk:
            yield Event(step.date, step.get_kind_display(), "#treaties", step.description)
    for member in found.course.memberships:
        if member.bound_since and member.bound_since != member.deposited_on:
            words = "The convention enters into force for it" if member.bound_since > today else "In force for it"
            yield Event(
                member.bound_since, words, "#treaties", member.in_force.article, member.bound_since > today
            )
        if member.left_on and member.withdrawal:
            article = member.withdrawal.article
            yield Event(member.left_on, "Withdrawal takes effect", "#treaties", article, member.left_on > today)


_TAKES_OBJECT = {ActionKind.SIGNATURE.value, ActionKind.RATIFICATION.value, ActionKind.ACCEPTANCE.value}
_TAKES_OBJECT |= {ActionKind.APPROVAL.value, ActionKind.ENDORSEMENT.value}


def treaties(country: Country, at: PageMoment) -> Content:
    """Every treaty: the convention in full, the other instruments in a line each, negative standings with a date."""
    if country.kind != "state":
        return None
    standings, steps = standings_at(country, at), _steps(country, at)
    notes = cited_sources({key for found in standings for act in found.acts for key in cited_keys(act.note)})
    shown = [_shown(found, [s for s in steps if s.treaty_id == found.treaty.pk], notes, at) for found in standings]
    if not shown:
        return None
    first = next((one for one in shown if one.found.treaty.slug == SUBJECT), None)
    return {"first": first, "others": [one for one in shown if one is not first], "day": at.standings.day}


def _shown(
    found: CountryStanding, steps: Sequence[DomesticStep], notes: Mapping[str, CitedSource], at: PageMoment
) -> ShownTreaty:
    proofs: list[tuple[str, Explained[object]]] = []
    for member in found.course.memberships:
        proofs.append(("Entry into force", member.in_force))
        further = (("Provisional application", member.provisional), ("Withdrawal", member.withdrawal))
        proofs += [(title, proof) for title, proof in further if proof]
    acts = [
        ShownAct(act, render(act.note, doc_id=f"act-{act.pk}", sources=notes) if act.note else None)
        for act in found.acts
    ]
    is_subject = found.treaty.slug == SUBJECT
    chart = course_chart(found, steps) if is_subject else None
    return ShownTreaty(found, acts, steps, proofs, chart)


def _steps(country: Country, at: PageMoment) -> list[DomesticStep]:
    steps = DomesticStep.objects.filter(country=country).select_related("source").order_by("date")
    return at.of_acts(country, "steps", lambda: list(steps))


def standing_marks(countries: Sequence[Country], at: PageMoment) -> Mapping[int, PageMark]:
    """The standing of states towards the convention, for the list of countries."""
    on = at.convention_today
    if on is None:
        return {}
    ranks = {one: place for place, one in enumerate(Standing)}
    rows = [row for country in countries if (row := on.by_state.get(country.pk)) is not None]
    return {
        row.state.id: PageMark(
            row.standing.value,
            row.standing.words,
            chip=row.standing.value,
            basis=f"since {spoken(row.phase.since)}" if row.phase.since else "",
            rank=-ranks[row.standing] if row.standing in BOUND else ranks[row.standing],
        )
        for row in rows
    }


def states_parties(at: PageMoment) -> PageFigure | None:
    """States Parties by deposit; in its basis how many of them are bound, and how many others have signed."""
    record, on, day = at.convention, at.convention_today, at.standings.day
    if record is None or on is None:
        return None
    bound, signed = len(on.parties(Basis.IN_FORCE)), len(on.signatories(Basis.DEPOSIT))
    basis = f"by deposit, {spoken(day)}; {bound} of them bound; {signed} more have signed"
    return PageFigure(
        f"{len(on.parties(Basis.DEPOSIT))}", "States Parties", basis, record.treaty.get_absolute_url()
    )


def map_of_today(at: PageMoment) -> Content:
    """The world as it stands towards the convention today."""
    record, on = at.convention, at.convention_today
    if record is None or on is None:
        return None
    page = f"{record.treaty.get_absolute_url()}#states"
    return {"map": at.kept.value(("map of the home page", on.day), lambda: standings_map(record, on, page))}
