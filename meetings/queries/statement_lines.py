"""What the API answers of each listed statement, written when it is listed and read by the file of all of them.

How an entry looks is the API's to say (see ccm_site/wiring.py). What is kept of it holds whatever happens to other
records: the meeting is put in when it is read, and so is the address at which this site is asked.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from editorial.slots import Slot
from meetings.models import ListedStatement, Meeting, ReadyEntry

ADDRESS_MARK = "\x1f"
"""Stands before each path of this site. In JSON no control character stands for itself, so that nothing else is taken
for it."""
NO_MEETING = 0
_PATH = re.compile(r'("(?:url|page|sealed)":")/')  # in the words of a text each quotation mark follows a backslash


@dataclass(frozen=True)
class EntryMaker:
    """How the API writes a listed statement, with all that it answers but the meeting, and a meeting beside one.

    Both as JSON in one line, with the addresses of this site as paths.
    """

    statement: Callable[[ListedStatement], str]
    meeting: Callable[[Meeting], str]


entry_makers: Slot[EntryMaker] = Slot("makers of entries")


def write_entry(listed: ListedStatement) -> None:
    """Keep the entry of a statement that has just been listed, its release and meeting at hand."""
    ReadyEntry.objects.create(listed=listed, text=entry_of(listed))


def entry_of(listed: ListedStatement) -> str:
    """An object of JSON without the meeting, each path of this site with ADDRESS_MARK before it."""
    return _marked(_maker().statement(listed))


def beginnings(days: Mapping[str, Any]) -> dict[int, str]:
    """How the line of a statement begins, by its meeting: with the days of the answer, and the meeting as it is called
    today. What follows is its entry without the first bracket. One query."""
    maker = _maker()
    opening = json.dumps(days, separators=(",", ":"))[:-1]
    meetings: dict[int, str] = {NO_MEETING: "null"}
    meetings |= {one.pk: _marked(maker.meeting(one)) for one in Meeting.objects.only("slug", "name", "short_name")}
    return {pk: f'{opening},"meeting":{said},' for pk, said in meetings.items()}


def _maker() -> EntryMaker:
    (maker,) = entry_makers
    return maker


def _marked(text: str) -> str:
    return _PATH.sub(rf"\1{ADDRESS_MARK}/", text)
