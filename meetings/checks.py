"""Checks across meetings and statements: who was counted, who is named, where and when it was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise

from django.db.models import Exists, OuterRef, Q

from countries.models import Country
from editorial.checks import Finding, fact_check
from editorial.importing.plain_text import plain_words
from editorial.models import Rank, Source, Status, Tracked, tracked_models
from editorial.models.citation_use import researched_fields
from editorial.texts import parse
from editorial.texts.dialect import NOTE_MARK
from meetings.models import (
    SPOKE,
    Attendance,
    Capacity,
    CountKind,
    Meeting,
    MeetingCount,
    MeetingSpan,
    Position,
    Statement,
    StatementKind,
    StatementParty,
)
from meetings.queries.names import state_names
from meetings.queries.votes import all_votes
from meetings.rules.statement_parties import CountClaim, PartyCount, count_claims, disagreement, proposed_parties
from meetings.rules.vote_check import CheckOutcome, check_total

SUBMITTED_AHEAD = (StatementKind.NON_PAPER, StatementKind.WORKING_PAPER, StatementKind.LETTER)
"""Papers that delegations send in before the meeting for which they are meant."""

# Which capacities a count of a source speaks of, and these in words. A state that is listed in any of them was counted.
COUNTED: Mapping[str, tuple[tuple[str, ...], str]] = {
    CountKind.ATTENDING: (tuple(Capacity.values), "present"),
    CountKind.FIRST_TIME: ((Capacity.FIRST_TIME,), "there for the first time"),
    CountKind.PARTIES: ((Capacity.PARTY,), "present as States Parties"),
    CountKind.SIGNATORIES: ((Capacity.SIGNATORY,), "present as signatories"),
}
_SENTENCE_START = re.compile(r"[.!?…][”\"’')\]]*(?:\[\^[^\s\]]+\])*\s+")
_SPOKEN_FOR = re.compile(r"(?:on behalf of|in the name of)\s+(?:the\s+|these\s+|a group of\s+)?$", re.IGNORECASE)


# ------------------------------------------------------------------------------------------------ parties


@fact_check("states-behind")
def check_states_behind_statements(on: date) -> Iterator[Finding]:
    """Statements: the number of states that the source or the text gives, against those recorded (25 + 1 = 26)."""
    for statement, counted in _statements_with_parties():
        said = statement.states_claimed
        if said is not None and said != counted.total:
            yield Finding(str(statement), f"The source counts {said} states; recorded are {counted.arithmetic}.")
        for claim in _claims_of(statement):
            if message := disagreement(claim, counted):
                yield Finding(str(statement), message)
            elif said is not None and not claim.loose and claim.total != said:
                yield Finding(str(statement), f"Its words are “{claim.words}”, its number of states is {said}.")


def _claims_of(statement: Statement) -> Iterator[CountClaim]:
    """Numbers that speak of the states behind it: the source's words and the title; in summary and text only those
    for whom it speaks, because a text counts many other states."""
    for words in (statement.claimed_in_words, statement.title):
        yield from (_beside_the_speaker(claim, words) for claim in count_claims(words))
    for text in (statement.lead, statement.text):
        for claim in count_claims(text):
            if _SPOKEN_FOR.search(text, max(0, claim.start - 60), claim.start):
                yield _beside_the_speaker(claim, text)


def _beside_the_speaker(claim: CountClaim, text: str) -> CountClaim:
    """ "On behalf of 25 states" and "four co-sponsors" do not count the state that speaks or leads."""
    spoken_for = _SPOKEN_FOR.search(text, max(0, claim.start - 60), claim.start)
    return replace(claim, others=True) if spoken_for or "sponsor" in claim.words.lower() else claim


def _statements_with_parties(**only: object) -> Iterator[tuple[Statement, PartyCount]]:
    """Statements that were not withdrawn, each with the states recorded behind it. Organisations are no states."""
    statements = Statement.objects.exclude(status=Status.WITHDRAWN).filter(**only).order_by("pk")
    roles: dict[int, list[str]] = {}
    parties = StatementParty.objects.filter(country__isnull=False, statement__in=statements)
    for pk, role in parties.values_list("statement_id", "role"):
        roles.setdefault(pk, []).append(role)
    for statement in statements.iterator(chunk_size=500):
        mine = roles.get(statement.pk, [])
        spoke = sum(role in SPOKE for role in mine)
        yield statement, PartyCount(spoke, len(mine) - spoke, statement.states_unnamed)


@fact_check("states-in-texts")
def check_states_named_in_texts(on: date) -> Iterator[Finding]:
    """Texts: "one of 26 states" against the list in the note behind it, and against the statement which it cites."""
    names: dict[str, Country] | None = None
    lines: dict[str, str] | None = None
    joint: dict[str, list[PartyCount]] | None = None
    for record, field, text in _texts():
        if not count_claims(text):
            continue
        if names is None or lines is None or joint is None:
            names, lines, joint = state_names(), _lines_of_sources(), _joint_statements()
        parsed = parse(text)
        notes = {note.label: note for note in parsed.footnotes}
        for sentence, labels in _sentences_with_notes([section.markdown for section in parsed.sections]):
            claims = [_beside_the_speaker(claim, sentence) for claim in count_claims(sentence)]
            for label in labels if claims else ():
                note = notes.get(label)
                if note is None:
                    continue
                counts = [_listed(plain_words(note.markdown, lines), names)]
                for citation in note.citations:
                    counts += joint.get(citation.key, [])
                against = [counted for counted in counts if counted is not None]
                messages = [disagreement(claim, counted) for claim in claims for counted in against]
                if messages and all(messages):
                    yield Finding(str(record), f"{field}, note {note.number}: {messages[0]}")


def _texts() -> Iterator[tuple[Tracked, str, str]]:
    """Every researched text that is not withdrawn, with its record and field."""
    for model in tracked_models():
        for field in researched_fields(model):
            for record in model._base_manager.exclude(**{field: ""}).order_by("pk").iterator(chunk_size=200):
                if getattr(record, "status", "") != Status.WITHDRAWN:
                    yield record, field, getattr(record, field)


def _lines_of_sources() -> dict[str, str]:
    return {source.key: source.line() for source in Source.objects.iterator(chunk_size=500)}


def _joint_statements() -> dict[str, list[PartyCount]]:
    """By the key of their source: the states behind statements that several states made."""
    found: dict[str, list[PartyCount]] = {}
    keys = dict(Source.objects.filter(statements__isnull=False).values_list("pk", "key"))
    for statement, counted in _statements_with_parties(source__isnull=False):
        if counted.total > 1 and statement.source_id is not None:
            found.setdefault(keys[statement.source_id], []).append(counted)
    return found


def _listed(note: str, names: Mapping[str, Country]) -> PartyCount | None:
    """The deliverer and the states for which it spoke, where a note names them all; not "for 25 other states"."""
    proposed = proposed_parties(note, names)
    spoke = sum(role in SPOKE for _, role in proposed.parties)
    others = len(proposed.parties) - spoke
    counted_only = any(c.isdigit() for words in proposed.unknown for c in words)
    return PartyCount(spoke, others + len(proposed.unknown)) if others > 1 and not counted_only else None


def _sentences_with_notes(texts: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Each sentence that carries marks, with their labels in order."""
    for text in texts:
        for paragraph in re.split(r"\n\s*\n", text):
            starts = [0, *(m.end() for m in _SENTENCE_START.finditer(paragraph)), len(paragraph)]
            for start, end in pairwise(starts):
                sentence = paragraph[start:end]
                if labels := [m["label"] for m in NOTE_MARK.finditer(sentence)]:
                    yield NOTE_MARK.sub("", sentence), labels


