"""What one state owes under Articles 3 and 4, from its records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from stockpiles.rules.deadline import MET, DutyStanding, Outlook, known_by, outlook
from stockpiles.rules.destruction_deadline import destruction_deadline
from stockpiles.rules.extension_chain import Chain
from stockpiles.rules.extension_filing import next_filing_day
from stockpiles.rules.flow import Unit
from stockpiles.rules.quantity import UNKNOWN

from .bound import Bound
from .denials import denial_in_words
from .duty import ARTICLES, Duty
from .records import Records, chosen_completion
from .stock import Stock


def destruction_duty(
    member: Bound,
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    records: Records,
    *,
    book: Stock | None,
    denial: ActivityClaim | None,
) -> Duty:
    """Article 3 for one state. Of ``records`` it reads the meetings and how far they reach."""
    chain = destruction_deadline(member.since, [r.as_request for r in requests], as_of=records.as_of)
    return _duty(
        Article.DESTRUCTION,
        *(ARTICLES[3], chain, member, requests, completions, records),
        nothing_left=lambda: _nothing_left(book, denial),
    )


def clearance_duty(
    member: Bound,
    obligation: ClearanceObligation,
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    records: Records,
) -> Duty:
    """Article 4 for one contamination of one state. Of ``records`` it reads the meetings and how far they reach."""
    chain = clearance_deadline(
        member.since,
        [r.as_request for r in requests],
        from_later_hostilities=obligation.origin == ContaminationOrigin.LATER_HOSTILITIES,
        hostilities_ended=obligation.hostilities_ended.exact if obligation.hostilities_ended else None,
        as_of=records.as_of,
    )
    name = f"{ARTICLES[4]}, {obligation.name}" if obligation.name else ARTICLES[4]
    if chain is None:
        words = "No end of the active hostilities is on record, so no deadline is counted."
        open_end = Explained(Outlook(DutyStanding.DUE), "CCM, Article 4(1)(b)", (("as of", records.as_of),), words)
        return Duty(member.country, Article.CLEARANCE, name, None, open_end, member)
    return _duty(Article.CLEARANCE, name, chain, member, requests, completions, records)


def unrecorded_duty(article: int, member: Bound, *, as_of: date, denial: ActivityClaim | None = None) -> Duty:
    """Article 3 or 4 for a state of which no stock, or no duty of clearance, is on record: what holds if there is any.

    ``denial``: somebody says that there is no stock, and nobody that there is one.
    """
    chain = (
        destruction_deadline(member.since) if article == Article.DESTRUCTION else clearance_deadline(member.since)
    )
    assert chain is not None  # noqa: S101 - only later hostilities leave a state without a deadline
    what = "stock" if article == Article.DESTRUCTION else "duty of clearance"
    denied = denial_in_words(denial) if denial else ""
    said = denied or f"No {what} is recorded here, which says nothing about the state."
    words = f"{said} If there is any, and no extension was granted: {chain.original.arithmetic}"
    answer = Explained(Outlook(DutyStanding.UNRECORDED), chain.original.article, (("as of", as_of),), words)
    return Duty(member.country, article, ARTICLES[article], chain.original, answer, member, chain, denied=denied)


def _duty(
    article: int,
    name: str,
    chain: Chain,
    member: Bound,
    requests: Sequence[ExtensionRequest],
    completions: Sequence[CompletionDeclaration],
    records: Records,
    nothing_left: Callable[[], str] = str,
) -> Duty:
    """How the deadline of a chain stands; the latest day to ask for more time, while it lies ahead.

    ``nothing_left`` makes the state's ledger, and is asked only where that matters: not once completion is declared.
    """
    completion, as_of = chosen_completion(completions), records.as_of
    is_done = completion is not None and known_by(completion.done, as_of)
    answer = outlook(
        chain.deadline,
        as_of=as_of,
        done=completion.done if completion else None,
        bound_from=member.since,
        bound_until=member.until,
        awaiting_decision=bool(chain.open_requests),
        nothing_left="" if is_done else nothing_left(),
        whole_until=records.whole_until[article],
    )
    lies_ahead = answer.value.standing is DutyStanding.DUE
    return Duty(
        country=member.country,
        article=article,
        name=name,
        deadline=chain.deadline,
        outlook=answer,
        bound=member,
        chain=chain,
        requests=tuple(requests),
        completion=completion if completion and answer.value.standing in MET else None,
        filing=next_filing_day(chain.deadline.value, records.meeting_days, article=article, as_of=as_of)
        if lies_ahead
        else None,
    )


def _nothing_left(book: Stock | None, denial: ActivityClaim | None) -> str:
    """Why no stock is left although no completion was declared; "" if the records do not say so."""
    if denial is not None:
        return denial_in_words(denial)
    line = book.ledger.line(Unit.MUNITIONS) if book else None
    left = line.remaining.value if line is not None else UNKNOWN
    if line is not None and left.value == 0 and not left.is_rounded and not left.is_partial:
        return f"By the records nothing is left: {line.remaining.arithmetic}"
    return ""
