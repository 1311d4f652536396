"""Meetings and statements in the site search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from editorial.queries import release_spans
from editorial.search import Searchable, SearchDocument, plain_text, searchable
from meetings.actions.listing import day_and_year, stored_date
from meetings.models import (
    Attendance,
    Meeting,
    MeetingKind,
    MeetingSpan,
    Statement,
    StatementKind,
    StatementRelease,
)
from meetings.models.statement import slug_of

ALWAYS = datetime(1970, 1, 1, tzinfo=UTC)


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
        when = stored_date(payload["date"])
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


def register() -> None:
    """Called once, when the app is ready."""
    searchable(
        Searchable("meeting", "Meeting", 3, _meetings, meeting_documents, lambda meeting: [meeting.pk]),
        follows={
            Meeting: _not_process,
            MeetingSpan: lambda span: _not_process(span.meeting),
            Attendance: lambda row: _not_process(row.meeting),
        },
    )
    searchable(
        Searchable("statement", "Statement", 2, _statements, statement_documents, _releases),
        follows={StatementRelease: lambda release: release.statement, Statement: _seen},
    )
