"""Public addresses of meetings, statements, themes and action plans."""

from django.urls import path

from editorial.public.urls import public_urls
from editorial.views.addresses import leads_on
from meetings.models import ActionPlan, Meeting, Theme
from meetings.views import action_plan, document, meeting, statement_file, statement_list, theme
from meetings.views.statement import STATEMENTS, by_number

of_theme = leads_on(slug=Theme)

urlpatterns = [
    path("meetings/", meeting.meeting_list, name="meetings"),
    path("meetings.csv", meeting.meeting_csv, name="meetings_csv"),
    path("meetings/documents/<int:pk>/", document.document_file, name="meeting_document"),
    path("meetings/<slug:slug>/", leads_on(slug=Meeting)(meeting.meeting_page), name="meeting"),
    path("statements/", statement_list.statement_list, name="statements"),
    path("statements.csv", statement_file.statement_csv, name="statements_csv"),
    path("statements.ndjson", statement_file.statement_ndjson, name="statements_ndjson"),
    path("statements/<int:number>/", by_number, name="statement_by_number"),
    *public_urls(STATEMENTS),
    path("themes/", theme.theme_list, name="themes"),
    path("themes/<slug:slug>/", of_theme(theme.theme_page), name="theme"),
    path("themes/<slug:slug>.csv", of_theme(theme.theme_csv), name="theme_csv"),
    path("action-plans/", action_plan.action_plan_list, name="action_plans"),
    path("action-plans/<slug:slug>/", leads_on(slug=ActionPlan)(action_plan.action_plan_page), name="action_plan"),
]
