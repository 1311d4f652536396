"""How a line of the file of all statements begins; what follows is the ready answer of a statement.

How a meeting looks there is the API's to say (see ccm_site/wiring.py).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from typing import Any

from django.db.models import Case, QuerySet, TextField, Value, When
from django.db.models.functions import Coalesce

from editorial.build import build
from editorial.queries.ready_text import made_answer, marked
from editorial.queries.streamed import Buffer, streamed, streamed_texts
from editorial.slots import Slot
from meetings.models import ListedStatement, Meeting, StatementRelease

NO_MEETING = 0

meeting_makers: Slot[Callable[[Meeting], str]] = Slot("makers of a meeting beside a statement")
"""Writes it as JSON in one line, with the addresses of this site as paths."""


def beginnings(days: Mapping[str, Any]) -> dict[int, str]:
    """How the line of a statement begins, by its meeting: with the days of the answer, and the meeting as it is called
    today. What follows is its answer without the first bracket. One query."""
    (maker,) = meeting_makers
    opening = json.dumps(days, separators=(",", ":"))[:-1]
    meetings: dict[int, str] = {NO_MEETING: "null"}
    meetings |= {one.pk: marked(maker(one)) for one in Meeting.objects.only("slug", "name", "short_name")}
    return {pk: f'{opening},"meeting":{said},' for pk, said in meetings.items()}


def answers(statements: QuerySet[ListedStatement]) -> Iterator[tuple[int, Buffer]]:
    """The meeting and the answer of each, in the order of publication, as few as possible in memory.

    What this build of the code has not made ready is made one by one. While PostgreSQL copies it answers nothing else,
    so that from the first such statement on the rows are read in another way.
    """
    ready = Case(
        When(release__ready__made_from=build(), then="release__ready__answer"),
        default=Value("", TextField()),
    )
    rows = statements.order_by("pk").values_list("pk", Coalesce("meeting_id", NO_MEETING), ready)
    last = 0
    with closing(streamed_texts(rows)) as copied:
        for pk, meeting, text in copied:
            if not text:
                break
            yield meeting, text
            last = pk
        else:
            return
    for pk, meeting, text in streamed(rows.filter(pk__gt=last)):
        yield meeting, (text or made_answer(StatementRelease.objects.get(pk=pk))).encode()
