"""Two counts, each exact, rounded or the least that it can be."""

from decimal import Decimal

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.holding import HOLDINGS
from stockpiles.models import DestructionRecord, StockpileHolding
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "CHL", "munitions": "5", "submunitions": "90", "submunitions_rounded": "", "source": "A letter"}


def test_a_rounded_count_stands_in_a_column_of_its_own():
    (made,) = read_row(HOLDINGS, {**ROW, "submunitions": "", "submunitions_rounded": "63,000,000"})
    assert (made.values["submunitions"], made.values["submunitions_rounded"]) == (63_000_000, True)
    germany = StockpileHolding.objects.get(country__iso3="DEU", submunitions=63_000_000, munitions=573_700)
    written = {name: HOLDINGS.by_name[name].written(germany) for name in ("submunitions", "submunitions_rounded")}
    assert written == {"submunitions": "", "submunitions_rounded": "63000000"}


def test_over_573000_is_the_least_that_it_can_be():
    (made,) = read_row(HOLDINGS, {**ROW, "munitions": "573000", "munitions_at_least": "yes"})
    assert (made.values["munitions"], made.values["munitions_at_least"]) == (573_000, True)
    assert made.values["submunitions_at_least"] is False
    germany = StockpileHolding.objects.get(country__iso3="DEU", munitions=573_000)
    assert germany.in_words == "at least 573,000 munitions, about 63 million submunitions"


def test_the_slides_on_peru_give_the_mass_and_its_page_shows_it(client):
    (made,) = read_row(HOLDINGS, {**ROW, "submunition_mass_kg": "0.5"})
    assert made.values["submunition_mass_kg"] == Decimal("0.5")
    record = DestructionRecord.objects.get(country__iso3="PER", submunitions=8445)
    assert record.submunition_mass_kg == 6
    assert "6 kg a submunition" in client.get("/stockpiles/peru/").content.decode()
    (shown,) = [
        one
        for one in client.get("/api/v1/destruction-records/?country=PER&scope=total").json()["results"]
        if one["submunitions"] == 8445
    ]
    assert Decimal(shown["submunition_mass_kg"]) == 6
    assert ",6," in client.get("/stockpiles/peru.csv").getvalue().decode()


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (
            {"submunitions_rounded": "100"},
            "submunitions_rounded: “100”. submunitions gives an exact number already",
        ),
        ({"submunition_mass_kg": "0"}, "submunition_mass_kg: “0”. A mass is more than zero"),
        ({"munitions": "0"}, "submunitions: “90”. Submunitions lie in munitions, and munitions is 0"),
        ({"munitions": "", "munitions_rounded": "yes"}, "munitions: empty. Only a number can be rounded."),
        ({"munitions": "", "munitions_at_least": "yes"}, "munitions: empty. Only a number can be the least."),
        (
            {"submunitions": "", "submunitions_at_least": "yes"},
            "submunitions: empty. Only a number can be the least.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_field_and_value(cells, words):
    with pytest.raises(BadRow) as refused:
        read_row(HOLDINGS, {**ROW, **cells})
    assert words in str(refused.value)


def test_submunitions_without_munitions_are_flagged():
    (made,) = read_row(HOLDINGS, {**ROW, "munitions": ""})
    assert made.flags == ["90 submunitions without the number of munitions they were in."]
