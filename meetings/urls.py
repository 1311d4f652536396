"""Public addresses of meetings, statements, themes and action plans."""

from django.urls import path

from editorial.public.urls import public_urls
from editorial.resting import reads, rests_on
from editorial.views.addresses import View, leads_on, with_files
from meetings.models import ActionPlan, Meeting, Resolution, Theme, Vote
from meetings.views import (
    action_plan,
    document,
    interpretive_position,
    meeting,
    statement_file,
    statement_list,
    theme,
    votes,
)
from meetings.views.statement import STATEMENTS, by_number

of_texts = rests_on("statements")  # neither on profiles nor on stocks


def of_theme(view: View) -> View:
    return leads_on(slug=Theme)(of_texts(view))


def of_votes(view: View) -> View:
    """Neither on texts nor on stocks."""
    return rests_on(Vote.SHOWN_ON)(view)


def of_resolution(view: View) -> View:
    return leads_on(slug=Resolution)(of_votes(view))


FILES = ("csv", "xlsx")
urlpatterns = [
    path("meetings/", of_texts(meeting.meeting_list), name="meetings"),
    path("meetings.csv", of_texts(meeting.meeting_csv), name="meetings_csv"),
    path("meetings/documents/<int:pk>/", document.document_file, name="meeting_document"),
    path(
        "meetings/<slug:slug>/",
        leads_on(slug=Meeting)(reads()(rests_on(slug=(Meeting, "slug"))(meeting.meeting_page))),
        name="meeting",
    ),
    path("statements/", of_texts(statement_list.statement_list), name="statements"),
    path("statements.csv", of_texts(statement_file.statement_csv), name="statements_csv"),
    path("statements.ndjson", of_texts(statement_file.statement_ndjson), name="statements_ndjson"),
    path("statements/<int:number>/", by_number, name="statement_by_number"),
    *public_urls(STATEMENTS),
    *with_files("positions", rests_on()(interpretive_position.view_page), "interpretive_positions"),
    path("themes/", reads()(of_texts(theme.theme_list)), name="themes"),
    path("themes/<slug:slug>/", of_theme(theme.theme_page), name="theme"),
    path("themes/<slug:slug>.csv", of_theme(theme.theme_csv), name="theme_csv"),
    path("action-plans/", reads()(of_texts(action_plan.action_plan_list)), name="action_plans"),
    path(
        "action-plans/<slug:slug>/",
        leads_on(slug=ActionPlan)(reads()(of_texts(action_plan.action_plan_page))),
        name="action_plan",
    ),
    *with_files("votes", of_votes(votes.vote_list), "votes"),
    *(
        path(f"votes/all.{one}", of_votes(votes.all_votes_file), {"ending": one}, name=f"all_votes_{one}")
        for one in FILES
    ),
    *with_files("votes/<slug:slug>", of_resolution(votes.resolution_page), "resolution"),
]
