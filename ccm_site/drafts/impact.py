"""Contamination, clearance and casualties, as sources give them: who, and when, in the same sentence (Articles 4 and 5)."""

from __future__ import annotations

from collections.abc import Iterable

from countries.models import Country, FactKind
from impact.models import ContaminationClaim, DeadlineKind
from impact.queries.state_impact import StateImpact, state_impact

from .parts import Sentence, Subject
from .words import alike, notes_of, whose_word

PRINTED = {
    DeadlineKind.STANDS: "the deadline for clearance is",
    DeadlineKind.GRANTED: "the deadline granted is",
    DeadlineKind.ASKED: "the deadline asked for is",
}


def _story(about: Subject) -> StateImpact:
    """The same that the state's page shows, kept with it."""
    at, country = about.at, about.country
    return at.kept.about(
        Country, country.pk, ("impact", at.stocks.day), lambda: state_impact(country, at.stock_records)
    )


def contamination(about: Subject) -> Iterable[Sentence]:
    """Every answer, the newest first, with the extent where a source gives one; alike ones together."""
    found = _story(about).contamination
    # a completion is told with its deadline
    lines = [line for line in found.lines if isinstance(line.record, ContaminationClaim)] if found else []
    for same in alike(lines, lambda line: (line.record.certainty, line.words)):
        said = [line.shown for line in same]
        yield Sentence(f"{whose_word(said)} {about.name} {same[0].words}.", notes_of(said))
    if not lines:
        yield about.nothing("No contamination", FactKind.CONTAMINATION)


def printed_deadlines(about: Subject) -> Iterable[Sentence]:
    """Deadlines that sources print: they move no clock, and stand beside the one that the convention gives."""
    rows = [one.shown for one in _story(about).deadlines if one.record.deadline is not None]
    for same in alike(rows, lambda one: (one.record.certainty, one.record.kind, str(one.record.deadline))):
        row = same[0].record
        yield Sentence(f"{whose_word(same)} {PRINTED[DeadlineKind(row.kind)]} {row.deadline}.", notes_of(same))


def clearance(about: Subject) -> Iterable[Sentence]:
    """What was cleared in a year or a longer time, the newest first. Periods are never added up."""
    for same in alike(
        _story(about).cleared, lambda one: (one.record.certainty, one.record.when_in_words, one.record.in_words)
    ):
        row = same[0].record
        when = f" ({row.when_in_words})" if row.when_in_words else ""
        is_given = row.area_km2 is not None or row.items_destroyed is not None
        said = f"this was cleared{when}: {row.in_words}" if is_given else f"land was cleared{when}; {row.in_words}"
        yield Sentence(f"{whose_word(same)} {said}.", notes_of(same))
    if not _story(about).cleared and _story(about).contamination:
        yield about.nothing("No figure of what was cleared", FactKind.CLEARANCE)


def casualties(about: Subject) -> Iterable[Sentence]:
    """Each count with its basis and time, the newest first. Figures on different bases are not set against each other."""
    rows = _story(about).casualties
    for same in alike(rows, lambda one: (one.record.certainty, str(one.record), one.record.made_on)):
        row = same[0].record
        when = f" ({row.when_in_words})" if row.when_in_words else ""
        basis = row.get_basis_display()
        of = f"{basis[0].lower()}{basis[1:]}"
        what = f"the count of casualties, {of}{when}, is {row.in_words}"
        if row.number is None:
            what = f"there were casualties{when}, {of}; how many is not given"
        yield Sentence(f"{whose_word(same)} {what}.", notes_of(same))
    if not rows:
        yield about.nothing("No figure of casualties", FactKind.CASUALTIES)