@fact_check("positions")
def check_positions(on: date) -> Iterator[Finding]:
    """Positions: a state that takes one in a statement without being a party to it."""
    party = StatementParty.objects.filter(statement=OuterRef("statement"))
    strangers = (
        Position.objects.exclude(statement__status=Status.WITHDRAWN)
        .filter(
            Q(country__isnull=False) & ~Exists(party.filter(country=OuterRef("country")))
            | Q(organisation__isnull=False) & ~Exists(party.filter(organisation=OuterRef("organisation")))
        )
        .select_related("statement", "country", "organisation", "theme")
        .order_by("pk")
    )
    for position in strangers:
        yield Finding(
            str(position.statement),
            f"{position.country or position.organisation} takes a position on {position.theme.title.lower()} but "
            "is no party to the statement.",
        )


# ------------------------------------------------------------------------------------------------ meetings


@fact_check("attendance")
def check_attendance(on: date) -> Iterator[Finding]:
    """Meetings: more states named as present than a source counted, and counts that exclude each other."""
    present: dict[tuple[int, str], set[int]] = {}
    for meeting, country, capacity in Attendance.objects.values_list("meeting_id", "country_id", "capacity"):
        for counted, (capacities, _) in COUNTED.items():
            if capacity in capacities:
                present.setdefault((meeting, counted), set()).add(country)
    counts = _current_counts()
    for (meeting, counted), claims in sorted(counts.items(), key=lambda each: each[0]):
        about, what = str(claims[0].meeting), claims[0].get_counted_display().lower()
        numbers = [claim.number for claim in claims]
        named, so = len(present.get((meeting, counted), ())), COUNTED[counted][1]
        if named > max(numbers):
            yield Finding(about, f"{named} states are named as {so}, a source counts {max(numbers)} {what}.")
        everybody = [claim.number for claim in counts.get((meeting, CountKind.ATTENDING), ())]
        if counted != CountKind.ATTENDING and everybody and min(numbers) > max(everybody):
            words = f"{min(numbers)} {what} are more than the {max(everybody)} states attending."
            yield Finding(about, words)


