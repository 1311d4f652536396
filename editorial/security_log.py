"""The security log: who signed in, was refused, published, gave rights. One line each, apart from the ordinary log.

What is said here stands in the database too where it belongs to the record (editorial.models.audit_entry). A line says
who, what, on what, with which outcome, by which request and from which address; never a password, a token or a text.
"""

from __future__ import annotations

import logging

from axes.helpers import get_client_ip_address
from django.db import transaction

from .models.user import User
from .request_at_hand import note_at_hand

NAME = "monitor.security"
logger = logging.getLogger(NAME)


def tell(
    what: str,
    *,
    outcome: str = "done",
    who: User | None = None,
    name: str = "",
    about: object = "",
    detail: str = "",
) -> None:
    """Write a line now. ``name`` is for who has no account at hand; without either it is who asks."""
    note = note_at_hand.get()
    said: dict[str, object] = {"what": what, "outcome": outcome}
    if note is not None:
        note.note_person()
    if who is not None:
        said |= {"user": who.pk, "name": who.get_username()}
    elif name:
        said["name"] = name
    elif note is not None and note.user_id is not None:
        said |= {"user": note.user_id, "name": note.user_name}
    if about:
        said["about"] = str(about)[:255]
    if detail:
        said["detail"] = detail[:500]
    if note is not None and note.request is not None:
        said["address"] = get_client_ip_address(note.request) or ""
    logger.info(what, extra={"told": said})


def tell_if_committed(
    what: str,
    *,
    outcome: str = "done",
    who: User | None = None,
    name: str = "",
    about: object = "",
    detail: str = "",
) -> None:
    """Write a line once the transaction at hand is committed: what was undone has not happened."""
    words = str(about)
    transaction.on_commit(
        lambda: tell(what, outcome=outcome, who=who, name=name, about=words, detail=detail), robust=True
    )
