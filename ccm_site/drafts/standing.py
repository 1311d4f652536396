"""How the state stands towards the convention and the other treaties, its steps at home, and its groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import QuerySet

from countries.models import DomesticStep, FactKind, GroupMembership, TreatyAction
from countries.queries.treaty_standings import CountryStanding
from countries.rules.final_clauses import ActionKind
from countries.rules.standing import Standing
from editorial.models import Cited
from editorial.queries.proof import Proof, proofs
from editorial.rules.calendar import spoken

from .parts import NotePart, Sentence, Subject
from .words import UNSOURCED, alike, listed, on


def standing(about: Subject) -> Iterable[Sentence]:
    """The standing in a sentence, who signed and where, and what sources print otherwise."""
    found = about.convention
    if found is None:
        if not about.is_state:
            yield Sentence(
                f"{about.name} is recorded here as an area, of which no acts towards treaties are recorded."
            )
        return
    rests_on = proofs(found.acts)
    proof = {act.pk: rests_on[TreatyAction, act.pk] for act in found.acts}
    yield Sentence(found.sentence, (*_acts(found.acts, proof), *_dates(about, found)) or _silence(about, "ccm"))
    yield from _details(found, proof)


def _acts(acts: Sequence[TreatyAction], proof: dict[int, Proof]) -> Iterator[NotePart]:
    """Acts that rest on the same place of the same document stand together."""
    of_each: dict[Proof, list[str]] = {}
    for act in acts:
        of_each.setdefault(proof[act.pk], []).append(act.get_kind_display())
    for found, kinds in of_each.items():
        yield NotePart(found.sources, found.words, of=", ".join(_first_alone(kinds)))


def _first_alone(kinds: Sequence[str]) -> list[str]:
    return [kinds[0], *(kind.lower() for kind in kinds[1:])]


def _dates(about: Subject, found: CountryStanding) -> Iterator[NotePart]:
    """What was worked out from the acts: entry into force, provisional application, withdrawal."""
    member = found.course.membership_on(about.day)
    if member is not None:
        for explained in (member.in_force, member.provisional, member.withdrawal):
            if explained is not None:
                yield about.worked_out(explained)


def _silence(about: Subject, treaty: str) -> tuple[NotePart, ...]:
    """A state that never acted: the list in which it is not, which is whole."""
    row = about.reach(FactKind.TREATY_ACTS, treaty)
    return (NotePart((Cited(row.source),), "It is not in this list."),) if row and row.source else ()


def _details(found: CountryStanding, proof: dict[int, Proof]) -> Iterator[Sentence]:
    """Who signed and where; the days that the sentence on a withdrawal leaves out; what sources print otherwise."""
    leaving = found.standing in (Standing.WITHDRAWING, Standing.WITHDRAWN)
    for act in found.acts:
        notes = (NotePart(proof[act.pk].sources, proof[act.pk].words),)
        when = f" {on(act.date)}" if leaving or act.kind in _SAID_BY_THEMSELVES else ""
        place = f" in {act.place}" if act.place else ""
        if when or (place and act.kind == ActionKind.SIGNATURE):
            yield Sentence(f"It {ActionKind(act.kind).verb}{when}{place}.", notes)
        if act.official:
            comma = "," if "," in act.official else ""
            yield Sentence(f"{act.official}{comma} {ActionKind(act.kind).verb} for it.", notes)
        if found.published_in_force and act.published_effect == found.published_in_force:
            words = f"As its entry into force a source prints {spoken(found.published_in_force)}, which differs."
            yield Sentence(words, notes)


_SAID_BY_THEMSELVES = (ActionKind.INTERPRETATION, ActionKind.RESERVATION, ActionKind.PROVISIONAL)


def other_treaties(about: Subject) -> Iterable[Sentence]:
    """In a sentence each, with the acts; of one not joined, the list that says so."""
    others = [found for found in about.standings if found is not about.convention]
    rests_on = proofs([act for found in others for act in found.acts])
    for found in others:
        proof = {act.pk: rests_on[TreatyAction, act.pk] for act in found.acts}
        joined = found.standing is not Standing.NOT_JOINED
        notes = (
            (*_acts(found.acts, proof), *_dates(about, found)) if joined else _silence(about, found.treaty.slug)
        )
        yield Sentence(found.sentence, notes)


def steps_at_home(about: Subject) -> Iterable[Sentence]:
    """What it did at home on the way, by day. None of it binds it towards others."""
    rows: QuerySet[DomesticStep] = DomesticStep.objects.filter(country=about.country).order_by("date", "pk")
    steps = list(rows.select_related("source", "treaty"))
    rests_on = proofs(steps)
    for step in steps:
        said = f": {step.description[0].lower()}{step.description[1:]}" if step.description else ""
        proof = rests_on[DomesticStep, step.pk]
        notes = (NotePart(proof.sources, proof.words),) if proof.sources else UNSOURCED
        kind = step.get_kind_display().lower()
        yield Sentence(f"A step at home on {step.treaty.title_in_sentence} {on(step.date)} ({kind}){said}.", notes)
    if not steps and about.is_state:
        yield about.nothing("No step at home towards joining", FactKind.DOMESTIC_STEPS)


def groups(about: Subject) -> Iterable[Sentence]:
    """The groups of states that it belongs to; where it belongs to none on record, nothing is said."""
    rows = GroupMembership.objects.filter(country=about.country).select_related("group", "source")
    for same in alike(rows.order_by("group__name"), lambda member: member.until is not None):
        names = [_in_group(member) for member in same]
        belongs = "belonged" if same[0].until else "belongs"
        yield Sentence(f"{about.name} {belongs} to {listed(names)}.", tuple(map(_of_group, same)))


def _in_group(member: GroupMembership) -> str:
    role = f" (as {member.role})" if member.role else ""
    since = f" since {member.since}" if member.since else ""
    until = f" until {member.until}" if member.until else ""
    return f"the {member.group.name}{role}{since}{until}"


def _of_group(member: GroupMembership) -> NotePart:
    if member.source is None:
        return NotePart((), "no source is recorded.", member.group.name)
    return NotePart((Cited(member.source, member.source_locator),), of=member.group.name)
