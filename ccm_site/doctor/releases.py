"""Whether what was published is what readers get and find."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import models

from editorial.build import build
from editorial.models import SearchEntry, release_models
from editorial.queries.ready_text import table_of
from editorial.queries.seals import verify_newest
from editorial.search.index import Searchable, is_indexed, search_kinds

from .condition import Condition, bad, good, warn

SEALS = 5  # verify_releases looks at all
OF_EACH_KIND = 10  # records whose entries are compared


def seals(at: datetime) -> Iterator[Condition]:
    """The newest releases are as they were sealed."""
    broken = list(dict.fromkeys(f"{one.about}: {one.message}" for one in verify_newest(SEALS)))
    for one in broken:
        yield bad(
            "seals", one, "manage.py verify_releases; compare with a copy of /about/seals.txt and with a backup."
        )
    if not broken:
        yield good("seals", f"the newest {SEALS} hold (manage.py verify_releases looks at all)")


def ready_texts(at: datetime) -> Iterator[Condition]:
    """What is ready to be sent was made by this version."""
    wanted = waiting = 0
    for model in release_models():
        released = model.objects.not_withdrawn()
        ready = table_of(model)._base_manager.filter(made_from__startswith=build(), pk__in=released.values("pk"))
        wanted += released.count()
        waiting += released.count() - ready.count()
    if waiting:
        yield warn(
            "ready texts",
            f"{waiting} of {wanted} releases are not ready: their pages are right and slow",
            "manage.py rebuild_index --only ready-texts",
        )
    else:
        yield good("ready texts", f"all {wanted} are of this version")


def search_index(at: datetime) -> Iterator[Condition]:
    """Search finds the newest records of each kind, by what they say now."""
    stale = [
        entry.label for entry in search_kinds if not all(is_indexed(entry, one, at) for one in _newest(entry))
    ]
    if stale:
        yield bad(
            "search",
            f"it does not find what is: {', '.join(stale)}",
            "manage.py rebuild_index --only search",
        )
    else:
        yield good(
            "search", f"{SearchEntry.objects.count()} entries; the newest of each kind say what their records say"
        )


def _newest(entry: Searchable) -> list[Any]:
    found = entry.rows()
    if isinstance(found, models.QuerySet):
        return list(found.order_by("-pk")[:OF_EACH_KIND])
    return list(islice(found, OF_EACH_KIND))
