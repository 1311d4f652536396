"""Addresses that records had before."""

from __future__ import annotations

from typing import Any


def slug_today(model: Any, written: str) -> str | None:
    """Today's slug of the record that has, or ever had, the slug that is written, in whatever case; None if none has."""
    slug = written.lower()
    if model._base_manager.filter(slug=slug).exists():
        return slug
    former = model.history.filter(slug=slug).order_by("-history_date").values_list("id", flat=True)[:1]
    return model._base_manager.filter(pk__in=list(former)).values_list("slug", flat=True).first()
