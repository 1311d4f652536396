"""Programmes by which stocks were destroyed: with whom, in which stages, what held them up, who helped (Article 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stockpiles.queries.programme_story import ProgrammeStory

from .parts import NotePart, Sentence, Subject
from .words import UNSOURCED, Proved


def programmes(about: Subject) -> Iterable[Sentence]:
    """Each programme in its order. Where none is on record nothing is said: few states had one."""
    for story in about.story.programmes:
        yield from _told(story)


def _told(story: ProgrammeStory) -> Iterator[Sentence]:
    row = story.programme.record
    partner = f" with {row.partner}" if row.partner else ""
    span = f" from {row.started}" if row.started else ""
    ended = f" to {row.ended}" if row.ended else ""
    words = f"The work was the programme “{row.title}”{partner}{span}{ended}"
    yield Sentence(f"{words}.", _notes(story.programme), opens=True)
    if story.stages:
        names = "; ".join(stage.record.name for stage in story.stages)
        sources = tuple(dict.fromkeys(one for stage in story.stages for one in stage.proof.sources))
        yield Sentence(f"It had these stages: {names}.", (NotePart(sources),) if sources else UNSOURCED)
    for delay in story.delays:
        when = f" ({delay.record.began})" if delay.record.began else ""
        yield Sentence(f"It was delayed by {delay.record.cause}{when}.", _notes(delay))
    for given in story.contributions:
        through = f" through {given.record.channel}" if given.record.channel else ""
        agreed = f", agreed {given.record.agreed_on}" if given.record.agreed_on else ""
        amount = f" ({given.record.amount_words})" if given.record.amount is not None else ""
        form = f" with {given.record.form}" if given.record.form else ""
        yield Sentence(f"{given.record.donor} helped{through}{form}{amount}{agreed}.", _notes(given))


def _notes(shown: Proved) -> tuple[NotePart, ...]:
    proof = shown.proof
    return (NotePart(proof.sources, proof.words),) if proof.sources or proof.words else UNSOURCED
