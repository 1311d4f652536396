"""Statements as readers see them at a moment."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from countries.models import Country
from meetings.models import ListedParty, ListedStatement


def listed(at: datetime) -> QuerySet[ListedStatement]:
    """Every statement by its newest visible release, newest statement first."""
    return ListedStatement.objects.published(at).select_related("meeting").order_by("-day", "-pk")


def behind(rows: QuerySet[ListedStatement], country: Country, role: str = "") -> QuerySet[ListedStatement]:
    """Those behind which a state stands, in any role or in one."""
    parties = ListedParty.objects.filter(listed=OuterRef("pk"), country=country)
    return rows.filter(Exists(parties.filter(role=role) if role else parties))
