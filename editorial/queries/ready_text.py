"""What is served of a release as it was made ready (editorial.models.ready_text), or made at once where it is not.

How it looks is said by the doors (see ccm_site/wiring.py). What another build of the code made, or for a record that
says something else by now, is passed over: readers never write.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, cast

from django.db import connection

from editorial.build import build
from editorial.models import ReadyText, Release
from editorial.slots import Slot

ADDRESS_MARK = "\x1f"
"""Stands in an answer before each path of this site. In JSON no control character stands for itself, so that nothing
else is taken for it."""
_PATH = re.compile(r'("(?:url|page|sealed)":")/')  # in the words of a text each quotation mark follows a backslash


@dataclass(frozen=True)
class TextMaker:
    """What follows from a release of one table alone: the frozen parts of its page, and of its answer as JSON in one
    line, with the addresses of this site as paths. ``shows`` is what the page shows of the record as it is today."""

    model: type[Release]
    page: Callable[[Any], str]
    answer: Callable[[Any], str]
    shows: Callable[[Any], str] = lambda release: ""


text_makers: Slot[TextMaker] = Slot("makers of ready texts")


def table_of(model: type[Release]) -> type[ReadyText]:
    """Where the ready texts of a table of releases stand."""
    table: type[ReadyText] = cast(Any, model)._meta.get_field("ready").related_model
    return table


def maker_of(model: type[Release]) -> TextMaker:
    return next(maker for maker in text_makers if maker.model is model)


def made_from(release: Release) -> str:
    """What a text has to be made from to be served."""
    return f"{build()} {maker_of(type(release)).shows(release)}".strip()


def made_page(release: Release) -> str:
    return maker_of(type(release)).page(release)


def made_answer(release: Release) -> str:
    return marked(maker_of(type(release)).answer(release))


def marked(text: str) -> str:
    """JSON in one line with ADDRESS_MARK before each path of this site."""
    return _PATH.sub(rf"\1{ADDRESS_MARK}/", text)


def page_of(release: Release) -> str:
    """The frozen parts of the page of a release that readers see. One query."""
    return _stored(release, "page") or made_page(_whole(release))


def answer_of(release: Release) -> str:
    """The frozen part of its answer, with ADDRESS_MARK before each path of this site. One query."""
    return _stored(release, "answer") or made_answer(_whole(release))


def is_spoiled(release: Release) -> bool:
    """What is stored of a whole release, made by this build of the code, is not what follows from it. Two queries."""
    row = table_of(type(release))._base_manager.filter(pk=release.pk, made_from=made_from(release)).first()
    return row is not None and (row.page, row.answer) != (made_page(release), made_answer(release))


def _stored(release: Release, column: Literal["page", "answer"]) -> str:
    """Plain SQL, because every page of a release asks it: building the query would cost more than answering it."""
    table = table_of(type(release))._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM {table} WHERE release_id = %s AND made_from = %s",  # noqa: S608
            [release.pk, made_from(release)],
        )
        found = cursor.fetchone()
    return found[0] if found else ""


def _whole(release: Release) -> Release:
    return type(release)._base_manager.get(pk=release.pk)
