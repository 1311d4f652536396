"""What is on record of the tables that a load writes, read once for all rows of a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, cast

from django.db import models

from editorial.models import Tracked

Key = tuple[type[Tracked], tuple[tuple[str, object], ...]]


def key_of(model: type[Tracked], by: Mapping[str, object]) -> Key:
    """By which values rows of a table are alike, as something that can be looked up."""
    return model, tuple(sorted((name, _plain(model._meta.get_field(name), value)) for name, value in by.items()))


class OnRecord:
    """Records by the values that rows are found by, in the order in which they were entered."""

    def __init__(self) -> None:
        self._read: set[tuple[type[Tracked], tuple[str, ...]]] = set()
        self._alike: dict[Key, list[Any]] = defaultdict(list)

    def alike(self, model: type[Tracked], by: Mapping[str, object]) -> list[Any]:
        """All that have these values."""
        names = tuple(sorted(by))
        if (model, names) not in self._read:
            self._read.add((model, names))
            for record in model._base_manager.order_by("pk"):
                self.add(record, {name: _value(record, name) for name in names})
        return self._alike[key_of(model, by)]

    def add(self, record: Any, by: Mapping[str, object]) -> None:
        """A record that was written meanwhile."""
        self._alike[key_of(type(record), by)].append(record)


def _value(record: Tracked, name: str) -> object:
    """A key without reading what it names."""
    return getattr(record, cast(models.Field, record._meta.get_field(name)).attname)


def _plain(field: Any, value: Any) -> object:
    """As the database keeps it. A record stands for its key; a new one, which has none yet, for itself."""
    if isinstance(value, models.Model):
        return value.pk or id(value)
    return value if value is None or field.is_relation else field.get_prep_value(field.to_python(value))
