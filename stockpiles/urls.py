"""Public addresses of stockpiles."""

from django.urls import path

from countries.queries.addresses import country_slug
from editorial.views.addresses import leads_on
from stockpiles.models import MunitionType
from stockpiles.views import deadlines, munitions, overview, reports, state

of_state = leads_on(country=country_slug)

urlpatterns = [
    path("stockpiles/", overview.overview_page, name="stockpiles"),
    path("stockpiles.csv", overview.overview_page, {"ending": "csv"}, name="stockpiles_csv"),
    path("stockpiles.xlsx", overview.overview_page, {"ending": "xlsx"}, name="stockpiles_xlsx"),
    path("stockpiles/progress.csv", overview.progress_csv, name="stockpiles_progress_csv"),
    path("stockpiles/deadlines/", deadlines.deadline_page, name="stockpile_deadlines"),
    path("stockpiles/deadlines.csv", deadlines.deadline_page, {"ending": "csv"}, name="stockpile_deadlines_csv"),
    path(
        "stockpiles/deadlines.xlsx", deadlines.deadline_page, {"ending": "xlsx"}, name="stockpile_deadlines_xlsx"
    ),
    path("stockpiles/reports/", reports.report_page, name="stockpile_reports"),
    path("stockpiles/reports.csv", reports.report_page, {"ending": "csv"}, name="stockpile_reports_csv"),
    path("stockpiles/reports.xlsx", reports.report_page, {"ending": "xlsx"}, name="stockpile_reports_xlsx"),
    path("stockpiles/reports/rates.csv", reports.rate_csv, name="stockpile_report_rates_csv"),
    path("stockpiles/munitions/", munitions.munition_list, name="munition_types"),
    path("stockpiles/munitions.csv", munitions.munition_list, {"ending": "csv"}, name="munition_types_csv"),
    path("stockpiles/munitions.xlsx", munitions.munition_list, {"ending": "xlsx"}, name="munition_types_xlsx"),
    path(
        "stockpiles/munitions/<slug:munition>/",
        leads_on(munition=MunitionType)(munitions.munition_page),
        name="munition_type",
    ),
    path("stockpiles/<slug:country>/", of_state(state.state_page), name="stockpile"),
    path("stockpiles/<slug:country>.csv", of_state(state.state_page), {"ending": "csv"}, name="stockpile_csv"),
    path("stockpiles/<slug:country>.xlsx", of_state(state.state_page), {"ending": "xlsx"}, name="stockpile_xlsx"),
]
