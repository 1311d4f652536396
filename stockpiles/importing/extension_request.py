"""Requests for more time, and no more of their decisions than the source says; the versions in which they were filed."""

from __future__ import annotations

import re
from collections import Counter

from countries.importing.state_column import ISO3
from editorial.importing.cells import Number, OneOf, When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import source_of_cell
from editorial.models import SourceKind
from stockpiles.models import Evidence, ExtensionRequest, ExtensionRequestVersion, Outcome, Procedure
from stockpiles.queries.bound import entry_into_force_by_state

from .columns import ARTICLE, FOLDER, MEETING, OBLIGATION, SOURCES, certainty, claimed, obligation

#: What a source cell says of a fact that no source states.
NOT_STATED = re.compile(r"\b(?:not (?:been )?seen|assumed|derived|inferred|guessed)\b", re.IGNORECASE)
DAYS = ("requested_on", "decided_on", "requested_until", "new_deadline")


def _counted() -> Counter[tuple[int, int, str]]:
    """How many requests of each state, article and obligation a file has given so far."""
    return Counter()


def read_extension(row: SheetRow) -> list[Made]:
    """A request with a new date was granted; one without, whose meeting is over, has a decision that is not on record.

    How it was decided stays unknown unless the row says meeting or silence: nothing is read out of silence. Requests
    without a number are numbered as they come.
    """
    _check_days(row)
    outcome, evidence = _outcome(row)
    of, counted = obligation(row), row.known.once(_counted)
    counted[key := (row["iso3"].pk, int(row["article"]), row["obligation"])] += 1
    by = {
        "country": row["iso3"],
        "article": row["article"],
        "number": row["number"] or counted[key],
        **of,
    }
    values = {
        **row.given("requested_on", "months_requested", "requested_until", "months_granted", "decided_on"),
        "outcome": outcome,
        "procedure": row["procedure"] or _procedure_named(row["granted_at"]),
        "evidence": evidence,
        "decided_at": row["meeting"],
        "decided_at_text": row["granted_at"],
        "granted_until": row["new_deadline"],
        **claimed(row),
    }
    return [*of.values(), Made(ExtensionRequest, by, values)]


def _check_days(row: SheetRow) -> None:
    in_force = row.known.once(entry_into_force_by_state).get(row["iso3"].pk)
    for name in DAYS:
        if in_force is not None and row[name] is not None and row[name].latest < in_force:
            raise row.refusal(name, f"The convention entered into force for {row['iso3']} on {in_force}.")
    asked, decided = row["requested_on"], row["decided_on"]
    if asked is not None and decided is not None and decided.latest < asked.earliest:
        raise row.refusal("decided_on", f"It lies before the request, {asked}.")


def _outcome(row: SheetRow) -> tuple[Outcome, Evidence | str]:
    """What became of a request and what that rests on. Granted is only what a source states or a later text shows."""
    has_new_date = row["new_deadline"] is not None or row["months_granted"] is not None
    usual = Outcome.GRANTED if has_new_date else Outcome.NOT_FOUND if row["granted_at"] else Outcome.PENDING
    outcome: Outcome = row["outcome"] or usual
    decided = outcome in (Outcome.GRANTED, Outcome.REFUSED)
    if has_new_date and outcome != Outcome.GRANTED:
        raise row.refusal("outcome", "Only a request that was granted has a new deadline or months granted.")
    if not row["evidence"] and not decided:
        return outcome, ""
    evidence: Evidence = row["evidence"] or Evidence.STATED
    if evidence == Evidence.STATED and not decided:
        raise row.refusal("evidence", "If a source states the decision, the request was granted or refused.")
    if evidence == Evidence.STATED and (doubt := NOT_STATED.search(row["source"])):
        raise row.refusal(
            "source",
            f"It says “{doubt[0]}”. A decision that no source states is not granted: leave new_deadline empty and give "
            "requested_until, or write later_text in evidence.",
        )
    return outcome, evidence


def _procedure_named(words: str) -> Procedure:
    """The procedure that the words on a decision name; unknown if they name none."""
    return Procedure.SILENCE if "silence" in words.lower() else Procedure.UNKNOWN


EXTENSION_REQUESTS = Sheet(
    "extension_requests",
    "Extension requests",
    (
        ISO3,
        ARTICLE,
        OBLIGATION,
        Column("number", Number(), "First, second, third of the state; empty: numbered as they come."),
        Column("requested_on", When(), "When it was asked.", needed=True),
        Column("months_requested", Number(), "For how many months.", needed=True),
        Column("requested_until", When(), "Until when, as the state asked."),
        Column(
            "granted_at", meaning="Where or how it was decided, in words.", needed=True, field="decided_at_text"
        ),
        Column("meeting", MEETING, "The meeting that decided, by its address.", field="decided_at"),
        Column("decided_on", When(), "When it was decided."),
        Column("procedure", OneOf(Procedure, ""), "meeting or silence; empty: as the words name it, or unknown."),
        Column("months_granted", Number(), "As decided."),
        Column("new_deadline", When(), "The date granted.", needed=True, field="granted_until"),
        Column("outcome", OneOf(Outcome, ""), "What became of it; empty: granted with a new date."),
        Column("evidence", OneOf(Evidence, ""), "Whether a source states the decision or a later text shows it."),
        certainty(),
        *SOURCES,
    ),
    model=ExtensionRequest,
    records=read_extension,
    file=FOLDER / "extension_requests.csv",
)


def _read_version(row: SheetRow) -> list[Made]:
    by = {"country": row["iso3"], "article": row["article"], "number": row["number"]}
    request = ExtensionRequest.objects.filter(**by).first()
    if request is None:
        raise row.refusal("number", "No request of this state has this number; load the requests first.")
    values: dict[str, object] = {
        **row.given("filed_on", "months_requested"),
        "document": source_of_cell(row["document"], kind=SourceKind.STATEMENT),
    }
    return [Made(ExtensionRequestVersion, {"request": request, "number": row["version"]}, values)]


EXTENSION_VERSIONS = Sheet(
    "extension_versions",
    "Versions in which requests were filed",
    (
        ISO3,
        ARTICLE,
        Column("number", Number(must="Say which request."), "The request.", needed=True),
        Column("version", Number(must="Say which version."), "Its version.", needed=True),
        Column("filed_on", When(), "When it was filed."),
        Column("months_requested", Number(), "For how many months."),
        Column("document", meaning="The request as filed.", needed=True),
    ),
    records=_read_version,
    file=FOLDER / "extension_versions.csv",
)
