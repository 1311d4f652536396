"""Answers that are put together from what was made ready and what may change around it, without reading either again."""

from __future__ import annotations

import json

from django.http import HttpResponse

from editorial.queries.ready_text import ADDRESS_MARK


def line(data: object) -> str:
    """Plain data as JSON in one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def joined(one: str, other: str) -> str:
    """Two objects in JSON, of which neither is empty, as one."""
    return f"{one[:-1]},{other[1:]}"


def json_answer(text: str, site: str) -> HttpResponse:
    """JSON as the framework would send it, with the address of this site put in where it is marked."""
    return HttpResponse(text.replace(ADDRESS_MARK, site.removesuffix("/")), content_type="application/json")
