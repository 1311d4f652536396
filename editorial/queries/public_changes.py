"""The public log of facts: which confirmed changes are in it, by kind of fact.

What readers never saw, such as a document that is not public or a remark for the team, is not in it (see told_rows);
what it says of each row stands in told_changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.utils.text import slugify

from editorial.models import ChangeRow, ChangeSet, Tracked, whole_of

from .change_sets import fact_tables

ALL = Q()
"""All rows."""


@dataclass(frozen=True)
class KindOfChange:
    """A kind of fact in the log: a table with its parts. ``slug`` names it in addresses: "treaty-actions"."""

    slug: str
    label: str
    tables: tuple[str, ...]

    @property
    def where(self) -> Q:
        """Its rows."""
        return Q(table__in=self.tables)


def kinds_of_change() -> dict[str, KindOfChange]:
    """Every kind of fact by its slug, in the order of the apps."""
    tables: dict[type[Tracked], list[str]] = {}
    for model in fact_tables():
        tables.setdefault(whole_of(model) or model, []).append(model._meta.label_lower)
    found = {}
    for whole, labels in tables.items():
        words = str(whole._meta.verbose_name_plural)
        slug = slugify(words)
        found[slug] = KindOfChange(slug, words[:1].upper() + words[1:], tuple(labels))
    return found


def public_changes(where: Q = ALL) -> QuerySet[ChangeSet]:
    """Confirmed changes with a row that readers are told of and that is among ``where``; newest first."""
    rows = ChangeRow.objects.told().filter(where, change_set=OuterRef("pk"))
    return ChangeSet.objects.filter(Exists(rows)).order_by("-decided_at", "-pk")


def first_told() -> datetime | None:
    """Since when the log speaks: the moment of its first entry; None where it has none. One query."""
    found: datetime | None = public_changes().aggregate(first=Min("decided_at"))["first"]
    return found
