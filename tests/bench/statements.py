"""20,000 statements of 300 words: filtered lists, deep pages, full-text search. Wall clock, database included."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from statistics import median
from typing import Any

from django.db import connection, models, transaction
from django.db.models.signals import post_save
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from countries.models import Country
from editorial.models import SearchEntry, User
from editorial.rules.word_forms import index_text
from editorial.search import SearchRequest, find
from meetings.models import (
    ListedParty,
    ListedStatement,
    ListedTheme,
    Meeting,
    Statement,
    StatementKind,
    StatementRelease,
    Theme,
)

STATEMENTS = 20_000
WORDS = 300
BATCH = 1_000
OUT = datetime(2026, 1, 1, tzinfo=UTC)
MARK = "bench"


def rows() -> Iterator[tuple[str, float | str]]:
    start = time.perf_counter()
    fill()
    yield f"filling {STATEMENTS:,} statements, seconds", time.perf_counter() - start
    try:
        with override_settings(MONITOR_PAGE_CACHE=False):
            yield from lists()
            yield from searches()
    finally:
        empty()


def lists() -> Iterator[tuple[str, float | str]]:
    client = Client()
    deep = far_page(client, "/statements/", 0.95)
    for name, address in {
        "list, first page": "/statements/",
        "list, 95 % deep": deep,
        "list, one state": "/statements/?country=PER",
        "list, one state and role": "/statements/?country=PER&role=co-sponsor",
        "list, two states": "/statements/?country=PER&partner=CHL",
        "list, theme and year": "/statements/?theme=retention&year=2012",
        "list, meeting, theme, state and words": "/statements/?meeting=lima-2007&theme=retention&country=PER&q=cluster",
        "list, words": "/statements/?q=rareword",
        "list, words that stand everywhere": "/statements/?q=cluster",
        "theme page": "/themes/retention/",
        "country page": "/countries/peru/",
    }.items():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        number = f"{len(queries)}"
        yield f"{name}, wall ms", wall_ms(partial(client.get, address))
        yield f"{name}, queries", number


def searches() -> Iterator[tuple[str, float | str]]:
    client = Client()
    for name, typed in {
        "one rare word": "rareword",
        "two words": "retention training",
        "a phrase": '"cluster munitions"',
        "a word that stands everywhere": "cluster",
    }.items():
        yield (
            f"search, {name}, wall ms",
            wall_ms(partial(find, SearchRequest(typed, datetime.now(UTC)))),
        )
    yield "search page, two words, wall ms", wall_ms(lambda: client.get("/search/?q=retention+training"))


def wall_ms(call: Callable[[], Any], times: int = 7) -> float:
    """Milliseconds by the clock, the middle of several calls after one to warm up."""
    call()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        found.append((time.perf_counter() - start) * 1000)
    return median(found)


def far_page(client: Client, address: str, share: float) -> str:
    """The address of a page by key that so large a share of the list stands before."""
    from editorial.views.listing import _key

    position = int(ListedStatement.objects.count() * share)
    row = ListedStatement.objects.order_by("-day", "-pk")[position]
    return f"{address}?after={_key(row, ('-day', '-pk'))}"


def fill() -> None:
    """Rows as publishing would have written them, many at once; history and signals are left out."""
    rng = random.Random(7)
    vocabulary = [f"word{n}" for n in range(1500)] + [
        "munitions",
        "stockpile",
        "clearance",
        "victims",
        "convention",
    ]
    countries = list(Country.objects.exclude(iso3=None))
    meetings = list(Meeting.objects.conferences())
    themes = list(Theme.objects.all())
    by = User.objects.order_by("pk")[0]
    kinds = [kind.value for kind in StatementKind]
    listeners, post_save.receivers = post_save.receivers, []
    try:
        for first in range(0, STATEMENTS, BATCH):
            with transaction.atomic():
                _fill(range(first, first + BATCH), rng, vocabulary, countries, meetings, themes, by, kinds)
    finally:
        post_save.receivers = listeners
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _fill(
    numbers: range,
    rng: random.Random,
    vocabulary: list[str],
    countries: list[Country],
    meetings: list[Meeting],
    themes: list[Theme],
    by: User,
    kinds: list[str],
) -> None:
    plain: Any = models.QuerySet
    statements = plain(Statement).bulk_create(
        Statement(title=f"Statement {n}", lead="Lead", text="Text", imported_from=MARK) for n in numbers
    )
    made = []
    for statement in statements:
        words = rng.choices(vocabulary, k=WORDS)
        words[rng.randrange(WORDS)] = "cluster"
        words[0:2] = ["cluster", "munitions"]
        if rng.random() < 0.1:
            words[10:12] = ["retention", "training"]
        if rng.random() < 0.002:
            words[20] = "rareword"
        made.append((statement, " ".join(words)))
    releases = StatementRelease.objects.bulk_create(
        StatementRelease(
            statement=statement,
            number=1,
            released_at=OUT,
            released_by=by,
            visible_from=OUT,
            title=statement.title,
            lead="Lead",
            text=text,
            resolved_text=text,
            body_html=f"<p>{text}</p>",
            payload={"parties": [], "sources": {}},
            sha256="0" * 64,
        )
        for statement, text in made
    )
    listed, parties, listed_themes, entries = [], [], [], []
    for release, (statement, text) in zip(releases, made, strict=True):
        day = date(2006, 11, 1) + timedelta(days=rng.randrange(7000))
        names = rng.sample(countries, k=rng.choice((1, 1, 1, 1, 2, 5, 26)))
        chosen = rng.sample(themes, k=rng.randint(1, 3))
        row = ListedStatement(
            release=release,
            statement=statement,
            visible_from=OUT,
            title=release.title,
            lead="Lead",
            kind=rng.choice(kinds),
            language="en",
            meeting=rng.choice(meetings),
            day=day,
            year=day.year,
            parties_line=names[0].name,
            parties_json=[{"iso3": c.iso3, "slug": c.slug, "name": c.name, "role": "deliverer"} for c in names],
            themes_json=[{"slug": theme.slug, "title": theme.title} for theme in chosen],
        )
        listed.append(row)
        parties += [
            ListedParty(listed=row, country=c, role="deliverer" if place == 0 else "co-sponsor", day=day)
            for place, c in enumerate(names)
        ]
        listed_themes += [ListedTheme(listed=row, theme=theme, day=day) for theme in chosen]
        entries.append(
            SearchEntry(
                kind="statement",
                priority=2,
                object_id=release.pk,
                url=f"/statements/{statement.pk}/x/",
                title=release.title,
                context=names[0].name,
                body=text,
                title_words=index_text(release.title),
                context_words=index_text(names[0].name),
                body_words=index_text(text),
                day=day,
                states=" ".join(c.key for c in names),
                visible_from=OUT,
            )
        )
    ListedStatement.objects.bulk_create(listed)
    ListedParty.objects.bulk_create(parties, batch_size=2000)
    ListedTheme.objects.bulk_create(listed_themes, batch_size=2000)
    SearchEntry.objects.bulk_create(entries)


def empty() -> None:
    """Take everything out again, so that the rows after these are measured on the demo content alone."""
    mine = Statement.objects.filter(imported_from=MARK)
    releases = StatementRelease.objects.filter(statement__in=mine)
    with transaction.atomic():
        SearchEntry.objects.filter(kind="statement", object_id__in=releases.values("pk")).delete()
        for table in (ListedParty, ListedTheme):
            rows: Any = table._base_manager.filter(listed__statement__in=mine)
            rows._raw_delete("default")
        listed: Any = ListedStatement.objects.filter(statement__in=mine)
        listed._raw_delete("default")
        frozen: Any = releases
        frozen._raw_delete("default")
        rest: Any = mine
        rest._raw_delete("default")
