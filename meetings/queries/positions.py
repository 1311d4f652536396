"""Positions as readers see them at a moment."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from countries.models import Country
from meetings.models import ListedParty, ListedPosition, ListedStatement


def positions(at: datetime) -> QuerySet[ListedPosition]:
    """Every position of a visible release, newest first, with who, on what and in which statement."""
    return (
        ListedPosition.objects.filter(listed__in=ListedStatement.objects.published(at))
        .select_related("country", "organisation", "theme", "source", "listed__meeting")
        .order_by("-day", "-listed_id", "order")
    )


def taken_by(rows: QuerySet[ListedPosition], country: Country) -> QuerySet[ListedPosition]:
    """Those that a state takes: its own, and those of all who stand behind a statement with it. Each once."""
    is_party = Exists(ListedParty.objects.filter(listed=OuterRef("listed"), country=country))
    return rows.filter(Q(country=country) | Q(country=None, organisation=None) & is_party)
