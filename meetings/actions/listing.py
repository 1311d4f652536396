"""Keeping what public lists read in step with the releases of statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Min, Q

from countries.models import Country
from editorial.actions.derived import derived
from editorial.models import Organisation, Source
from editorial.models.following import HowWritten
from editorial.queries import release_spans
from editorial.rules.partial_date import PartialDate
from meetings.models import (
    ActionPlan,
    ListedAction,
    ListedArticle,
    ListedParty,
    ListedPosition,
    ListedStatement,
    ListedTheme,
    Meeting,
    Statement,
    StatementRelease,
    Theme,
)
from meetings.models.listed_statement import UNDATED
from meetings.models.statement_payload import is_held_by_all
from meetings.rules.article_order import article_number
from meetings.rules.parties_in_words import parties_in_words


@transaction.atomic
def list_statement(statement: Statement, now: datetime) -> int:
    """Write the list rows of one statement anew from its releases. Returns how many releases are listed.

    Releases that a newer one has replaced at ``now`` are left out, as are those withdrawn.
    """
    ListedStatement.objects.filter(statement=statement).delete()
    spans = release_spans(statement, now)
    found = _Found(release for release, _ in spans)
    for release, until in spans:
        _write(release, until, found)
    return len(spans)


@derived("statement-lists")
def rebuild_lists(now: datetime) -> Iterator[int]:
    """What public lists read, from the releases of every statement."""
    ListedStatement.objects.all().delete()
    for statement in Statement.objects.filter(published_at__isnull=False).order_by("pk").iterator(chunk_size=200):
        yield list_statement(statement, now)


class _Found:
    """The rows that releases name by code or slug, looked up once each."""

    def __init__(self, releases: Iterable[StatementRelease]) -> None:
        payloads = [release.payload for release in releases]
        people = [who for payload in payloads for who in payload["parties"] + payload["positions"]]
        slugs = {who["slug"] for who in people if "slug" in who}
        codes = {who["iso3"] for who in people if who.get("iso3")}
        rows = Country.objects.filter(Q(iso3__in=codes) | Q(iso3=None, slug__in=slugs))
        self.countries = {row.key: row for row in rows}
        self.organisations = _by_slug(
            Organisation, {who["organisation"] for who in people if "organisation" in who}
        )
        self.themes = _by_slug(
            Theme,
            {row["slug"] for payload in payloads for row in payload["themes"]}
            | {row["theme"] for payload in payloads for row in payload["positions"]},
        )
        self.plans = _by_slug(ActionPlan, {row["plan"] for payload in payloads for row in payload["actions"]})
        self.meetings = {
            row.slug: row
            for row in Meeting.objects.filter(
                slug__in={payload["meeting"]["slug"] for payload in payloads if payload["meeting"]}
            ).annotate(first_day=Min("spans__start"))
        }
        keys = {payload["source"] for payload in payloads} | {row["source"] for row in people if "theme" in row}
        self.sources = {row.key: row.merged_into or row for row in _sources(keys - {""})}

    def who(self, row: dict[str, Any]) -> dict[str, Any]:
        """The state or organisation of a row, as keyword arguments; empty when it no longer exists."""
        if "organisation" in row:
            organisation = self.organisations.get(row["organisation"])
            return {"organisation": organisation} if organisation else {}
        country = self.countries.get(row["iso3"] or row["slug"])
        return {"country": country} if country else {}


def _sources(keys: set[str]) -> Iterable[Source]:
    return Source.objects.filter(key__in=keys).select_related("merged_into")


def _by_slug(model: Any, slugs: set[str]) -> dict[str, Any]:
    return {row.slug: row for row in model.objects.filter(slug__in=slugs)} if slugs else {}


def _write(release: StatementRelease, until: datetime | None, found: _Found) -> None:
    payload = release.payload
    meeting = found.meetings.get(payload["meeting"]["slug"]) if payload["meeting"] else None
    when = release.date
    day, year = day_and_year(when, meeting)
    listed = ListedStatement.of(release)
    listed.visible_from, listed.visible_until = release.visible_from, until
    listed.meeting = meeting
    listed.day, listed.year = day, year
    listed.source = found.sources.get(payload["source"])
    listed.parties_line = parties_in_words(
        [(row["name"], row["role"]) for row in payload["parties"]],
        payload["states_unnamed"],
        payload["unnamed_parties"],
    )
    listed.save(force_insert=True)
    parties = [(found.who(row), row) for row in payload["parties"]]
    ListedParty.objects.bulk_create(
        ListedParty(listed=listed, role=row["role"], day=day, **who) for who, row in parties if who
    )
    ListedTheme.objects.bulk_create(
        ListedTheme(listed=listed, theme=found.themes[row["slug"]], day=day)
        for row in payload["themes"]
        if row["slug"] in found.themes
    )
    ListedArticle.objects.bulk_create(
        ListedArticle(listed=listed, article=article, number=article_number(article), day=day)
        for article in payload["articles"]
    )
    ListedAction.objects.bulk_create(
        ListedAction(listed=listed, plan=found.plans[row["plan"]], number=row["number"])
        for row in payload["actions"]
        if row["plan"] in found.plans
    )
    positions = [
        ({} if is_held_by_all(row) else found.who(row), row)
        for row in payload["positions"]
        if row["theme"] in found.themes
    ]
    ListedPosition.objects.bulk_create(
        ListedPosition(
            listed=listed,
            order=order,
            theme=found.themes[row["theme"]],
            stance=row["stance"],
            paraphrase=row["paraphrase"],
            quote=row["quote"],
            quote_language=row["quote_language"],
            translation=row["translation"],
            source=found.sources.get(row["source"]),
            citation=_citation(payload, row),
            day=day,
            **who,
        )
        for order, (who, row) in enumerate(positions, 1)
        if who or is_held_by_all(row)
    )


def _citation(payload: dict[str, Any], position: dict[str, Any]) -> str:
    source = payload["sources"].get(position["source"])
    line = source["citation"] if source else ""
    return ", ".join(part for part in (line.rstrip("."), position["locator"]) if part) + ("." if line else "")


def day_and_year(when: PartialDate | None, meeting: Any) -> tuple[date, int | None]:
    """Where a statement stands in time: its own date, else its meeting's first day, else UNDATED."""
    if when is None and meeting is not None and meeting.first_day:
        when = PartialDate.parse(str(meeting.first_day))
    return (when.earliest, when.year) if when else (UNDATED, None)


def list_release(release: object, how: object) -> None:
    """A release of a statement enters the lists."""
    if isinstance(release, StatementRelease):
        list_statement(Statement._base_manager.get(pk=release.statement_id), release.released_at)


def unlist_withdrawn(record: object, how: HowWritten) -> None:
    """A statement that is withdrawn leaves the lists."""
    if isinstance(record, Statement) and how is not HowWritten.DELETED and record.is_withdrawn:
        ListedStatement.objects.filter(statement=record).delete()
