"""How a line of the file of all statements begins; what follows is the ready answer of a statement.

How a meeting looks there is the API's to say (see ccm_site/wiring.py).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from editorial.queries.ready_text import marked
from editorial.slots import Slot
from meetings.models import Meeting

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
