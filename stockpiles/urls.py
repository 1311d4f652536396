"""Public addresses of stockpiles."""

from django.urls import URLPattern, path

from countries.queries.addresses import country_slug
from editorial.views.addresses import View, leads_on
from stockpiles.models import MunitionType
from stockpiles.views import deadlines, munitions, overview, reports, state

of_state = leads_on(country=country_slug)


def with_files(address: str, view: View, name: str) -> list[URLPattern]:
    """A page, and what it shows as CSV and as an Excel workbook beside it."""
    return [
        path(f"{address}/", view, name=name),
        *(path(f"{address}.{one}", view, {"ending": one}, name=f"{name}_{one}") for one in ("csv", "xlsx")),
    ]


urlpatterns = [
    *with_files("stockpiles", overview.overview_page, "stockpiles"),
    path("stockpiles/progress.csv", overview.progress_csv, name="stockpiles_progress_csv"),
    *with_files("stockpiles/deadlines", deadlines.deadline_page, "stockpile_deadlines"),
    *with_files("stockpiles/reports", reports.report_page, "stockpile_reports"),
    path("stockpiles/reports/rates.csv", reports.rate_csv, name="stockpile_report_rates_csv"),
    *with_files("stockpiles/munitions", munitions.munition_list, "munition_types"),
    path(
        "stockpiles/munitions/<slug:munition>/",
        leads_on(munition=MunitionType)(munitions.munition_page),
        name="munition_type",
    ),
    *with_files("stockpiles/<slug:country>", of_state(state.state_page), "stockpile"),
]
