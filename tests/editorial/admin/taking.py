"""Taking a step at the desk as a person does: open the record, fill in the step's form, press its button."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse

from editorial.history.marks import mark_of
from editorial.models import Publishable


def address_of(record: Publishable, page: str) -> str:
    """The address of a page or a step of a record at the desk."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def take(
    client: Client, record: Publishable, step: str, *, read: str | None = None, follow: bool = False, **words: str
) -> Any:
    """Post the form of a step. ``read`` is the mark of an earlier version that was on the screen; else the newest was."""
    mark = mark_of(type(record), record.pk) if read is None else read
    sent = {f"{step}-{name}": value for name, value in {"read": mark, **words}.items()}
    return client.post(address_of(record, step), sent, follow=follow)
