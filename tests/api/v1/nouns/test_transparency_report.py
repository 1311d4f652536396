"""Article 7 reports as partners get them, each with the day on which it was due."""

from __future__ import annotations

from typing import Any

import pytest

from countries.models import Country
from editorial.models import recording
from stockpiles.models import TransparencyReport
from tests.factories.meetings import make_country
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


@pytest.fixture
def peru() -> Country:
    country = make_country()
    make_act(country, "signature", "2008-12-03")
    make_act(country, "ratification", "2012-09-26")
    return country


def report(ask: Any, country: Country, **fields: Any) -> dict[str, Any]:
    with recording(by=None, reason="Made for a test"):
        made = TransparencyReport.objects.create(country=country, **fields)
    return ask(f"transparency-reports/{made.pk}/")


def test_the_first_is_due_180_days_after_entry_into_force(ask, peru: Country) -> None:
    first = report(ask, peru, kind="initial", submitted_on="2013-08-27")
    assert (first["due"]["value"], first["days"]) == ("2013-08-28", "1 day early")


def test_the_yearly_one_on_30_april_and_a_day_later_is_late(ask, peru: Country) -> None:
    assert (
        report(ask, peru, kind="annual", calendar_year=2014, submitted_on="2015-04-30")["days"]
        == "on the day itself"
    )
    assert report(ask, peru, kind="annual", calendar_year=2015, submitted_on="2016-05-01")["days"] == "1 day late"


def test_what_is_due_on_no_day_has_no_days(ask, peru: Country) -> None:
    unbound = make_country("CHL", "Chile")
    for country, kind in ((peru, "voluntary"), (unbound, "initial")):
        row = report(ask, country, kind=kind, submitted_on="2015-01-01")
        assert (row["due"], row["days"]) == (None, None)
