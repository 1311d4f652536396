"""One block of the desk's first page, and how its lines are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from editorial.admin.versions import Act
from editorial.models import Tracked, TrackedVersion, User
from editorial.models.citation_use import researched_fields

SHOWN = 8  # lines of a block


@dataclass(frozen=True)
class Item:
    """One line of a task: a record to open, and what one decides by."""

    title: str
    address: str
    kind: str = ""
    who: str = ""
    at: datetime | None = None
    note: str = ""
    problems: int = 0
    begun: str = ""  # the number of the form, of what is begun and not saved

    def done_by(self, act: TrackedVersion | Act | None) -> Item:
        """The same with who did it last, when and why."""
        if act is None:
            return self
        who, note = str(act.history_user or ""), act.history_change_reason or ""
        return replace(self, who=who, at=act.history_date, note=note)


@dataclass(frozen=True)
class Task:
    """One block of the page. ``more`` leads to the whole list."""

    title: str
    empty: str
    items: list[Item] = field(default_factory=list)
    total: int = 0
    more: str = ""


def address(model: type[Tracked], page: str, *args: object, **asked: str) -> str:
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
    return f"{address}?{urlencode(asked)}" if asked else address


def related(model: type[Tracked], rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows with what their titles need (country, theme …), so that listing them asks nothing more."""
    return rows.select_related(*(f.name for f in model._meta.concrete_fields if f.is_relation and not f.null))


def there(model: type[Tracked], pks: Iterable[object], user: User) -> dict[object, Tracked]:
    """Those of the records with these keys that the person may see, without their texts, ready to say what they are."""
    rows = model.objects.accessible_by(user).filter(pk__in=list(pks)).defer(*researched_fields(model))
    return related(model, rows).in_bulk()
