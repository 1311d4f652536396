"""The fields of a record that its history speaks of."""

from __future__ import annotations

from typing import TypeAlias

from django.db import models

from editorial.models import Publishable, Tracked

Column: TypeAlias = "models.Field[object, object]"


def fields_kept(model: type[models.Model]) -> list[Column]:
    """The fields of which versions keep the value: all but the primary key."""
    return [f for f in model._meta.concrete_fields if not f.primary_key]


def content_fields(model: type[Tracked]) -> list[Column]:
    """The fields that a restore brings back: without the steps of the workflow."""
    workflow = model.WORKFLOW_FIELDS if issubclass(model, Publishable) else frozenset()
    return [f for f in fields_kept(model) if f.name not in workflow]


def names_needed(model: type[models.Model]) -> list[str]:
    """The relations without which a record of this model may not be able to say its name."""
    return [f.name for f in model._meta.concrete_fields if f.is_relation and not f.null]


def related_names(model: type[Tracked]) -> list[str]:
    """What to read with a version, so that its foreign keys can be shown in words. A row's whole is known anyway."""
    found = []
    for f in model._meta.concrete_fields:
        if isinstance(f, models.ForeignKey) and f.name != model.PART_OF:
            found += [f.name, *(f"{f.name}__{name}" for name in names_needed(f.remote_field.model))]
    return found
