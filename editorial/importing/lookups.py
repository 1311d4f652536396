"""What a sheet refers to, found once for each import, however many rows the sheet has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from editorial.queries import slug_today

M = TypeVar("M", bound=Model)
T = TypeVar("T")


class Lookups:
    """Records by the names that a sheet uses. A name that was not found is asked for again: a row above may bring it.

    ``today`` is the day on which people import; None for reference data, whose days are checked by those who edit it.
    """

    def __init__(self, today: date | None = None) -> None:
        self.today = today
        self._found: dict[tuple[type[Model], str, str], Model] = {}
        self._made: dict[Callable[[], object], object] = {}

    def find(self, model: type[M], field: str, name: str) -> M | None:
        """The record of that name; a slug that a record had before leads to it."""
        key = (model, field, name)
        if key not in self._found:
            asked = slug_today(model, name) or name if field == "slug" else name
            record = model._base_manager.filter(**{field: asked}).first()
            if record is None:
                return None
            self._found[key] = record
        found = self._found[key]
        assert isinstance(found, model)  # noqa: S101 - it was stored under its model
        return found

    def named(self, model: type[M], slug: str) -> M:
        """The record of a slug that the reference data has for certain. Raises DoesNotExist."""
        found = self.find(model, "slug", slug)
        if found is None:
            raise ObjectDoesNotExist(f"no {model._meta.verbose_name} “{slug}”")
        return found

    def once(self, make: Callable[[], T]) -> T:
        """What a function gives, asked once."""
        if make not in self._made:
            self._made[make] = make()
        return cast(T, self._made[make])
