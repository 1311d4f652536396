"""Public addresses of stockpiles."""

from django.urls import path

from stockpiles.views import deadlines, munitions, overview, reports, state

urlpatterns = [
    path("stockpiles/", overview.overview_page, name="stockpiles"),
    path("stockpiles.csv", overview.overview_csv, name="stockpiles_csv"),
    path("stockpiles.xlsx", overview.overview_xlsx, name="stockpiles_xlsx"),
    path("stockpiles/progress.csv", overview.progress_csv, name="stockpiles_progress_csv"),
    path("stockpiles/deadlines/", deadlines.deadline_page, name="stockpile_deadlines"),
    path("stockpiles/deadlines.csv", deadlines.deadline_csv, name="stockpile_deadlines_csv"),
    path("stockpiles/deadlines.xlsx", deadlines.deadline_xlsx, name="stockpile_deadlines_xlsx"),
    path("stockpiles/reports/", reports.report_page, name="stockpile_reports"),
    path("stockpiles/reports.csv", reports.report_csv, name="stockpile_reports_csv"),
    path("stockpiles/reports.xlsx", reports.report_xlsx, name="stockpile_reports_xlsx"),
    path("stockpiles/reports/rates.csv", reports.rate_csv, name="stockpile_report_rates_csv"),
    path("stockpiles/munitions/", munitions.munition_list, name="munition_types"),
    path("stockpiles/munitions.csv", munitions.munition_csv, name="munition_types_csv"),
    path("stockpiles/munitions.xlsx", munitions.munition_xlsx, name="munition_types_xlsx"),
    path("stockpiles/munitions/<slug:munition>/", munitions.munition_page, name="munition_type"),
    path("stockpiles/<slug:country>/", state.state_page, name="stockpile"),
    path("stockpiles/<slug:country>.csv", state.state_csv, name="stockpile_csv"),
    path("stockpiles/<slug:country>.xlsx", state.state_xlsx, name="stockpile_xlsx"),
]
