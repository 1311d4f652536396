"""What a version says, in words."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from .fields import Column


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
