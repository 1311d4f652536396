"""What waits for one person of the team: their unsaved forms, comments, suggestions, proposed changes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format

from editorial.models import BegunForm, ChangeSet, ChangeSetState, Publishable, Suggestion, User
from editorial.models.access import accessible
from editorial.queries.comments import waiting_for

from .desk_task import SHOWN, Item, Task, address, there


def to_answer(user: User) -> Task:
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


def suggested(models: Sequence[type[Publishable]], user: User) -> list[Task]:
    """Open suggestions on texts that this person wrote in, the oldest first; no block where there are none."""
    items: list[Item] = []
    for model in models:
        number = ContentType.objects.get_for_model(model).pk
        mine = model.history.filter(history_user=user).values(model._meta.pk.attname)
        waiting = Suggestion.objects.open().filter(content_type=number, object_id__in=mine).exclude(by=user)
        found = list(waiting.select_related("by").defer("base", "text"))
        records = there(model, {one.object_id for one in found}, user)
        items += [
            Item(
                title=str(records[one.object_id]),
                address=address(model, "suggestion", one.object_id, one.pk),
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


def begun(user: User) -> list[Task]:
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


def changes(request: HttpRequest, user: User) -> list[Task]:
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
        to_read, number = _proposed(hurried)
        if to_read:
            tasks.insert(1, Task("Urgent changes to read afterwards", "", to_read, number, urgent))
    return tasks


def _proposed(found: QuerySet[ChangeSet]) -> tuple[list[Item], int]:
    """The oldest first: they have waited longest."""
    shown = list(found.select_related("proposed_by").order_by("proposed_at", "pk")[:SHOWN])
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
    return items, len(items) if len(items) < SHOWN else found.count()
