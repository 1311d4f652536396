"""Holdings as partners get them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import StockpileHolding
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


@pytest.fixture
def transfer() -> StockpileHolding:
    peru, spain = make_country(), make_country("ESP", "Spain")
    with recording(by=None, reason="Made for a test"):
        StockpileHolding.objects.create(country=peru, kind="opening", munitions=676, as_of="2013")
        return StockpileHolding.objects.create(country=peru, kind="received", counterpart=spain, munitions=10)


def test_a_transfer_names_the_other_state(ask, transfer: StockpileHolding) -> None:
    (row,) = ask("holdings/?kind=received")["results"]
    assert (row["state"]["iso3"], row["counterpart"]["iso3"], row["munitions"]) == ("PER", "ESP", 10)
    assert ask("holdings/?country=ESP")["results"] == []  # the other state of a transfer is not its holder


def test_an_unknown_number_is_null_and_no_date_is_null(ask, transfer: StockpileHolding) -> None:
    row = ask(f"holdings/{transfer.pk}/")
    assert (row["submunitions"], row["as_of"], row["munition_type"]) == (None, None, None)
    assert row["page"].startswith("http://testserver/stockpiles/peru/")
