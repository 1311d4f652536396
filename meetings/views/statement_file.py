"""The list of statements as a file, whole or filtered: CSV with what the list shows, NDJSON with the texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone

from countries.models import FactKind
from countries.queries.coverage import EVERY, asked
from countries.views.coverage import dated_now
from editorial.queries.ready_text import ADDRESS_MARK
from editorial.queries.streamed import Buffer, streamed
from editorial.rules.partial_date import PartialDate
from editorial.tables import Cell, Table
from editorial.views.listing import csv_response
from editorial.views.parameters import refuse_unknown
from meetings.filters import StatementFilter
from meetings.models import SPOKE, Meeting, StatementKind
from meetings.models.statement import slug_of
from meetings.queries.statement_lines import answers, beginnings
from meetings.queries.statements import listed

NDJSON = "application/x-ndjson"
LINES_AT_ONCE = 16  # some 100 kB, which stay in the processor's own memory: 500 cost five times as much
HEADINGS = (
    *("Number", "Title", "Kind", "Date", "Date is", "Language", "Meeting", "Deliverer or lead", "Others"),
    *("States not named", "Themes", "Source", "Address"),
)
IN_CSV = (
    *("statement_id", "title", "kind", "date", "language", "meeting_id", Cast("parties_json", TextField())),
    *("states_unnamed", Cast("themes_json", TextField()), "source__key"),
)


def statement_csv(request: HttpRequest) -> HttpResponseBase:
    """One row a statement, newest first, in the columns of HEADINGS."""
    filters = StatementFilter(request.GET, queryset=listed(timezone.now()))
    if refusal := _refused(request, filters):
        return refusal
    rows = filters.qs.order_by("-day", "-pk").values_list(*IN_CSV)
    table = Table(
        "Statements", HEADINGS, _cells(streamed(rows), request.build_absolute_uri(reverse("statements")))
    )
    return csv_response(dated_now(table, FactKind.STATEMENTS), "statements")


def statement_ndjson(request: HttpRequest) -> HttpResponseBase:
    """One line a statement, in the order of publication: what the API answers of it, and the two days of the answer."""
    now = timezone.now()
    filters = StatementFilter(request.GET, queryset=listed(now))
    if refusal := _refused(request, filters):
        return refusal
    when = asked(None, today=now.date(), about=[(FactKind.STATEMENTS, EVERY)])
    until = (
        when.complete_until
    )  # as in the API: of what nobody has said how far it reaches, the answer speaks of no day
    days = {"as_of": until and when.day.isoformat(), "complete_until": until and until.isoformat()}
    begin = {meeting: opening.encode() for meeting, opening in beginnings(days).items()}
    mark, origin = ADDRESS_MARK.encode(), request.build_absolute_uri("/")[:-1].encode()
    pieces = (piece.replace(mark, origin) for piece in _lines(answers(filters.qs), begin))
    headers = {"Content-Disposition": 'attachment; filename="statements.ndjson"'}
    return StreamingHttpResponse(pieces, content_type=NDJSON, headers=headers)


def _refused(request: HttpRequest, filters: StatementFilter) -> HttpResponse | None:
    refuse_unknown(request, filters.form)
    if filters.is_valid():
        return None
    return HttpResponse("The filters could not be understood.\n", content_type="text/plain", status=400)


def _lines(rows: Iterator[tuple[int, Buffer]], begin: Mapping[int, bytes]) -> Iterator[bytes]:
    while some := list(islice(rows, LINES_AT_ONCE)):
        yield b"".join([part for meeting, text in some for part in (begin[meeting], text[1:], b"\n")])


def _cells(rows: Iterable[tuple[Any, ...]], statements: str) -> Iterator[list[Cell]]:
    meetings = dict(Meeting.objects.values_list("pk", "name"))
    kinds = dict(StatementKind.choices)
    for number, title, kind, date, language, meeting, parties, unnamed, themes, source in rows:
        yield [
            *(number, title, kinds.get(kind, kind)),
            *_date(date),
            *(language, meetings.get(meeting, "")),
            *_parties(parties),
            unnamed or "",
            _themes(themes),
            source or "",
            f"{statements}{number}/{slug_of(title)}/",
        ]


# Most statements have the day, the parties and the themes of many others: read once for all, they take half the time.


@lru_cache(maxsize=5_000)
def _date(date: PartialDate | None) -> tuple[str, str]:
    return (date.iso, date.bound or date.precision) if date else ("", "")


@lru_cache(maxsize=5_000)
def _parties(kept: str) -> tuple[str, str]:
    """Who spoke or led, and the others."""
    parties = json.loads(kept)
    return (
        "; ".join([party["name"] for party in parties if party["role"] in SPOKE]),
        "; ".join([party["name"] for party in parties if party["role"] not in SPOKE]),
    )


@lru_cache(maxsize=5_000)
def _themes(kept: str) -> str:
    return "; ".join([theme["title"] for theme in json.loads(kept)])
