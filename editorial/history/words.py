"""The fields of a record that its history speaks of, and what a version says in them, in words."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from django.db import models

from editorial.models import Publishable, Tracked

Column: TypeAlias = "models.Field[object, object]"


def fields_kept(model: type[models.Model]) -> list[Column]:
    """The fields of which a version says something: all but those that only name the row."""
    return [f for f in model._meta.concrete_fields if not f.primary_key and f.name != "public_id"]


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


def label_of(f: Column | type[models.Model]) -> str:
    """The name of a field or a kind of record, to begin a line with."""
    words = str(f.verbose_name if isinstance(f, models.Field) else f._meta.verbose_name)
    return words[:1].upper() + words[1:]


def label_of_values(f: Column, value: object) -> str:
    """One value of a field in words. A foreign key takes a query for the record it points at."""
    if isinstance(f, models.ForeignKey) and value not in (None, ""):
        return words_of(f, value, f.remote_field.model._base_manager.filter(pk=value).first())
    return plain_words(f, value)


def words_of(f: Column, value: object, related: object) -> str:
    """A value in words, "" for nothing; a record that is gone is named by its number and said to be deleted."""
    if isinstance(f, models.ForeignKey) and value not in (None, ""):
        gone = f"{f.remote_field.model._meta.verbose_name} {value} (deleted)"
        return str(related) if related is not None else gone
    return plain_words(f, value)


def plain_words(f: Column, value: object) -> str:
    """A value that points at no other record, in words; "" for nothing."""
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M} UTC"
    return str(dict(f.flatchoices).get(value, value))
