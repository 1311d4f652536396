"""check_facts on stockpiles: contradictions are listed, what an editor decided is said to be decided."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from countries.models import Country
from editorial.checks import checks
from stockpiles.models import ExtensionRequest, ProgrammeStage, StockpileHolding, TransparencyReport

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
TODAY = date(2026, 11, 21)


def found(name):
    return list(checks()[name](TODAY))


def test_peru_figures_stay_listed_and_are_decided():
    peru = [one for one in found("stock-figures") if one.record == "Peru, stockpiles"]
    assert len(peru) == 2
    assert all(one.is_decided for one in peru)
    assert any("675 / 86,200 (said 12 August 2014)" in one.message for one in peru)


def test_two_figures_that_nobody_ranked_wait_for_an_editor(in_a_change):
    cuba = Country.objects.get(iso3="CUB")
    StockpileHolding.objects.create(country=cuba, munitions=1900, as_of="2023")
    (one,) = [one for one in found("stock-figures") if one.record == "Cuba, stockpiles"]
    assert not one.is_decided
    assert (
        "1,856 / unknown (said 2022); 1,856 / unknown (30 March 2017, said 3 August 2017); 1,900 / unknown (2023)"
        in (one.message)
    )


def test_ledgers_that_do_not_come_out_but_not_mere_gaps():
    records = {one.record: one for one in found("stock-ledgers")}
    assert records["Bulgaria, stockpiles"].is_decided
    assert "Germany, stockpiles" not in records


def test_a_programme_out_of_order(in_a_change):
    stage = ProgrammeStage.objects.get(number=7)
    stage.number = 9
    stage.save()
    (one,) = found("programmes")
    assert "numbered 1, 2, 3, 4, 5, 6, 8, 9" in one.message


def test_requests_and_reports_of_states_that_were_not_bound(in_a_change):
    china, peru = Country.objects.get(iso3="CHN"), Country.objects.get(iso3="PER")
    ExtensionRequest.objects.create(country=china, outcome="pending")
    ExtensionRequest.objects.create(country=peru, number=2, outcome="pending", requested_on="2010")
    TransparencyReport.objects.create(country=china, kind="annual", submitted_on="2015")
    assert {one.message for one in found("bound")} == {
        "The state never deposited, so it has no deadline to extend.",
        "Dated 2010, before entry into force on 2013-03-01.",
        "The state is not bound, so the report is voluntary.",
    }


def test_the_command_exits_1_for_what_waits_and_0_for_what_is_decided(in_a_change):
    out = StringIO()
    cuba = Country.objects.get(iso3="CUB")
    StockpileHolding.objects.create(country=cuba, munitions=1900, as_of="2023")
    with pytest.raises(CommandError):
        call_command("check_facts", "--only", "stock-dates,stock-figures", stdout=out)
    StockpileHolding.objects.get(country=cuba, munitions=1900).delete()
    assert "Cuba, stockpiles: The opening stock is dated 2023, after" in out.getvalue()
    out = StringIO()
    call_command("check_facts", "--only", "stock-figures,printed-dates", stdout=out)
    assert "decided: Peru, stockpiles: The source says: 4 months before the deadline." in out.getvalue()
    assert "22 findings, 22 of them decided or explained" in out.getvalue()


def test_everything_on_stocks_as_shipped_is_decided_or_explained():
    out = StringIO()
    stocks = "stock-figures,stock-ledgers,stock-dates,deadlines,printed-dates,programmes,bound"
    call_command("check_facts", "--only", stocks, stdout=out)
    assert "7 checks as of" in out.getvalue()
