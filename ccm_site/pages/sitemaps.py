"""The site map: every public page, with the day of its last change where that is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cached_property, partial

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Model, QuerySet
from django.urls import reverse
from django.utils import timezone

from ccm_site.search import PAGES
from countries.models import Country, CountryName, DomesticStep, ProfileRelease, Treaty, TreatyAction, TreatyAlias
from countries.queries.profiles import newest_releases
from editorial.models import ChangeSet, Source, Tracked
from editorial.queries import public_sources
from editorial.queries.public_changes import public_changes
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

FIGURES = (StockpileHolding, DestructionRecord, RetentionRecord, ActivityClaim)
STOCKS = (
    *FIGURES,
    ExtensionRequest,
    CompletionDeclaration,
    ClearanceObligation,
    TransparencyReport,
    DestructionProgramme,
)
"""What a page of stocks is made of."""


def last_changes(rows: Iterable[tuple[type[Tracked], str]]) -> dict[int, datetime]:
    """By the id of a record: when one of the rows that make its page was last changed, or taken away.

    ``rows`` gives tables with the field in which they name the record ("id" for its own). One question a table.
    """
    newest: dict[int, datetime] = {}
    for model, name in rows:
        for pk, when in model.history.order_by().values_list(name).annotate(Max("history_date")):
            if pk is not None and (pk not in newest or newest[pk] < when):
                newest[pk] = when
    return newest


def naming(field: str, *tables: type[Tracked]) -> tuple[tuple[type[Tracked], str], ...]:
    """Tables whose rows stand on the page of the record that they name in this field."""
    return tuple((table, field) for table in tables)


ON_STOCKS = naming("country", *STOCKS)


class RecordSitemap(Sitemap):
    """One page for each record of a table; ``parts`` are the tables whose rows stand on it."""

    def __init__(self, model: type[Tracked], parts: tuple[tuple[type[Tracked], str], ...] = ()) -> None:
        self.model, self.parts = model, parts

    def items(self) -> QuerySet:
        return self.model._default_manager.order_by("slug")

    @cached_property
    def changed(self) -> dict[int, datetime]:
        return last_changes([(self.model, "id"), *self.parts])

    def lastmod(self, item: Model) -> datetime | None:
        return self.changed.get(item.pk)


class PageSitemap(Sitemap):
    """Pages that always exist: the first, and those that the search finds."""

    def items(self) -> list[str]:
        return ["home", *(page.name for page in PAGES)]

    def location(self, item: str) -> str:
        return reverse(item)


class StockSitemap(RecordSitemap):
    """The page of stocks of each state and area, also where nothing is recorded: it says so."""

    def location(self, item: Country) -> str:
        return reverse("stockpile", args=[item.slug])


class CountrySitemap(RecordSitemap):
    """The dossier of each state and area, on which a newly released profile stands as well."""

    @cached_property
    def changed(self) -> dict[int, datetime]:
        newest = super().changed
        released = newest_releases(timezone.now()).order_by().values_list("profile__country", "visible_from")
        for pk, when in released:
            newest[pk] = max(when, newest.get(pk, when))
        return newest


class SourceSitemap(RecordSitemap):
    """Each source that something public rests on."""

    def items(self) -> QuerySet[Source]:
        return public_sources(timezone.now()).order_by("key")


class ChangesSitemap(Sitemap):
    """Each confirmed change of what readers see. Its page never changes."""

    def items(self) -> QuerySet[ChangeSet]:
        return public_changes()

    def lastmod(self, item: ChangeSet) -> datetime | None:
        return item.decided_at


class ReleaseSitemap(Sitemap):
    """Published texts, each at the address that follows its newest release."""

    def lastmod(self, item: ListedStatement | ProfileRelease) -> datetime:
        return item.visible_from


class StatementSitemap(ReleaseSitemap):
    def items(self) -> QuerySet[ListedStatement]:
        return ListedStatement.objects.published(timezone.now()).order_by("statement")


class EditionSitemap(ReleaseSitemap):
    def items(self) -> QuerySet[ProfileRelease]:
        return newest_releases(timezone.now()).order_by("pk")

    def location(self, item: ProfileRelease) -> str:
        return item.profile.get_absolute_url()


SITEMAPS: dict[str, Callable[[], Sitemap]] = {
    "pages": PageSitemap,
    "countries": partial(
        CountrySitemap, Country, (*ON_STOCKS, *naming("country", CountryName, TreatyAction, DomesticStep))
    ),
    "stockpiles": partial(StockSitemap, Country, ON_STOCKS),
    "treaties": partial(RecordSitemap, Treaty, naming("treaty", TreatyAction, TreatyAlias)),
    "munitions": partial(RecordSitemap, MunitionType, naming("munition_type", MunitionOrigin, *FIGURES)),
    "meetings": partial(RecordSitemap, Meeting, naming("meeting", MeetingSpan, Attendance)),
    "themes": partial(RecordSitemap, Theme),
    "plans": partial(RecordSitemap, ActionPlan, naming("plan", ActionPlanPart, Action)),
    "statements": StatementSitemap,
    "editions": EditionSitemap,
    "sources": partial(SourceSitemap, Source),
    "changes": ChangesSitemap,
}
