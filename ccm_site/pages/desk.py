"""The first page of the admin: today's work, by task and not by table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.admin import AdminSite
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from editorial.admin.problem_counts import problem_counts, with_digest
from editorial.admin.tracked import signed_in
from editorial.admin.versions import USER, newest_versions
from editorial.history.timeline import ACTIONS
from editorial.models import (
    BegunForm,
    ChangeSet,
    ChangeSetState,
    Publishable,
    Source,
    Status,
    Suggestion,
    Tracked,
    TrackedVersion,
    User,
    release_relation,
)
from editorial.models.access import accessible, may_see_version
from editorial.models.citation_use import researched_fields
from editorial.queries.comments import waiting_for
from stockpiles.admin.work_lists import missing_reports, what_does_not_fit
from stockpiles.models import StockpileHolding, TransparencyReport

SHOWN = 8
# Reading a text for problems costs some milliseconds the first time, so only the drafts changed last are read.
DRAFTS_READ = 40
NAMES = ("username", "first_name", "last_name")


@dataclass(frozen=True)
class Item:
    """One line of a task: a record to open, and what one decides by."""

    title: str
    address: str
    kind: str = ""
    who: str = ""
    at: datetime | None = None
    note: str = ""
    problems: int = 0
    begun: str = ""  # the number of the form, of what is begun and not saved

    def done_by(self, act: TrackedVersion | None) -> Item:
        """The same with who did it last, when and why."""
        if act is None:
            return self
        who, note = str(act.history_user or ""), act.history_change_reason or ""
        return replace(self, who=who, at=act.history_date, note=note)


@dataclass(frozen=True)
class Task:
    """One block of the page. ``more`` leads to the whole list."""

    title: str
    empty: str
    items: list[Item] = field(default_factory=list)
    total: int = 0
    more: str = ""


def todays_work(site: AdminSite, request: HttpRequest) -> list[Task]:
    """The tasks of the person who is signed in, from every reviewed or tracked table they may see."""
    user = signed_in(request)
    visible = [model for model, desk in site._registry.items() if desk.has_view_or_change_permission(request)]
    reviewed = [model for model in visible if issubclass(model, Publishable)]
    tasks = [*_begun(user), _to_answer(user), *_changes(request, user)]
    if reviewed:
        tasks += [
            *_suggested(reviewed, user),
            _my_drafts(reviewed, user),
            _waiting(reviewed, user, approved=False),
            _waiting(reviewed, user, approved=True),
            _coming_out(reviewed, user, timezone.now()),
            _with_problems(reviewed, user),
        ]
    if Source in visible:
        tasks.append(_sources_to_check())
    if TransparencyReport in visible:
        tasks.append(_reports_due(request))
    if StockpileHolding in visible:
        tasks.append(_contradictions(request))
    if reviewed:
        tasks.append(_published(reviewed, user))
    tasks.append(_changed([model for model in visible if issubclass(model, Tracked)], user))
    return tasks


def _to_answer(user: User) -> Task:
    """Comments that wait for a word of this person: addressed to them, or answers to their own."""
    waiting = waiting_for(user)
    items = [
        Item(
            title=str(one.record),
            address=_page(one.record) + f"#comment-{one.question.pk}",
            kind="Answer to your comment" if one.is_answered and one.question.by_id == user.pk else "Comment",
            who=str(one.last.by),
            at=one.last.at,
            note=one.last.text,
        )
        for one in waiting[:SHOWN]
    ]
    return Task("Comments addressed to you", "Nobody waits for an answer of yours.", items, len(waiting))


def _suggested(models: Sequence[type[Publishable]], user: User) -> list[Task]:
    """Open suggestions on texts that this person wrote in, the oldest first; no block where there are none."""
    items: list[Item] = []
    for model in models:
        number = ContentType.objects.get_for_model(model).pk
        mine = model.history.filter(history_user=user).values(model._meta.pk.attname)
        waiting = Suggestion.objects.open().filter(content_type=number, object_id__in=mine).exclude(by=user)
        found = list(waiting.select_related("by").defer("base", "text"))
        records = _there(model, {one.object_id for one in found}, user)
        items += [
            Item(
                title=str(records[one.object_id]),
                address=_address(model, "suggestion", one.object_id, one.pk),
                kind="Suggestion",
                who=str(one.by),
                at=one.at,
                note=one.reason,
            )
            for one in found
            if one.object_id in records
        ]
    items.sort(key=lambda item: item.at.timestamp() if item.at else 0)
    return [Task("Suggestions on your texts", "", items[:SHOWN], len(items))] if items else []


def _page(record: Model) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def _begun(user: User) -> list[Task]:
    """What the person typed, here or on another machine, and has not saved. Nobody else sees it."""
    found = BegunForm.objects.of(user)
    items = [
        Item(
            title=one.title or one.place,
            address=f"{one.place}?{urlencode({'begun': str(one.form_id)})}",
            at=one.kept_at,
            note=f"Kept until {date_format(one.kept_at + BegunForm.KEPT_FOR, 'j F Y')}.",
            begun=str(one.form_id),
        )
        for one in found.defer("typed")
    ]
    return [Task("What you have begun and not saved", "", items, len(items))] if items else []


def _changes(request: HttpRequest, user: User) -> list[Task]:
    """Changes of facts: those that wait for this person's word, and the person's own that wait for somebody's."""
    waiting = accessible(ChangeSet.objects.open(), user)
    listed = reverse("admin:editorial_changeset_changelist")
    mine = waiting.filter(authors=user)
    more = f"{listed}?state__exact={ChangeSetState.OPEN}"
    tasks = [Task("My proposed changes", "You have proposed nothing that waits.", *_proposed(mine), more)]
    if request.user.has_perm("editorial.review_changeset"):
        others = accessible(ChangeSet.objects.waiting_for(user), user)
        hurried = accessible(ChangeSet.objects.to_be_read().exclude(authors=user), user)
        urgent = f"{listed}?urgent__exact=1&reviewed_at__isnull=True"
        tasks.insert(0, Task("Changes to confirm", "No change waits for you.", *_proposed(others), more))
        if hurried.exists():
            tasks.insert(1, Task("Urgent changes to read afterwards", "", *_proposed(hurried), urgent))
    return tasks


