"""Public addresses of stockpiles."""

from django.urls import path

from countries.views.of_state import of_state
from editorial.resting import reads, rests_on
from editorial.views.addresses import View, leads_on, with_files
from stockpiles.models import MunitionType
from stockpiles.views import answers, deadlines, munitions, overview, reports, state


def of_stocks(view: View) -> View:
    """Lists of all states' stocks and deadlines rest neither on texts nor on meetings' papers."""
    return rests_on("stocks")(view)


urlpatterns = [
    *with_files("stockpiles", of_stocks(overview.overview_page), "stockpiles"),
    path("stockpiles/progress.csv", reads()(of_stocks(overview.progress_csv)), name="stockpiles_progress_csv"),
    *with_files("stockpiles/deadlines", of_stocks(deadlines.deadline_page), "stockpile_deadlines"),
    *with_files("stockpiles/reports", of_stocks(reports.report_page), "stockpile_reports"),
    path("stockpiles/reports/rates.csv", reads()(of_stocks(reports.rate_csv)), name="stockpile_report_rates_csv"),
    *with_files("stockpiles/munitions", reads()(of_stocks(munitions.munition_list)), "munition_types"),
    path(
        "stockpiles/munitions/<slug:munition>/",
        leads_on(munition=MunitionType)(reads()(of_stocks(munitions.munition_page))),
        name="munition_type",
    ),
    *(
        url
        for one in answers.QUESTIONS
        for url in with_files(one, of_stocks(answers.answer_page), one, question=one)
    ),
    *with_files("stockpiles/<slug:country>", of_state(state.state_page), "stockpile"),
]
