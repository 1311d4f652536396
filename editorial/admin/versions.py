"""Whose the newest version of each record of a list is, and when; and which versions people wrote last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, Value

from editorial.models import Tracked, TrackedVersion, User

USER = tuple(f"history_user__{name}" for name in ("username", "first_name", "last_name"))


def newest_versions(model: type[Tracked], pks: Iterable[int]) -> dict[int, TrackedVersion]:
    """The newest version of each record, without its fields: whose it is and when. Two queries for any number."""
    history = model.history
    key = model._meta.pk.attname
    newest = (
        history.filter(**{key: OuterRef("pk")}).order_by("-history_date", "-history_id").values("history_id")[:1]
    )
    ids = model._base_manager.filter(pk__in=list(pks)).values_list(Subquery(newest), flat=True)
    rows = history.filter(history_id__in=list(ids)).select_related("history_user")
    wanted = ("history_date", "history_type", "history_change_reason", "public_note", key)
    return {getattr(row, key): row for row in rows.only(*wanted, *USER)}


@dataclass(frozen=True)
class Act:
    """A version that a person wrote: of which record, whose it is, when and why; the names are those of a version."""

    model: type[Tracked]
    pk: int
    history_id: int
    history_date: datetime
    history_type: str
    history_change_reason: str
    history_user: User | None


def newest_by_people(models: Sequence[type[Tracked]], most: int) -> list[Act]:
    """The newest ``most`` versions that people wrote in each of the tables, the newest first: two queries for any number
    of tables, each walking an index of its history from the newest day back."""
    if not models:
        return []
    found = _union(tuple(models), most).all()
    rows: list[tuple[Any, ...]] = sorted(found, key=lambda row: row[3:1:-1], reverse=True)
    people = User.objects.in_bulk({row[-1] for row in rows})
    return [
        Act(models[table], pk, number, at, kind, reason, people.get(user))
        for table, pk, number, at, kind, reason, user in rows
    ]


@cache
def _union(models: tuple[type[Tracked], ...], most: int) -> QuerySet[TrackedVersion, tuple[object, ...]]:
    """The question, never its answer: putting it together takes longer than most databases take to answer."""
    parts = []
    for number, model in enumerate(models):
        newest = model.history.filter(history_user__isnull=False).order_by("-history_date").values("history_id")
        parts.append(
            model.history.filter(history_id__in=newest[:most])
            .order_by()
            .annotate(table=Value(number, IntegerField()), record=F(model._meta.pk.attname))
            .values_list("table", "record", *_WRITTEN)
        )
    return parts[0].union(*parts[1:], all=True)


_WRITTEN = ("history_id", "history_date", "history_type", "history_change_reason", "history_user_id")
