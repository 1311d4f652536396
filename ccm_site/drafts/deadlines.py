"""The duties of Articles 3 and 4: first deadline, extensions, how they stand, completion. Of States Parties alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from editorial.rules.calendar import spoken
from editorial.rules.explained import shown as shown_day
from stockpiles.models import Article, CompletionDeclaration
from stockpiles.queries.asked_for_time import AskedForTime
from stockpiles.queries.duty import Duty
from stockpiles.queries.figure_groups import ShownRecord
from stockpiles.rules.deadline import MET, DutyStanding

from .parts import NotePart, Sentence, Subject
from .words import notes_of, on, whose_word

_DUTY = {
    Article.DESTRUCTION.value: "destroying its stocks",
    Article.CLEARANCE.value: "clearing its contaminated areas",
}
_PARAGRAPH = {Article.DESTRUCTION.value: "3(2)", Article.CLEARANCE.value: "4(1)"}
_DONE = {
    Article.DESTRUCTION.value: "it completed the destruction of its stocks",
    Article.CLEARANCE.value: "it completed its clearance",
}


def destruction_deadline(about: Subject) -> Iterable[Sentence]:
    """Article 3: the deadline and what became of it; for a state that the convention does not bind, that none runs."""
    yield from _deadline(about, Article.DESTRUCTION, [about.story.destruction] if about.story.destruction else [])


def clearance_deadline(about: Subject) -> Iterable[Sentence]:
    """Article 4: each clock by itself."""
    yield from _deadline(about, Article.CLEARANCE, about.story.clearances)


def _deadline(about: Subject, article: int, duties: Sequence[Duty]) -> Iterator[Sentence]:
    asked = about.story.requests if article == Article.DESTRUCTION else about.story.clearance_requests
    if about.is_outside:
        words = f"The convention does not bind {about.name}, so no deadline for {_DUTY[article]} runs."
        yield Sentence(words, (about.article(_PARAGRAPH[article]),))
        duties = ()
    for duty in duties:
        yield from _duty(about, duty)
    for request in asked:
        yield _request(about, request, asked)
    for place, duty in enumerate(duties):
        yield from _how_it_stands(about, duty, opens=place == 0)
    if about.is_outside:
        for shown in about.story.completions:
            if shown.record.article == article:
                yield _completed(about, None, shown)
        return
    if not duties:
        yield from _if_there_is_any(about, article)


def _duty(about: Subject, duty: Duty) -> Iterator[Sentence]:
    original = duty.original
    of = f" ({duty.name})" if duty.name not in ("Stockpile destruction", "Clearance") else ""
    if original is None:
        yield Sentence(duty.outlook.arithmetic, (about.worked_out(duty.outlook),))
        return
    was = "was first" if duty.is_extended else "was" if original.value < about.day else "is"
    words = f"The deadline of {about.name} for {_DUTY[duty.article]}{of} {was} {spoken(original.value)}."
    yield Sentence(words, (about.worked_out(original),))


def _request(about: Subject, asked: AskedForTime, every: Sequence[AskedForTime]) -> Sentence:
    """One request: when it was filed, what it asked for, how it was decided, and the new date."""
    row = asked.record
    filed = f" {on(row.requested_on)}" if row.requested_on else ", on a day not recorded,"
    what = f"for {row.months_requested} more months" if row.months_requested else "for more time"
    until = f", until {row.requested_until}" if row.requested_until else ""
    nth = f"Request {row.number}: " if len(every) > 1 else ""
    granted = f" The new deadline is {row.granted_until}." if row.granted_until else ""
    if not granted and row.months_granted:
        granted = f" {row.months_granted} months were granted."
    decision = row.decision_words.replace("The state asked for", "It asked for")
    if until and not row.granted_until:
        until = ""  # the words on the decision give it
    words = f"{nth}{about.name} asked{filed} {what}{until}. {decision}{granted}"
    in_time = (about.worked_out(asked.filing),) if asked.filing else ()
    return Sentence(" ".join(words.split()), (*notes_of([asked]), *in_time))


def _how_it_stands(about: Subject, duty: Duty, *, opens: bool) -> Iterator[Sentence]:
    ended = [
        shown
        for shown in about.story.completions
        if shown.record.article == duty.article
        and (duty.completion is None or shown.record.obligation_id == duty.completion.obligation_id)
    ]
    if duty.standing in MET and ended and duty.due is not None:
        ended.sort(key=lambda shown: duty.completion is None or shown.record.pk != duty.completion.pk)
        for place, shown in enumerate(ended):
            yield _completed(about, duty if place == 0 else None, shown, opens=opens and place == 0)
        return
    if duty.deadline is not None:
        yield Sentence(_left(about, duty), (_extended(about, duty),), opens=opens)


def _left(about: Subject, duty: Duty) -> str:
    """How the duty stands on the last day of the record; of what is not known nothing is said against the state."""
    day = spoken(about.at.stocks.day)
    left = duty.outlook.value.days_left
    if duty.standing is DutyStanding.DUE and left is not None:
        days = "1 day was" if left == 1 else f"{left:,} days were"
        return f"On {day}, the last day of the record, {days} left until the deadline of {shown_day(duty.due)}."
    return f"By the record up to {day}: {duty.outlook.arithmetic}"


def _extended(about: Subject, duty: Duty) -> NotePart:
    """How the date that counts was arrived at."""
    if not duty.steps:
        return about.worked_out(duty.outlook)
    steps = " ".join(" ".join((step.until.arithmetic, *step.remarks)) for step in duty.steps)
    return about.article(_PARAGRAPH[duty.article], f"Worked out: {steps}")


def _completed(
    about: Subject, duty: Duty | None, shown: ShownRecord[CompletionDeclaration], *, opens: bool = False
) -> Sentence:
    """The end of a duty in its three dates, with who gives them, and how many days before or after the deadline."""
    row = shown.record
    dates = [
        f"{words} {on(when)}"
        for words, when in (
            (
                "the last item was destroyed"
                if row.article == Article.DESTRUCTION
                else "the last area was cleared",
                row.last_item_on,
            ),
            ("it was announced", row.announced_on),
            ("it was formally declared", row.declared_on),
        )
        if when is not None
    ]
    if row.declared_at is not None:
        dates.append(f"the declaration was made to {row.declared_at.short_name}")
    when = f": {', '.join(dates)}" if dates else ", on a day not recorded"
    margin = f" {shown_margin}" if (shown_margin := _margin(duty, row)) else ""
    stated = f" The source counts this as {row.margin_as_stated}." if row.margin_as_stated else ""
    words = f"{whose_word([shown])} {_DONE[row.article]}{when}.{margin}{stated}"
    notes = notes_of([shown])
    return Sentence(words, (*notes, _extended(about, duty)) if duty else notes, opens=opens)


def _margin(duty: Duty | None, row: CompletionDeclaration) -> str:
    if duty is None or duty.completion is None or duty.completion.pk != row.pk or duty.due is None:
        return ""
    days = duty.outlook.value.words
    return f"Its deadline was {spoken(duty.due)}: {days}." if days else f"Its deadline was {spoken(duty.due)}."


def _if_there_is_any(about: Subject, article: int) -> Iterator[Sentence]:
    """Nothing is on record that the duty would be about: the date that holds if there is something all the same."""
    duty = next((one for one in about.story.unrecorded if one.article == article), None)
    if duty is None or duty.deadline is None:
        return
    what = "any stock to destroy" if article == Article.DESTRUCTION else "any contamination"
    was = "was" if duty.deadline.value < about.day else "is"
    words = f"If there is {what}, its deadline {was} {spoken(duty.deadline.value)}, unless it {was} extended."
    yield Sentence(words, (about.worked_out(duty.deadline),))
