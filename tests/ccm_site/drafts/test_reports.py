"""Article 7 reports in a draft: submitted, missing by a source's word, unknown, and not owed."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from ccm_site.drafts.reports import transparency_reports
from editorial.rules.explained import Explained
from stockpiles.models import TransparencyReport
from stockpiles.queries.report_lines import ReportLine
from tests.ccm_site.drafts.subjects import A, B, shown, subject, when, written


def duty(due: date, year: int | None = None, words: str = "") -> Any:
    outlook = SimpleNamespace(value=SimpleNamespace(words=words))
    return SimpleNamespace(
        due=due, year=year, outlook=outlook, deadline=Explained(due, "CCM, Article 7", (), "Counted.")
    )


def report(**fields: Any) -> TransparencyReport:
    return TransparencyReport(**{"kind": "initial", "certainty": "reported", **fields})


def lines(*found: ReportLine, bound: bool = True) -> list[str]:
    return written(transparency_reports(subject(bound=bound, reports=found)))


def test_a_report_is_said_once_with_all_who_know_of_it() -> None:
    day = when("1 August 2013")
    first = ReportLine(duty(date(2013, 8, 28), words="27 days early"), shown(report(submitted_on=day), A))
    again = ReportLine(None, shown(report(submitted_on=day), B))
    assert lines(first, again) == [
        "Peru submitted its first report on 1 August 2013; it was due on 28 August 2013 (27 days early)."
    ]


def test_a_first_report_may_serve_as_an_annual_one_and_others_are_voluntary() -> None:
    both = ReportLine(None, shown(report(submitted_on=when("2014"), calendar_year=2013), A))
    given = ReportLine(None, shown(report(kind="voluntary", submitted_on=when("2010"), calendar_year=2009), A))
    assert lines(both, given) == [
        "Peru submitted its first report, which is also that on 2013, in 2014.",
        "Peru submitted a voluntary report on 2009 in 2010.",
    ]


def test_what_a_source_misses_it_misses_on_its_day() -> None:
    missing = report(kind="annual", calendar_year=2020, missing_as_of=when("August 2022"), made_on=when("2022"))
    undated = report(kind="annual", calendar_year=2021, due_as_printed=when("2022"))
    assert lines(ReportLine(None, shown(missing, A)), ReportLine(None, shown(undated, A))) == [
        "According to Alpha (2022), its annual report on 2020 had not been submitted as of August 2022; what came after is "
        "not recorded here.",
        "Of its annual report on 2021 no day of submission is recorded here. A source prints 2022 as the day on which it "
        "was due.",
    ]


def test_years_of_which_nothing_is_known_accuse_nobody() -> None:
    found = [ReportLine(duty(date(2013, 8, 28)), None)]
    found += [ReportLine(duty(date(year + 1, 4, 30), year), None) for year in (2013, 2014, 2015, 2017)]
    assert lines(*found) == [
        "Its first report was due on 28 August 2013.",
        "Whether it was submitted is not known: no first report is recorded here.",
        "Of its reports on 2013 to 2015 and 2017 nothing is recorded here.",
    ]


def test_a_first_report_that_is_not_due_yet_is_not_missed() -> None:
    assert lines(ReportLine(duty(date(2026, 8, 28)), None)) == ["Its first report is due on 28 August 2026."]


def test_nothing_is_owed_by_one_that_is_not_bound() -> None:
    given = ReportLine(None, shown(report(kind="voluntary", submitted_on=when("2010")), A))
    assert lines(ReportLine(duty(date(2013, 8, 28)), None), given, bound=False) == [
        "The convention does not bind Peru, so it owes no transparency report.",
        "Peru submitted a voluntary report in 2010.",
    ]