def _proposed(found: QuerySet[ChangeSet]) -> tuple[list[Item], int]:
    """The oldest first: they have waited longest."""
    shown = found.select_related("proposed_by").order_by("proposed_at", "pk")[:SHOWN]
    items = [
        Item(
            title=one.title,
            address=reverse("admin:editorial_changeset_change", args=[one.pk]),
            who=str(one.proposed_by),
            at=one.proposed_at,
            note=one.reason,
        )
        for one in shown
    ]
    return items, found.count()


def _address(model: type[Tracked], page: str, *args: object, **asked: str) -> str:
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
    return f"{address}?{urlencode(asked)}" if asked else address


def _list_of(models: Sequence[type[Tracked]], **asked: str) -> str:
    """The list that shows the rest, where one table holds it all."""
    return _address(models[0], "changelist", **asked) if len(models) == 1 else ""


def _newest_first(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda item: item.at.timestamp() if item.at else 0, reverse=True)


def _drafts_of(model: type[Publishable], drafts: QuerySet[Any], limit: int) -> list[Item]:
    rows = list(_related(model, with_digest(drafts)))
    newest = newest_versions(model, [row.pk for row in rows])
    rows.sort(key=lambda row: newest[row.pk].history_date.timestamp() if row.pk in newest else 0, reverse=True)
    rows = rows[:limit]
    counts = problem_counts(rows)
    return [
        Item(str(row), _address(model, "change", row.pk), problems=counts.get(row.pk, 0)).done_by(
            newest.get(row.pk)
        )
        for row in rows
    ]


