"""Every door by which readers come in, and all that is stored behind them.

The doors are found by following each link from the first page, the site map, the feeds and the API.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

FEEDS = ("/feeds/corrections/", "/feeds/corrections/statements/")
LISTS = ("/countries.csv", "/sources.csv", "/meetings.csv")
LINK = re.compile(r'(?:href="|<loc>|"(?:url|next|page)":\s?")([^"<]+)')


def operations() -> list[str]:
    description = SchemaGenerator(patterns=None).get_schema(request=None, public=True)
    return [path for path in description["paths"] if "{" not in path]


def crawl(*further: str) -> Iterator[tuple[str, str]]:
    """Every public address that can be reached, with what it answers.

    Left out are other orders and second filters of a list, and workbooks: they have the rows of the CSV beside
    them, and the time.
    """
    client = Client()
    waiting = ["/", "/sitemap.xml", *FEEDS, *LISTS, *operations(), *further]
    known = set(waiting)
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        if answer.status_code in (301, 302):
            body = f'href="{answer["Location"]}"'
        else:
            assert answer.status_code == 200, address
            body = answer.getvalue().decode(errors="replace")
        yield address, body
        for found in LINK.findall(body):
            target = html.unescape(found).removeprefix("http://testserver").partition("#")[0]
            left_out = target.startswith(("/admin/", "/static/")) or any(
                part in target for part in (".xlsx", "sort=", "&")
            )
            if target.startswith("/") and not left_out and target not in known:
                known.add(target)
                waiting.append(target)


PROPOSALS = {"editorial.ChangeSet", "editorial.ChangeRow", "editorial.ChangeAuthor"}


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but those of the proposals."""
    found: dict[str, list[tuple[object, ...]]] = {}
    for model in apps.get_models(include_auto_created=True):
        if model._meta.label not in PROPOSALS:
            found[model._meta.label] = sorted(models.QuerySet(model).order_by().values_list(), key=repr)
    return found
