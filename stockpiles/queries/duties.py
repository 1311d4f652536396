"""Deadlines of all states in one pass: Article 3, Article 4 and Article 7, as of any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from stockpiles.models import Article, CompletionDeclaration, ExtensionRequest
from stockpiles.rules.flow import ADDS

from .bound import Bound
from .denials import is_told_of_a_stock
from .duty import Board, Duty
from .records import Records, under
from .report_duties import reporting_duties
from .state_duties import clearance_duty, destruction_duty, unrecorded_duty


class Owed(NamedTuple):
    """What one state owes under one article; where nothing is on record that it would be about, what it would owe."""

    duties: tuple[Duty, ...] = ()
    unrecorded: tuple[Duty, ...] = ()


def deadline_board(article: int, *, as_of: date, records: Records | None = None) -> Board:
    """The deadlines of all states under Article 3, 4 or 7 as they stood on a day. At most nine queries.

    States of which no stock (or contamination) is on record here are kept apart: whether they owe anything is not known.
    ``records`` lets several boards of one page share what they read. Raises ValueError for another article.
    """
    records = records or Records(as_of)
    return board_of(article, as_of, list(owed_by_state(article, records).values()))


def board_of(article: int, as_of: date, owed: Collection[Owed]) -> Board:
    """The board of what some states owe."""
    return Board(
        article=article,
        as_of=as_of,
        duties=tuple(sorted((duty for one in owed for duty in one.duties), key=lambda duty: duty.order)),
        unrecorded=tuple(
            sorted((duty for one in owed for duty in one.unrecorded), key=lambda duty: duty.country.name)
        ),
    )


def owed_by_state(article: int, records: Records) -> Mapping[int, Owed]:
    """The same by state, nothing of a state that the convention does not bind. Raises ValueError for another article."""
    if article not in _OWED:
        raise ValueError(f"Article {article} sets no deadline; ask for 3, 4 or 7.")
    of_state, bound = _OWED[article], records.bound
    return records.of_each(
        f"owed under Article {article}",
        lambda some: {pk: of_state(pk, bound[pk], records) if pk in bound else Owed() for pk in some},
    )


def _destruction(pk: int, member: Bound, records: Records) -> Owed:
    asked = under(Article.DESTRUCTION, records.requests[pk])
    ended = under(Article.DESTRUCTION, records.completions[pk])
    denial, book = records.denial(pk), records.stock_known(pk)
    is_told = denial is not None and is_told_of_a_stock(records.words_on_stockpiling[pk], book)
    if asked or ended or is_told or (book is not None and book.has(*ADDS)):
        return Owed((destruction_duty(member, asked, ended, records, book=book, denial=denial),))
    return Owed(unrecorded=(unrecorded_duty(Article.DESTRUCTION, member, as_of=records.as_of, denial=denial),))


def _clearance(pk: int, member: Bound, records: Records) -> Owed:
    requests: dict[int | None, list[ExtensionRequest]] = defaultdict(list)
    for request in under(Article.CLEARANCE, records.requests[pk]):
        requests[request.obligation_id].append(request)
    completions: dict[int | None, list[CompletionDeclaration]] = defaultdict(list)
    for completion in under(Article.CLEARANCE, records.completions[pk]):
        completions[completion.obligation_id].append(completion)
    owed = records.obligations[pk]
    if not owed:
        return Owed(unrecorded=(unrecorded_duty(Article.CLEARANCE, member, as_of=records.as_of),))
    return Owed(tuple(clearance_duty(member, one, requests[one.pk], completions[one.pk], records) for one in owed))


def _reports(pk: int, member: Bound, records: Records) -> Owed:
    return Owed(tuple(reporting_duties(member, records.reports[pk], records)))


_OWED = {Article.DESTRUCTION.value: _destruction, Article.CLEARANCE.value: _clearance, 7: _reports}