def _current_counts() -> dict[tuple[int, str], list[MeetingCount]]:
    """Counts of attendance by meeting and kind: the preferred one alone, or all that none replaces."""
    counts: dict[tuple[int, str], list[MeetingCount]] = {}
    rows = MeetingCount.objects.filter(counted__in=COUNTED).exclude(rank=Rank.SUPERSEDED).select_related("meeting")
    for claim in rows:
        counts.setdefault((claim.meeting_id, claim.counted), []).append(claim)
    return {
        key: [claim for claim in claims if claim.rank == Rank.PREFERRED] or claims
        for key, claims in counts.items()
    }


@fact_check("statement-dates")
def check_statement_dates(on: date) -> Iterator[Finding]:
    """Statements: dated outside the days of their meeting. Papers may come in before it."""
    spans: dict[int, list[MeetingSpan]] = {}
    for span in MeetingSpan.objects.order_by("start"):
        spans.setdefault(span.meeting_id, []).append(span)
    parents = dict(Meeting.objects.exclude(parent=None).values_list("pk", "parent_id"))
    dated = (
        Statement.objects.exclude(status=Status.WITHDRAWN)
        .filter(date__isnull=False, meeting__isnull=False)
        .select_related("meeting")
        .order_by("pk")
    )
    for statement in dated.iterator(chunk_size=500):
        days = _days(statement.meeting_id, spans, parents)
        if days and not any(_fits(statement, span) for span in days):
            held = " and ".join(str(span) for span in days)
            yield Finding(str(statement), f"It is dated {statement.date}; {statement.meeting} was held {held}.")


def _days(
    meeting: int | None, spans: Mapping[int, list[MeetingSpan]], parents: Mapping[int, int | None]
) -> list[MeetingSpan]:
    """The days of a session, or of the meeting it is part of where it has none of its own."""
    seen: set[int] = set()
    while meeting is not None and meeting not in seen:
        if meeting in spans:
            return spans[meeting]
        seen.add(meeting)
        meeting = parents.get(meeting)
    return []


def _fits(statement: Statement, span: MeetingSpan) -> bool:
    """Whether the date can mean a day of the span. A date known only roughly is not held against it."""
    said = statement.date
    first, last = span.start.earliest, (span.end or span.start).latest
    if said.bound == "about":
        return True
    too_late = said.bound != "before" and (said.earliest > last or (said.bound == "after" and said.latest >= last))
    too_early = said.bound != "after" and (
        said.latest < first or (said.bound == "before" and said.earliest <= first)
    )
    return not too_late and (not too_early or statement.kind in SUBMITTED_AHEAD)


# ------------------------------------------------------------------------------------------------ votes


@fact_check("vote-totals")
def check_vote_totals(on: date) -> Iterator[Finding]:
    """Totals of votes at the General Assembly, against the votes of states on record."""
    view = all_votes()
    for resolution in view.resolutions:
        for vote in resolution.votes:
            for total in vote.totals:
                outcome, words = check_total(view.counts[vote.vote.pk], total.numbers)
                if total.rank != Rank.SUPERSEDED and outcome in (CheckOutcome.DIFFERENT, CheckOutcome.EXPLAINED):
                    yield Finding(str(total), words)
