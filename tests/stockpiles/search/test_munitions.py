"""Types of munitions in the search: by every designation, and by the states that a record names with them."""

from __future__ import annotations

import pytest

from countries.models import Country
from editorial.search import kinds
from stockpiles.models import ActivityClaim, MunitionOrigin, MunitionType, RetentionRecord, StockpileHolding
from stockpiles.search.munitions import holders_of, munition_documents, names_of_munitions
from tests.factories.meetings import make_country

pytestmark = pytest.mark.usefixtures("in_a_change")


@pytest.fixture
def m26() -> MunitionType:
    return MunitionType.objects.create(
        designation="M26",
        slug="m26",
        also_called="M26A1; M26A2",
        kind="rocket",
        origin="United States",
        submunition="M77",
        note="A rocket with **644** submunitions.[^1]\n\n[^1]: [@handbook, p. 5].",
    )


def test_its_document(m26: MunitionType, peru: Country) -> None:
    StockpileHolding.objects.create(country=peru, munition_type=m26, munitions=4)
    (document,) = munition_documents(m26)
    assert (document.title, document.url) == ("M26", "/stockpiles/munitions/m26/")
    assert document.context == "Rocket · United States · M26A1 · M26A2"
    lines = document.body.splitlines()
    assert lines[:2] == ["Submunition: M77", "On record with: Peru"]
    assert "644 submunitions" in document.body
    assert "**" not in document.body


def test_states_are_those_of_its_origin_and_those_on_record_with_it(m26: MunitionType, peru: Country) -> None:
    MunitionOrigin.objects.create(munition_type=m26, country=make_country("USA", "United States of America"))
    StockpileHolding.objects.create(country=peru, munition_type=m26, munitions=4)
    (document,) = munition_documents(m26)
    assert document.states == ("USA", "PER")


def test_a_type_of_which_little_is_known_says_little() -> None:
    (document,) = munition_documents(MunitionType.objects.create(designation="X", slug="x"))
    assert (document.body, document.states) == ("", ())


def test_every_kind_of_record_names_a_holder_and_each_state_once(m26: MunitionType, peru: Country) -> None:
    chile, spain = make_country("CHL", "Chile"), make_country("ESP", "Spain")
    for munitions in (4, 5):
        StockpileHolding.objects.create(country=peru, munition_type=m26, munitions=munitions)
    RetentionRecord.objects.create(country=chile, munition_type=m26, munitions=1)
    ActivityClaim.objects.create(country=spain, munition_type=m26, activity="production", answer="no")
    make_country("MEX", "Mexico")
    assert [state.name for state in holders_of(m26)] == ["Chile", "Peru", "Spain"]


def test_designations_stand_for_each_other(m26: MunitionType) -> None:
    MunitionType.objects.create(designation="CB-470", slug="cb-470")
    assert list(names_of_munitions()) == [("M26", "M26A1", "M26A2")]
    assert [munition.designation for munition in kinds()["munition"].records()] == ["M26", "CB-470"]
