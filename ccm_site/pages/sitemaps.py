"""The site map: every public page, with the day of its last change where that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, CountryName, DomesticStep, ProfileRelease, Treaty, TreatyAction, TreatyAlias
from countries.queries.profiles import newest_releases
from editorial.models import Source
from editorial.queries import public_sources
from meetings.models import (
    Action,
    ActionPlan,
    ActionPlanPart,
    Attendance,
    ListedStatement,
    Meeting,
    MeetingSpan,
    Theme,
)
from stockpiles.models import (
    ActivityClaim,
    ClearanceObligation,
    CompletionDeclaration,
    DestructionProgramme,
    DestructionRecord,
    ExtensionRequest,
    MunitionOrigin,
    MunitionType,
    RetentionRecord,
    StockpileHolding,
    TransparencyReport,
)

STOCKS = (
    StockpileHolding,
    DestructionRecord,
    RetentionRecord,
    ActivityClaim,
    ExtensionRequest,
    CompletionDeclaration,
    ClearanceObligation,
    TransparencyReport,
    DestructionProgramme,
)
"""What a page of stocks is made of."""


def last_changes(rows: Iterable[tuple[Any, str]]) -> Mapping[int, datetime]:
    """By the id of a record: when one of the rows that make its page was last changed, or taken away.

    ``rows`` gives tables with the field in which they name the record ("id" for its own). One question a table.
    """
    newest: dict[int, datetime] = {}
    for model, name in rows:
        for pk, when in model.history.order_by().values_list(name).annotate(Max("history_date")):
            if pk is not None and (pk not in newest or newest[pk] < when):
                newest[pk] = when
    return newest


class RecordSitemap(Sitemap):
    """One page for each record of a table; ``parts`` are the tables whose rows stand on it."""

    model: Any
    parts: tuple[tuple[Any, str], ...] = ()

    def items(self) -> QuerySet:
        rows: QuerySet = self.model.objects.order_by("slug")
        return rows

    @cached_property
    def changed(self) -> Mapping[int, datetime]:
        return last_changes([(self.model, "id"), *self.parts])

    def lastmod(self, item: Any) -> datetime | None:
        return self.changed.get(item.pk)


class PageSitemap(Sitemap):
    """Pages that always exist."""

    def items(self) -> list[str]:
        lists = [
            "countries",
            "treaties",
            "meetings",
            "statements",
            "themes",
            "action_plans",
            "stockpiles",
            "stockpile_deadlines",
            "stockpile_reports",
            "munition_types",
        ]
        return ["home", *lists, "sources", "about", "about_data"]

    def location(self, item: str) -> str:
        return reverse(item)


class StockSitemap(RecordSitemap):
    """The page of stocks of each state and area, also where nothing is recorded: it says so."""

    model = Country
    parts = tuple((table, "country") for table in STOCKS)

    def location(self, item: Country) -> str:
        return reverse("stockpile", args=[item.slug])


class CountrySitemap(RecordSitemap):
    """One page for each state and area."""

    model = Country
    parts = (*StockSitemap.parts, (CountryName, "country"), (TreatyAction, "country"), (DomesticStep, "country"))

    @cached_property
    def changed(self) -> Mapping[int, datetime]:
        newest = dict(super().changed)
        released = newest_releases(timezone.now()).order_by().values_list("profile__country", "visible_from")
        for pk, when in released:
            newest[pk] = max(when, newest.get(pk, when))
        return newest


class TreatySitemap(RecordSitemap):
    """One page for each treaty."""

    model = Treaty
    parts = ((TreatyAction, "treaty"), (TreatyAlias, "treaty"))


class MunitionSitemap(RecordSitemap):
    """One page for each type of munition."""

    model = MunitionType
    parts = (
        (MunitionOrigin, "munition_type"),
        *(
            (table, "munition_type")
            for table in (StockpileHolding, DestructionRecord, RetentionRecord, ActivityClaim)
        ),
    )


class MeetingSitemap(RecordSitemap):
    """One page for each meeting."""

    model = Meeting
    parts = ((MeetingSpan, "meeting"), (Attendance, "meeting"))


class ThemeSitemap(RecordSitemap):
    """One page for each theme."""

    model = Theme


class ActionPlanSitemap(RecordSitemap):
    """One page for each action plan."""

    model = ActionPlan
    parts = ((ActionPlanPart, "plan"), (Action, "plan"))


class StatementSitemap(Sitemap):
    """Each published statement at the address that follows its newest release."""

    def items(self) -> QuerySet[ListedStatement]:
        return ListedStatement.objects.published(timezone.now()).order_by("statement")

    def lastmod(self, item: ListedStatement) -> datetime:
        return item.visible_from


class EditionSitemap(Sitemap):
    """Each published edition at the address that follows its newest release."""

    def items(self) -> QuerySet[ProfileRelease]:
        return newest_releases(timezone.now()).order_by("pk")

    def location(self, item: ProfileRelease) -> str:
        return item.profile.get_absolute_url()

    def lastmod(self, item: ProfileRelease) -> datetime:
        return item.visible_from


class SourceSitemap(RecordSitemap):
    """Each source that something public rests on."""

    model = Source

    def items(self) -> QuerySet[Source]:
        return public_sources(timezone.now()).order_by("key")


SITEMAPS: dict[str, Any] = {
    "pages": PageSitemap,
    "countries": CountrySitemap,
    "stockpiles": StockSitemap,
    "treaties": TreatySitemap,
    "munitions": MunitionSitemap,
    "meetings": MeetingSitemap,
    "themes": ThemeSitemap,
    "plans": ActionPlanSitemap,
    "statements": StatementSitemap,
    "editions": EditionSitemap,
    "sources": SourceSitemap,
}
