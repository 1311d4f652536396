"""Article 7 reports, received or due."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.transparency_report import ART7_REPORTS
from stockpiles.models import TransparencyReport
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


REPORT = {
    "iso3": "PER",
    "kind": "annual",
    "covering_or_due": "2014",
    "submitted": "2015-06",
    "source": "A document",
}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kind": "yearly"}, "one of initial, annual, voluntary"),
        ({"submitted": "2012-01-01", "covering_or_due": ""}, "before that a report is voluntary"),
        ({"submitted": "2014-05-01"}, "cannot come before that year is over"),
        ({"covering_or_due": "someday"}, "covering_or_due: “someday”"),
        ({"covering_or_due": "", "year_worked_out": "yes"}, "no year in covering_or_due"),
    ],
)
def test_a_bad_report_row_is_refused(changed, words):
    with pytest.raises(BadRow) as refused:
        read_row(ART7_REPORTS, {**REPORT, **changed})
    assert words in str(refused.value)


def test_a_year_that_no_source_names_is_said_to_be_worked_out():
    bulgaria = TransparencyReport.objects.get(country__iso3="BGR", calendar_year=2022)
    assert bulgaria.note.startswith("The year reported on is worked out from the day of submission")
    assert (
        "worked out"
        not in TransparencyReport.objects.get(country__iso3="CHL", note__contains="@Monitor-Chile-2013").note
    )


def test_the_vague_date_of_burundi_keeps_the_words_of_its_source():
    report = TransparencyReport.objects.get(country__iso3="BDI", kind="initial")
    assert str(report.submitted_on) == "2011"
    assert "early 2011" in report.note


def test_chile_keeps_the_period_and_the_printed_due_date():
    report = TransparencyReport.objects.get(country__iso3="CHL", note__contains="@Monitor-Chile-2013")
    assert (str(report.period_start), str(report.period_end)) == ("June 2011", "June 2012")
    assert str(report.due_as_printed) == "28 November 2011"
