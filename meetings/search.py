"""Meetings, statements, themes, action plans and resolutions in the site search."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from countries.models import Country
from editorial.queries import release_spans, with_standing_releases
from editorial.search import ALWAYS, Searchable, SearchDocument, joined, plain_text
from editorial.texts.plain import plain_text as words_of
from meetings.models import (
    Action,
    ActionPlan,
    ActionPlanPart,
    Attendance,
    InterpretivePosition,
    Meeting,
    MeetingKind,
    MeetingSpan,
    RecordedVote,
    Resolution,
    ResolutionSponsor,
    Statement,
    StatementKind,
    StatementRelease,
    Theme,
)
from meetings.models.statement import slug_of
from meetings.queries.vote_claims import order_of


def meeting_documents(meeting: Meeting) -> Iterable[SearchDocument]:
    """A meeting by its names, place, dates and the states that sources name as present."""
    spans = list(meeting.spans.all())
    attendance = list(meeting.attendance.select_related("country"))
    states = [row.country for row in attendance] + [place for place in (meeting.host, meeting.country) if place]
    yield SearchDocument(
        object_id=meeting.pk,
        url=meeting.get_absolute_url(),
        title=meeting.name,
        context=joined(" · ", MeetingKind(meeting.kind).label, meeting.place, ", ".join(map(str, spans))),
        body=joined(
            "\n",
            meeting.short_name,
            meeting.president,
            ", ".join(dict.fromkeys(str(row.country) for row in attendance)),
        ),
        day=spans[0].start.earliest if spans else None,
        visible_from=ALWAYS,
        states=tuple(state.key for state in states),
    )


def view_documents(country: Country) -> Iterable[SearchDocument]:
    """What a state holds on disputed questions outside its statements, in one entry that leads to its page."""
    views = list(country.interpretive_positions.order_by("pk"))
    if views:
        issues = dict.fromkeys(view.get_issue_display() for view in views)
        lines = (
            f"{view.get_issue_display()}: {view.get_answer_display().lower()}. {view.view} {words_of(view.note)}"
            for view in views
        )
        yield SearchDocument(
            object_id=country.pk,
            url=f"{country.get_absolute_url()}#positions",
            title=f"Interpretive positions of {country.name}",
            context=", ".join(issues),
            body=joined("\n", *lines),
            also="position, positions, view, views, interpretation, interoperability",
            visible_from=ALWAYS,
            states=(country.key,),
        )


def statement_documents(statement: Statement) -> Iterable[SearchDocument]:
    """The releases of a statement that readers see, or will see after an embargo, with their positions."""
    for release, until in release_spans(statement, timezone.now()):
        payload = release.payload
        when = release.date
        parties = [party["name"] for party in payload["parties"]]
        positions = [
            joined(" ", row["theme_title"], row["paraphrase"], row["quote"], row["translation"])
            for row in payload["positions"]
        ]
        yield SearchDocument(
            object_id=release.pk,
            url=reverse("statement", args=[statement.pk, slug_of(release.title)]),
            title=release.title,
            context=joined(
                " · ",
                StatementKind(payload["kind"]).label,
                ", ".join(parties),
                payload["meeting"]["name"] if payload["meeting"] else "",
                str(when or ""),
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
            day=when.earliest if when else None,
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
        context=joined(
            " · ",
            f"Adopted {plan.adopted}" if plan.adopted else "",
            plan.meeting.name if plan.meeting else "",
            years,
        ),
        body=joined("\n", *plan.parts.values_list("title", flat=True), words_of(plan.note)),
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


def resolution_documents(resolution: Resolution) -> Iterable[SearchDocument]:
    """A resolution by its symbol, that of its draft, and what it is about; with the states named behind it."""
    votes = sorted(resolution.recorded_votes.all(), key=order_of)
    days = [vote.held_on for vote in votes if vote.held_on is not None]
    states = dict.fromkeys(row.country for row in resolution.sponsors.select_related("country"))
    yield SearchDocument(
        object_id=resolution.pk,
        url=resolution.get_absolute_url(),
        title=f"{resolution.symbol}: {resolution.title}",
        context=joined(" · ", "General Assembly", str(resolution.year), resolution.draft_symbol),
        body=", ".join(map(str, states)),
        day=days[0].earliest if days else None,
        visible_from=ALWAYS,
        states=tuple(state.key for state in states),
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


def _not_process(meeting: Meeting) -> Meeting | None:
    return meeting if meeting.kind != MeetingKind.PROCESS else None


def _releases(statement: Statement) -> Iterable[int]:
    return StatementRelease.objects.filter(statement=statement).values_list("pk", flat=True)


def _seen(statement: Statement) -> Statement | None:
    """A draft that was never out has nothing to index."""
    return statement if statement.published_at is not None else None


SEARCHED = (
    Searchable(
        "meeting",
        "Meeting",
        3,
        Meeting.objects.exclude(kind=MeetingKind.PROCESS).order_by("pk").all,
        meeting_documents,
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
        with_standing_releases(Statement.objects.filter(published_at__isnull=False).order_by("pk")).all,
        statement_documents,
        _releases,
        follows={StatementRelease: lambda release: release.statement, Statement: _seen},
    ),
    Searchable(
        "view",
        "Interpretive positions of a state",
        2,
        Country.objects.order_by("pk").all,
        view_documents,
        is_of_parts=True,
        follows={Country: lambda country: country, InterpretivePosition: lambda view: view.country},
    ),
    Searchable(
        "plan",
        "Action plan",
        1,
        ActionPlan.objects.select_related("meeting").order_by("pk").all,
        plan_documents,
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
        Action.objects.select_related("plan", "part").order_by("pk").all,
        action_documents,
        follows={
            Action: lambda action: action,
            ActionPlan: lambda plan: plan.actions.select_related("plan", "part"),
            ActionPlanPart: lambda part: part.actions.select_related("plan", "part"),
        },
    ),
    Searchable(
        "resolution",
        "Resolution",
        2,
        Resolution.objects.order_by("pk").all,
        resolution_documents,
        follows={
            Resolution: lambda resolution: resolution,
            RecordedVote: lambda vote: vote.resolution,
            ResolutionSponsor: lambda row: row.resolution,
        },
    ),
    Searchable(
        "theme",
        "Theme",
        1,
        Theme.objects.order_by("pk").all,
        theme_documents,
        follows={Theme: lambda theme: theme},
    ),
)
"""What the site search finds, with the tables whose rows change it."""
