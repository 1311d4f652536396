"""Public addresses of meetings, statements, themes and action plans."""

from django.urls import path

from editorial.views.addresses import leads_on
from meetings.models import ActionPlan, Meeting, Theme
from meetings.views import action_plan, document, meeting, statement, theme

of_theme = leads_on(slug=Theme)

_STATEMENT = "statements/<int:number>/<slug:slug>/"
_RELEASE = _STATEMENT + "r<int:release>/"

urlpatterns = [
    path("meetings/", meeting.meeting_list, name="meetings"),
    path("meetings.csv", meeting.meeting_csv, name="meetings_csv"),
    path("meetings/documents/<int:pk>/", document.document_file, name="meeting_document"),
    path("meetings/<slug:slug>/", leads_on(slug=Meeting)(meeting.meeting_page), name="meeting"),
    path("statements/", statement.statement_list, name="statements"),
    path("statements.csv", statement.statement_csv, name="statements_csv"),
    path("statements/<int:number>/", statement.statement_page, name="statement_by_number"),
    path(_STATEMENT, statement.statement_page, name="statement"),
    path(_STATEMENT + "cite.bib", statement.cite_bibtex, name="statement_newest_bibtex"),
    path(_STATEMENT + "cite.ris", statement.cite_ris, name="statement_newest_ris"),
    path(_RELEASE, statement.statement_release, name="statement_release"),
    path(_RELEASE + "cite.bib", statement.cite_bibtex, name="statement_cite_bibtex"),
    path(_RELEASE + "cite.ris", statement.cite_ris, name="statement_cite_ris"),
    path("themes/", theme.theme_list, name="themes"),
    path("themes/<slug:slug>/", of_theme(theme.theme_page), name="theme"),
    path("themes/<slug:slug>.csv", of_theme(theme.theme_csv), name="theme_csv"),
    path("action-plans/", action_plan.action_plan_list, name="action_plans"),
    path("action-plans/<slug:slug>/", leads_on(slug=ActionPlan)(action_plan.action_plan_page), name="action_plan"),
]