def _related(model: type[Tracked], rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows with what their titles need (country, theme …), so that listing them asks nothing more."""
    return rows.select_related(*(f.name for f in model._meta.concrete_fields if f.is_relation and not f.null))


def _there(model: type[Tracked], pks: Iterable[object], user: User) -> dict[object, Tracked]:
    """Those of the records with these keys that the person may see, without their texts, ready to say what they are."""
    rows = model.objects.accessible_by(user).filter(pk__in=list(pks)).defer(*researched_fields(model))
    return _related(model, rows).in_bulk()


def _my_drafts(models: Sequence[type[Publishable]], user: User) -> Task:
    items: list[Item] = []
    total = 0
    for model in models:
        mine = model.history.filter(**{model._meta.pk.attname: OuterRef("pk")}, history_user=user)
        drafts = model.objects.drafts().accessible_by(user).filter(Exists(mine))
        total += drafts.count()
        items += _drafts_of(model, drafts, SHOWN)
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
        total += waiting.count()
        rows = list(_related(model, with_digest(waiting)).select_related(by).order_by(at)[:SHOWN])
        counts = problem_counts(rows)
        items += [
            Item(
                title=str(row),
                address=_address(model, "change", row.pk),
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
        records = _there(model, [getattr(release, key) for release in releases], user)
        items += [
            Item(
                title=f"{records[getattr(release, key)]}, {release.label}",
                address=_address(model, "change", getattr(release, key)),
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
    return Task(
        "Sources to be checked",
        "Every source has been compared with its document.",
        [
            Item(title=source.key, address=_address(Source, "change", source.pk), note=source.line())
            for source in unchecked.order_by("-pk")[:SHOWN]
        ],
        unchecked.count(),
        _address(Source, "changelist", to_be_checked__exact="1"),
    )


def _reports_due(request: HttpRequest) -> Task:
    missing = missing_reports(request)
    return Task(
        "Reports due, not received",
        "Every report that is due is on record.",
        [
            Item(
                title=f"{duty.country.name}: {duty.name[0].lower()}{duty.name[1:]}",
                address=_address(TransparencyReport, "due"),
                note=duty.outlook.arithmetic,
            )
            for duty in missing[:SHOWN]
        ],
        len(missing),
        _address(TransparencyReport, "due"),
    )


def _contradictions(request: HttpRequest) -> Task:
    waiting = [one for one in what_does_not_fit(request) if not one.is_decided]
    return Task(
        "Contradictions to decide",
        "No figures, dates or stages contradict each other.",
        [
            Item(title=one.country.name, address=_address(StockpileHolding, "contradictions"), note=one.words)
            for one in waiting[:SHOWN]
        ],
        len(waiting),
        _address(StockpileHolding, "contradictions"),
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
        records = _there(model, [getattr(release, key) for release in releases], user)
        items += [
            Item(
                title=f"{records[getattr(release, key)]}, {release.label}",
                address=_address(model, "change", getattr(release, key)),
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


def _changed(models: Sequence[type[Tracked]], user: User) -> Task:
    items: list[Item] = []
    for model in models:
        key = model._meta.pk.attname
        versions = (
            model.history.select_related("history_user")
            .filter(history_user__isnull=False)
            .only("history_id", "history_date", "history_type", "history_change_reason", key, *USER)
            .order_by("-history_date", "-history_id")[: SHOWN * 2]
        )
        newest: dict[object, Any] = {}
        for version in versions:
            newest.setdefault(getattr(version, key), version)
        there = _there(model, newest, user)
        for pk, version in list(newest.items())[:SHOWN]:
            record = there.get(pk)
            if record is None and (version.history_type != "-" or not may_see_version(version, user)):
                continue
            item = Item(
                title=str(record) if record else f"{model._meta.verbose_name} {pk}",
                address=_address(model, "history", pk) if record else "",
                kind=f"{model._meta.verbose_name}, {ACTIONS[version.history_type].lower()}",
            )
            items.append(item.done_by(version))
    items = _newest_first(items)[:SHOWN]
    return Task("Recently changed by people", "Nobody has changed anything yet.", items, len(items))
