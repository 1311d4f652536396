"""What a row of extension_requests.csv says: a request for more time, and no more of its decision than the source."""

from __future__ import annotations

import re

from editorial.models import Certainty
from stockpiles.models import Article, ClearanceObligation, Evidence, ExtensionRequest, Outcome, Procedure

from .cells import Row, cell, choice, day, number, refuse
from .known import Known
from .rows import Made, cited, read_article

#: What a source cell says of a fact that no source states.
NOT_STATED = re.compile(r"\b(?:not (?:been )?seen|assumed|derived|inferred|guessed)\b", re.IGNORECASE)


def _outcome(row: Row) -> tuple[Outcome, str]:
    """What became of a request and what that rests on. Granted is only what a source states or a later text shows."""
    has_new_date = bool(cell(row, "new_deadline") or cell(row, "months_granted"))
    usual = Outcome.GRANTED if has_new_date else Outcome.NOT_FOUND if cell(row, "granted_at") else Outcome.PENDING
    outcome = choice(row, "outcome", Outcome, usual)
    decided = outcome in (Outcome.GRANTED, Outcome.REFUSED)
    if has_new_date and outcome != Outcome.GRANTED:
        raise refuse("outcome", outcome, "Only a request that was granted has a new deadline or months granted.")
    if not cell(row, "evidence") and not decided:
        return outcome, ""
    evidence = choice(row, "evidence", Evidence, Evidence.STATED)
    if evidence == Evidence.STATED and not decided:
        raise refuse("evidence", evidence, "If a source states the decision, the request was granted or refused.")
    if evidence == Evidence.STATED and (doubt := NOT_STATED.search(cell(row, "source"))):
        raise refuse(
            "source",
            doubt[0],
            "A decision that no source states is not granted: leave new_deadline empty and give requested_until, "
            "or write later_text in evidence.",
        )
    return outcome, evidence


def _procedure_named(words: str) -> str:
    """The procedure that the words on a decision name; unknown if they name none."""
    return Procedure.SILENCE if "silence" in words.lower() else Procedure.UNKNOWN


def read_extension(row: Row, known: Known, numbers: dict[tuple[int, int], int]) -> list[Made]:
    """A row of extension_requests.csv. ``numbers`` counts the requests of each state and article as they come.

    A request with a new date was granted; one without, whose meeting is over, has a decision that is not on record.
    How it was decided stays unknown unless the row says meeting or silence: nothing is read out of silence.
    """
    country, article = known.country(row), read_article(row)
    asked, decided, until = day(row, "requested_on"), day(row, "decided_on"), day(row, "new_deadline")
    until_asked = day(row, "requested_until")
    granted = number(row, "months_granted")
    in_force = known.in_force.get(country.pk)
    if in_force is not None:
        dates = (
            ("requested_on", asked),
            ("decided_on", decided),
            ("requested_until", until_asked),
            ("new_deadline", until),
        )
        for name, when in dates:
            if when is not None and when.latest < in_force:
                raise refuse(name, str(when), f"The convention entered into force for {country} on {in_force}.")
    if asked is not None and decided is not None and decided.latest < asked.earliest:
        raise refuse("decided_on", str(decided), f"It lies before the request, {asked}.")
    words = cell(row, "granted_at")
    outcome, evidence = _outcome(row)
    key = (country.pk, int(article))
    numbers[key] = numbers.get(key, 0) + 1
    note = cited(row)
    made: list[Made] = []
    if article == Article.CLEARANCE:
        made.append(Made(ClearanceObligation, {"country": country, "name": ""}, {}))
    made.append(
        Made(
            ExtensionRequest,
            {"country": country, "article": article, "number": numbers[key]},
            {
                "requested_on": asked,
                "months_requested": number(row, "months_requested"),
                "requested_until": until_asked,
                "outcome": outcome,
                "procedure": choice(row, "procedure", Procedure, _procedure_named(words)),
                "evidence": evidence,
                "decided_on": decided,
                "decided_at": known.meeting(row, "meeting"),
                "decided_at_text": words,
                "months_granted": granted,
                "granted_until": until,
                "certainty": choice(row, "certainty", Certainty, Certainty.REPORTED),
                "note": note,
            },
            needs={"obligation": 0} if article == Article.CLEARANCE else {},
        )
    )
    return made
