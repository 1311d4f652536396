"""Meetings, statements, themes and action plans in the site search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from editorial.queries import release_spans
from editorial.search import ALWAYS, Searchable, SearchDocument, plain_text
from editorial.texts.plain import plain_text as words_of
from meetings.actions.listing import day_and_year
from meetings.models import (
    Action,
    ActionPlan,
    ActionPlanPart,
    Attendance,
    Meeting,
    MeetingKind,
    MeetingSpan,
    Statement,
    StatementKind,
    StatementRelease,
    Theme,
)
from meetings.models.statement import slug_of


def meeting_documents(meeting: Meeting) -> Iterable[SearchDocument]:
    """A meeting by its names, place, dates and the states that sources name as present."""
    spans = list(meeting.spans.all())
    attendance = list(meeting.attendance.select_related("country"))
    states = [row.country for row in attendance] + [place for place in (meeting.host, meeting.country) if place]
    yield SearchDocument(
        object_id=meeting.pk,
        url=meeting.get_absolute_url(),
        title=meeting.name,
        context=" · ".join(
            part
            for part in (MeetingKind(meeting.kind).label, meeting.place, ", ".join(str(span) for span in spans))
            if part
        ),
        body="\n".join(
            part
            for part in (
                meeting.short_name,
                meeting.president,
                ", ".join(dict.fromkeys(str(row.country) for row in attendance)),
            )
            if part
        ),
        day=spans[0].start.earliest if spans else None,
        visible_from=ALWAYS,
        states=tuple(state.key for state in states),
    )


def statement_documents(statement: Statement) -> Iterable[SearchDocument]:
    """The releases of a statement that readers see, or will see after an embargo, with their positions."""
    for release, until in release_spans(statement, timezone.now()):
        payload = release.payload
        when = release.date
        day, _ = day_and_year(when, None)
        parties = [party["name"] for party in payload["parties"]]
        positions = [
            " ".join(
                part for part in (row["theme_title"], row["paraphrase"], row["quote"], row["translation"]) if part
            )
            for row in payload["positions"]
        ]
        yield SearchDocument(
            object_id=release.pk,
            url=reverse("statement", args=[statement.pk, slug_of(release.title)]),
            title=release.title,
            context=" · ".join(
                part
                for part in (
                    StatementKind(payload["kind"]).label,
                    ", ".join(parties),
                    payload["meeting"]["name"] if payload["meeting"] else "",
                    str(when or ""),
                )
                if part
            ),
            body="\n".join(
                [
                    release.lead,
                    plain_text(release.body_html),
                    *positions,
                    ", ".join(theme["title"] for theme in payload["themes"]),
                    plain_text(release.notes_html),
                ]
            ),
            language=payload["language"],
            day=day if when else None,
            visible_from=release.visible_from,
            visible_until=until,
            states=tuple(
                party["iso3"] or party["slug"] for party in payload["parties"] if "organisation" not in party
            ),
        )


def plan_documents(plan: ActionPlan) -> Iterable[SearchDocument]:
    """An action plan by its name, where and when it was adopted, and its chapters."""
    years = f"{plan.from_year}–{plan.until_year}" if plan.from_year and plan.until_year else ""
    yield SearchDocument(
        object_id=plan.pk,
        url=plan.get_absolute_url(),
        title=plan.name,
        context=" · ".join(
            part
            for part in (
                f"Adopted {plan.adopted}" if plan.adopted else "",
                plan.meeting.name if plan.meeting else "",
                years,
            )
            if part
        ),
        body="\n".join(
            part for part in (*plan.parts.values_list("title", flat=True), words_of(plan.note)) if part
        ),
        day=plan.adopted.earliest if plan.adopted else None,
        visible_from=ALWAYS,
    )


def action_documents(action: Action) -> Iterable[SearchDocument]:
    """One numbered action, at its place on the page of its plan: by its number with the name, or by its text."""
    yield SearchDocument(
        object_id=action.pk,
        url=f"{action.plan.get_absolute_url()}#action-{action.number}",
        title=f"{action.plan.name}, Action #{action.number}",
        context=action.part.title if action.part else "",
        also=f"{action.plan.name}, action",
        body=action.text,
        day=action.plan.adopted.earliest if action.plan.adopted else None,
        visible_from=ALWAYS,
    )


def theme_documents(theme: Theme) -> Iterable[SearchDocument]:
    """What statements are about, with the article it belongs to."""
    yield SearchDocument(
        object_id=theme.pk,
        url=theme.get_absolute_url(),
        title=theme.title,
        context=f"Article {theme.article}" if theme.article else "",
        body=theme.scope,
        visible_from=ALWAYS,
    )


def _plans() -> Iterator[ActionPlan]:
    return ActionPlan.objects.select_related("meeting").order_by("pk").iterator(chunk_size=200)


def _actions() -> Iterator[Action]:
    return Action.objects.select_related("plan", "part").order_by("pk").iterator(chunk_size=200)


def _meetings() -> Iterator[Meeting]:
    return Meeting.objects.exclude(kind=MeetingKind.PROCESS).order_by("pk").iterator(chunk_size=200)


def _not_process(meeting: Meeting) -> Any:
    return meeting if meeting.kind != MeetingKind.PROCESS else None


def _statements() -> Iterator[Statement]:
    return Statement.objects.filter(published_at__isnull=False).order_by("pk").iterator(chunk_size=200)


def _releases(statement: Statement) -> Iterable[int]:
    return StatementRelease.objects.filter(statement=statement).values_list("pk", flat=True)


def _seen(statement: Statement) -> Any:
    """A draft that was never out has nothing to index."""
    return statement if statement.published_at is not None else None


SEARCHED = (
    Searchable(
        "meeting",
        "Meeting",
        3,
        _meetings,
        meeting_documents,
        lambda meeting: [meeting.pk],
        follows={
            Meeting: _not_process,
            MeetingSpan: lambda span: _not_process(span.meeting),
            Attendance: lambda row: _not_process(row.meeting),
        },
    ),
    Searchable(
        "statement",
        "Statement",
        2,
        _statements,
        statement_documents,
        _releases,
        follows={StatementRelease: lambda release: release.statement, Statement: _seen},
    ),
    Searchable(
        "plan",
        "Action plan",
        1,
        _plans,
        plan_documents,
        lambda plan: [plan.pk],
        follows={
            ActionPlan: lambda plan: plan,
            ActionPlanPart: lambda part: part.plan,
            Meeting: lambda meeting: meeting.action_plans.all(),
        },
    ),
    Searchable(
        "action",
        "Action",
        4,
        _actions,
        action_documents,
        lambda action: [action.pk],
        follows={
            Action: lambda action: action,
            ActionPlan: lambda plan: plan.actions.select_related("plan", "part"),
            ActionPlanPart: lambda part: part.actions.select_related("plan", "part"),
        },
    ),
    Searchable(
        "theme",
        "Theme",
        1,
        Theme.objects.order_by("pk").all,
        theme_documents,
        lambda theme: [theme.pk],
        follows={Theme: lambda theme: theme},
    ),
)
"""What the site search finds, with the tables whose rows change it."""
