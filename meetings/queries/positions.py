"""Positions as readers see them at a moment."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from meetings.models import ListedPosition, ListedStatement


def positions(at: datetime) -> QuerySet[ListedPosition]:
    """Every position of a visible release, newest first, with who, on what and in which statement."""
    return (
        ListedPosition.objects.filter(listed__in=ListedStatement.objects.published(at))
        .select_related("country", "organisation", "theme", "source", "listed__meeting")
        .order_by("-day", "-listed_id", "order")
    )
