"""Deadlines of all states in one pass: Article 3, Article 4 and Article 7, as of any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from editorial.rules.explained import Explained
from stockpiles.models import (
    ActivityClaim,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    ContaminationOrigin,
    ExtensionRequest,
)
from stockpiles.rules.clearance_deadline import clearance_deadline
from stockpiles.rules.deadline import Outlook, Standing, outlook
from stockpiles.rules.destruction_deadline import destruction_deadline
from stockpiles.rules.extension_chain import Chain
from stockpiles.rules.extension_filing import MeetingDay, next_filing_day
from stockpiles.rules.ledger import Flow, Unit

from .bound import Bound
from .duty import ARTICLES, Board, Duty
from .figures import Stock, stocks
from .records import Records, chosen_completion
from .report_duties import reporting_duties


def deadline_board(article: int, *, as_of: date, records: Records | None = None) -> Board:
    """The deadlines of all states under Article 3, 4 or 7 as they stood on a day. At most eight queries.

    States of which no stock (or contamination) is on record here are kept apart: whether they owe anything is not known.
    ``records`` lets several boards of one page share what they read. Raises ValueError for another article.
    """
    records = records or Records(as_of)
    if article == Article.DESTRUCTION:
        return _destruction_board(records)
    if article == Article.CLEARANCE:
        return _clearance_board(records)
    if article == 7:
        return _board(7, records.as_of, reporting_duties(records), ())
    raise ValueError(f"Article {article} sets no deadline; ask for 3, 4 or 7.")


# ---------------------------------------------------------------- Article 3


def _destruction_board(records: Records) -> Board:
    completions = records.completions[Article.DESTRUCTION]
    requests = records.requests[Article.DESTRUCTION]
    known = [row for row in records.figures if row.is_known_by(records.as_of)]
    books = stocks(known, types={}, completed=completions)
    duties, unrecorded = [], []
    for pk, member in records.bound.items():
        denial = records.denials.get(pk)
        if not (requests.get(pk) or completions.get(pk) or denial or _has_held(books.get(pk))):
            unrecorded.append(unrecorded_duty(Article.DESTRUCTION, member, as_of=records.as_of))
            continue
        duties.append(
            destruction_duty(
                member,
                requests.get(pk, ()),
                completions.get(pk, ()),
                book=books.get(pk),
                denial=denial,
                meetings=records.meeting_days,
                as_of=records.as_of,
                whole_until=records.whole_until(Article.DESTRUCTION),
            )
        )
    return _board(Article.DESTRUCTION, records.as_of, duties, unrecorded)


def unrecorded_duty(article: int, member: Bound, *, as_of: date) -> Duty:
    """Article 3 or 4 for a state of which no stock or contamination is on record: the date that holds if there is any."""
    chain = (
        destruction_deadline(member.since) if article == Article.DESTRUCTION else clearance_deadline(member.since)
    )
    assert chain is not None  # noqa: S101 - only later hostilities leave a state without a deadline
    what = "stock" if article == Article.DESTRUCTION else "contamination"
    words = (
        f"No {what} is recorded here, which says nothing about the state. If there is any, and no extension was granted: "
        f"{chain.original.arithmetic}"
    )
    answer = Explained(Outlook(Standing.UNRECORDED), chain.original.article, (("as of", as_of),), words)
    return Duty(member.country, article, ARTICLES[article], chain.original, answer, member, chain)


def destruction_duty(
    member: Bound,
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    *,
    book: Stock | None,
    denial: ActivityClaim | None,
    meetings: Sequence[MeetingDay],
    as_of: date,
    whole_until: date | None = None,
) -> Duty:
    """Article 3 for one state, from its records. Reads nothing."""
    chain = destruction_deadline(member.since, [r.as_request for r in requests], as_of=as_of)
    completion = chosen_completion(completions)
    answer = outlook(
        chain.deadline,
        as_of=as_of,
        done=completion.done if completion else None,
        bound_from=member.since,
        bound_until=member.until,
        awaiting_decision=bool(chain.open_requests),
        nothing_left=_nothing_left(book, denial, as_of),
        whole_until=whole_until,
    )
    return Duty(
        country=member.country,
        article=Article.DESTRUCTION,
        name=ARTICLES[3],
        deadline=chain.deadline,
        outlook=answer,
        bound=member,
        chain=chain,
        requests=tuple(requests),
        completion=completion if completion and answer.value.standing in MET else None,
        filing=_filing(chain, answer, meetings, 3, as_of),
    )


MET = frozenset({Standing.MET_EARLY, Standing.MET_LATE, Standing.MET_UNDATED})


def _has_held(book: Stock | None) -> bool:
    return book is not None and any(row.flow in (Flow.OPENING, Flow.FOUND, Flow.RECEIVED) for row in book.rows)


def _nothing_left(book: Stock | None, denial: ActivityClaim | None, as_of: date) -> str:
    """Why no stock is left although no completion was declared; "" if the records do not say so."""
    if denial is not None and (denial.as_of is None or denial.as_of.latest <= as_of):
        when = f" in {denial.as_of}" if denial.as_of else ""
        return f"A source says{when} that the state holds no stocks."
    line = book.ledger.line(Unit.MUNITIONS) if book else None
    if line is not None and line.remaining.value.value == 0 and not line.remaining.value.is_rounded:
        return f"By the records nothing is left: {line.remaining.arithmetic}"
    return ""


# ---------------------------------------------------------------- Article 4


def _clearance_board(records: Records) -> Board:
    requests: dict[int | None, list[ExtensionRequest]] = defaultdict(list)
    for request in (r for own in records.requests[Article.CLEARANCE].values() for r in own):
        requests[request.obligation_id].append(request)
    completions: dict[int | None, list[CompletionDeclaration]] = defaultdict(list)
    for completion in (c for own in records.completions[Article.CLEARANCE].values() for c in own):
        completions[completion.obligation_id].append(completion)
    duties, seen = [], set()
    for obligation in records.obligations:
        member = records.bound.get(obligation.country_id)
        if member is None:
            continue
        seen.add(obligation.country_id)
        duties.append(
            clearance_duty(
                member,
                obligation,
                requests[obligation.pk],
                completions[obligation.pk],
                meetings=records.meeting_days,
                as_of=records.as_of,
                whole_until=records.whole_until(Article.CLEARANCE),
            )
        )
    unrecorded = [
        unrecorded_duty(Article.CLEARANCE, member, as_of=records.as_of)
        for pk, member in records.bound.items()
        if pk not in seen
    ]
    return _board(Article.CLEARANCE, records.as_of, duties, unrecorded)


def clearance_duty(
    member: Bound,
    obligation: ClearanceObligation,
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    *,
    meetings: Sequence[MeetingDay],
    as_of: date,
    whole_until: date | None = None,
) -> Duty:
    """Article 4 for one contamination of one state. Reads nothing."""
    later = obligation.origin == ContaminationOrigin.LATER_HOSTILITIES
    ended = obligation.hostilities_ended.exact if obligation.hostilities_ended else None
    chain = clearance_deadline(
        member.since,
        [r.as_request for r in requests],
        from_later_hostilities=later,
        hostilities_ended=ended,
        as_of=as_of,
    )
    completion = chosen_completion(completions)
    name = f"{ARTICLES[4]}, {obligation.name}" if obligation.name else ARTICLES[4]
    if chain is None:
        words = "No end of the active hostilities is on record, so no deadline is counted."
        open_end = Explained(Outlook(Standing.DUE), "CCM, Article 4(1)(b)", (("as of", as_of),), words)
        return Duty(member.country, Article.CLEARANCE, name, None, open_end, member)
    answer = outlook(
        chain.deadline,
        as_of=as_of,
        done=completion.done if completion else None,
        bound_from=member.since,
        bound_until=member.until,
        awaiting_decision=bool(chain.open_requests),
        whole_until=whole_until,
    )
    return Duty(
        country=member.country,
        article=Article.CLEARANCE,
        name=name,
        deadline=chain.deadline,
        outlook=answer,
        bound=member,
        chain=chain,
        requests=tuple(requests),
        completion=completion if completion and answer.value.standing in MET else None,
        filing=_filing(chain, answer, meetings, 4, as_of),
    )


# ---------------------------------------------------------------- shared


def _filing(
    chain: Chain, answer: Explained[Outlook], meetings: Sequence[MeetingDay], article: int, as_of: date
) -> Explained[date | None] | None:
    """The latest day to ask for more time, while the deadline lies ahead."""
    if answer.value.standing is not Standing.DUE:
        return None
    return next_filing_day(chain.deadline.value, meetings, article=article, as_of=as_of)


def _board(article: int, as_of: date, duties: Iterable[Duty], unrecorded: Iterable[Duty]) -> Board:
    return Board(
        article=article,
        as_of=as_of,
        duties=tuple(sorted(duties, key=lambda duty: duty.order)),
        unrecorded=tuple(sorted(unrecorded, key=lambda duty: duty.country.name)),
    )
