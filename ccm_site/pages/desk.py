"""The first page of the admin: today's work, by task and not by table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.admin import AdminSite
from django.db.models import Exists, F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone

from editorial.admin.problem_counts import problem_counts, with_digest
from editorial.admin.tracked import signed_in
from editorial.admin.versions import newest_versions
from editorial.models import (
    Publishable,
    Source,
    Status,
    Tracked,
    User,
    release_relation,
)
from stockpiles.admin.work_lists import missing_reports, what_does_not_fit
from stockpiles.models import StockpileHolding, TransparencyReport
from stockpiles.queries.records import Records

from .desk_asked import begun, changes, suggested, to_answer
from .desk_changed import changed
from .desk_task import SHOWN, Item, Task, address, related, there

# Reading a text for problems costs some milliseconds the first time, so only the drafts changed last are read.
DRAFTS_READ = 40
NAMES = ("username", "first_name", "last_name")


def todays_work(site: AdminSite, request: HttpRequest) -> list[Task]:
    """The tasks of the person who is signed in, from every reviewed or tracked table they may see."""
    user = signed_in(request)
    visible = [model for model, desk in site._registry.items() if desk.has_view_or_change_permission(request)]
    reviewed = [model for model in visible if issubclass(model, Publishable)]
    tasks = [*begun(user), to_answer(user), *changes(request, user)]
    if reviewed:
        tasks += [
            *suggested(reviewed, user),
            _my_drafts(reviewed, user),
            _waiting(reviewed, user, approved=False),
            _waiting(reviewed, user, approved=True),
            _coming_out(reviewed, user, timezone.now()),
            _with_problems(reviewed, user),
        ]
    if Source in visible:
        tasks.append(_sources_to_check())
    records = Records(timezone.localdate())  # read once for both
    if TransparencyReport in visible:
        tasks.append(_reports_due(request, records))
    if StockpileHolding in visible:
        tasks.append(_contradictions(request, records))
    if reviewed:
        tasks.append(_published(reviewed, user))
    tasks.append(changed([model for model in visible if issubclass(model, Tracked)], user))
    return tasks


def _list_of(models: Sequence[type[Tracked]], **asked: str) -> str:
    """The list that shows the rest, where one table holds it all."""
    return address(models[0], "changelist", **asked) if len(models) == 1 else ""


def _total(rows: Sequence[object], asked: QuerySet[Any], limit: int = SHOWN) -> int:
    """How many there are in all: counted only where not all are shown."""
    return len(rows) if len(rows) < limit else asked.count()


def _newest_first(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda item: item.at.timestamp() if item.at else 0, reverse=True)


def _drafts_of(model: type[Publishable], drafts: QuerySet[Any], limit: int) -> list[Item]:
    """The drafts changed last, by the day of their newest version, which the database looks up without reading one."""
    versions = model.history.filter(**{model._meta.pk.attname: OuterRef("pk")}).order_by("-history_date")
    changed_last = drafts.annotate(changed_at=Subquery(versions.values("history_date")[:1])).order_by(
        F("changed_at").desc(nulls_last=True), "-pk"
    )
    rows = list(related(model, with_digest(changed_last))[:limit])
    newest = newest_versions(model, [row.pk for row in rows])
    counts = problem_counts(rows)
    return [
        Item(str(row), address(model, "change", row.pk), problems=counts.get(row.pk, 0)).done_by(
            newest.get(row.pk)
        )
        for row in rows
    ]


def _my_drafts(models: Sequence[type[Publishable]], user: User) -> Task:
    items: list[Item] = []
    total = 0
    for model in models:
        mine = model.history.filter(**{model._meta.pk.attname: OuterRef("pk")}, history_user=user)
        drafts = model.objects.drafts().accessible_by(user).filter(Exists(mine))
        some = _drafts_of(model, drafts, SHOWN)
        total += _total(some, drafts)
        items += some
    return Task(
        "My drafts",
        "You have no drafts.",
        _newest_first(items)[:SHOWN],
        total,
        _list_of(models, status__exact=Status.DRAFT),
    )


def _waiting(models: Sequence[type[Publishable]], user: User, *, approved: bool) -> Task:
    items: list[Item] = []
    total = 0
    at, by = ("reviewed_at", "reviewed_by") if approved else ("submitted_at", "submitted_by")
    for model in models:
        waiting = model.objects.in_review().accessible_by(user).filter(reviewed_at__isnull=not approved)
        rows = list(related(model, with_digest(waiting)).select_related(by).order_by(at)[:SHOWN])
        total += _total(rows, waiting)
        counts = problem_counts(rows)
        items += [
            Item(
                title=str(row),
                address=address(model, "change", row.pk),
                who=str(getattr(row, by)),
                at=getattr(row, at),
                problems=counts.get(row.pk, 0),
            )
            for row in rows
        ]
    items.sort(key=lambda item: item.at.timestamp() if item.at else 0)
    more = _list_of(models, status__exact=Status.IN_REVIEW)
    if approved:
        return Task("Approved, to be published", "Nothing waits for publication.", items[:SHOWN], total, more)
    return Task("Awaiting review", "Nothing waits for review.", items[:SHOWN], total, more)


def _coming_out(models: Sequence[type[Publishable]], user: User, now: datetime) -> Task:
    """What waits for the end of its embargo, the next first: the calendar of what comes out when."""
    items: list[Item] = []
    for model in models:
        relation = release_relation(model)
        key = f"{relation.field.name}_id"
        waiting = relation.related_model.objects.waiting(now).select_related("released_by").without_texts()
        releases = list(waiting.order_by("visible_from"))
        records = there(model, [getattr(release, key) for release in releases], user)
        items += [
            Item(
                title=f"{records[getattr(release, key)]}, {release.label}",
                address=address(model, "change", getattr(release, key)),
                kind="comes out",
                at=release.visible_from,
                note=release.public_note,
            )
            for release in releases
            if getattr(release, key) in records
        ]
    items.sort(key=lambda item: item.at.timestamp() if item.at else 0)
    return Task("Comes out", "Nothing waits for its day.", items, len(items))


def _with_problems(models: Sequence[type[Publishable]], user: User) -> Task:
    items = [
        item
        for model in models
        for item in _drafts_of(model, model.objects.drafts().accessible_by(user), DRAFTS_READ)
        if item.problems
    ]
    return Task(
        "Problems in texts",
        f"The {DRAFTS_READ} drafts changed last have no problems.",
        _newest_first(items)[:SHOWN],
        len(items),
        _list_of(models, status__exact=Status.DRAFT),
    )


def _sources_to_check() -> Task:
    unchecked = Source.objects.in_library().filter(to_be_checked=True)
    shown = list(unchecked.order_by("-pk")[:SHOWN])
    return Task(
        "Sources to be checked",
        "Every source has been compared with its document.",
        [
            Item(title=source.key, address=address(Source, "change", source.pk), note=source.line())
            for source in shown
        ],
        _total(shown, unchecked),
        address(Source, "changelist", to_be_checked__exact="1"),
    )


def _reports_due(request: HttpRequest, records: Records) -> Task:
    missing = missing_reports(request, records)
    return Task(
        "Reports due, not received",
        "Every report that is due is on record.",
        [
            Item(
                title=f"{duty.country.name}: {duty.name[0].lower()}{duty.name[1:]}",
                address=address(TransparencyReport, "due"),
                note=duty.outlook.arithmetic,
            )
            for duty in missing[:SHOWN]
        ],
        len(missing),
        address(TransparencyReport, "due"),
    )


def _contradictions(request: HttpRequest, records: Records) -> Task:
    waiting = [one for one in what_does_not_fit(request, records) if not one.is_decided]
    return Task(
        "Contradictions to decide",
        "No figures, dates or stages contradict each other.",
        [
            Item(title=one.country.name, address=address(StockpileHolding, "contradictions"), note=one.words)
            for one in waiting[:SHOWN]
        ],
        len(waiting),
        address(StockpileHolding, "contradictions"),
    )


def _published(models: Sequence[type[Publishable]], user: User) -> Task:
    items: list[Item] = []
    for model in models:
        relation = release_relation(model)
        key = f"{relation.field.name}_id"
        releases = (
            relation.related_model.objects.kept()
            .filter(visible_from__lte=timezone.now())
            .select_related("released_by")
            .only("number", "released_at", "public_note", key, *(f"released_by__{name}" for name in NAMES))
            .order_by("-released_at")[:SHOWN]
        )
        records = there(model, [getattr(release, key) for release in releases], user)
        items += [
            Item(
                title=f"{records[getattr(release, key)]}, {release.label}",
                address=address(model, "change", getattr(release, key)),
                who=str(release.released_by),
                at=release.released_at,
                note=release.public_note,
            )
            for release in releases
            if getattr(release, key) in records
        ]
    more = _list_of(models, status__exact=Status.PUBLISHED)
    items = _newest_first(items)[:SHOWN]
    return Task("Recently published", "Nothing is published yet.", items, len(items), more)
