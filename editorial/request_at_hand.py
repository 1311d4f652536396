"""The request that is being answered, for what is written beside it: its number, who asks, what became of it.

Whoever writes a line of the log, anywhere, finds it here; a command and a worker have none.
"""

from __future__ import annotations

import re
from contextvars import ContextVar
from dataclasses import dataclass
from random import getrandbits
from typing import Any

KEY = "monitor.note"
"""Under which a server's words on a request carry the note."""
_LOOKS_RIGHT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{7,63}", re.ASCII)


@dataclass(slots=True)
class RequestNote:
    """What is known of a request so far. It never holds a query string, a form, or a reader's address.

    ``request`` is Django's, from which a line of the security log takes the address.
    """

    id: str
    method: str = ""
    route: str = ""
    """The name of the address: "country". Never the address itself, which may hold a token."""
    status: int = 0
    user_id: int | None = None
    user_name: str = ""
    queries: int = 0
    kept: str = ""
    """Where the answer was taken from: "here", "shared", "unchanged"; "made" anew to be kept; "" for what is not kept."""
    request: Any = None

    def note_person(self) -> None:
        """Who is signed in, where that was asked for while answering: a public page asks nobody."""
        user = getattr(self.request, "_cached_user", None)
        if user is not None and user.pk:
            self.user_id, self.user_name = user.pk, user.get_username()


note_at_hand: ContextVar[RequestNote | None] = ContextVar("request_at_hand", default=None)


def number_of(asked: str) -> str:
    """The number that a proxy has given a request, if it looks like one; a new one otherwise."""
    if asked and _LOOKS_RIGHT.fullmatch(asked):
        return asked
    return f"{getrandbits(64):016x}"  # names a request and guards nothing


def request_number() -> str:
    """The number of the request at hand; "" outside any."""
    note = note_at_hand.get()
    return note.id if note else ""
