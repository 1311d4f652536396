"""Deadlines of all states in one pass: Article 3, Article 4 and Article 7, as of any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from stockpiles.models import Article, CompletionDeclaration, ExtensionRequest
from stockpiles.rules.flow import ADDS

from .duty import Board, Duty
from .records import Records
from .report_duties import reporting_duties
from .state_duties import clearance_duty, destruction_duty, unrecorded_duty


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


def _destruction_board(records: Records) -> Board:
    completions = records.completions[Article.DESTRUCTION]
    requests = records.requests[Article.DESTRUCTION]
    books = records.stocks_known
    duties, unrecorded = [], []
    for pk, member in records.bound.items():
        asked, ended, denial, book = (
            requests.get(pk, []),
            completions.get(pk, []),
            records.denials.get(pk),
            books.get(pk),
        )
        if asked or ended or denial or (book is not None and book.has(*ADDS)):
            duties.append(destruction_duty(member, asked, ended, records, book=book, denial=denial))
        else:
            unrecorded.append(unrecorded_duty(Article.DESTRUCTION, member, as_of=records.as_of))
    return _board(Article.DESTRUCTION, records.as_of, duties, unrecorded)


def _clearance_board(records: Records) -> Board:
    requests: dict[int | None, list[ExtensionRequest]] = defaultdict(list)
    for request in (r for own in records.requests[Article.CLEARANCE].values() for r in own):
        requests[request.obligation_id].append(request)
    completions: dict[int | None, list[CompletionDeclaration]] = defaultdict(list)
    for completion in (c for own in records.completions[Article.CLEARANCE].values() for c in own):
        completions[completion.obligation_id].append(completion)
    owed = [
        (member, one) for one in records.obligations if (member := records.bound.get(one.country_id)) is not None
    ]
    duties = [clearance_duty(member, one, requests[one.pk], completions[one.pk], records) for member, one in owed]
    seen = {member.country.pk for member, _ in owed}
    unrecorded = [
        unrecorded_duty(Article.CLEARANCE, member, as_of=records.as_of)
        for pk, member in records.bound.items()
        if pk not in seen
    ]
    return _board(Article.CLEARANCE, records.as_of, duties, unrecorded)


def _board(article: int, as_of: date, duties: Iterable[Duty], unrecorded: Iterable[Duty]) -> Board:
    return Board(
        article=article,
        as_of=as_of,
        duties=tuple(sorted(duties, key=lambda duty: duty.order)),
        unrecorded=tuple(sorted(unrecorded, key=lambda duty: duty.country.name)),
    )
