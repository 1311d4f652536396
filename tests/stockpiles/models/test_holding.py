"""What a state holds: figures side by side, each with what it does to the ledger."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.rules.partial_date import PartialDate
from stockpiles.models import HoldingKind, MunitionType, StockpileHolding
from stockpiles.rules.flow import Flow, Unit
from tests.factories.meetings import make_country

pytestmark = pytest.mark.usefixtures("in_a_change")


def holding(peru, **fields) -> StockpileHolding:
    return StockpileHolding(country=peru, **fields)


def test_peru_in_words(peru) -> None:
    """Peru's stock was published as 2,012 bombs with 162,417 submunitions."""
    stock = holding(peru, munitions=2012, submunitions=162417, as_of=PartialDate.parse("2013"))
    assert str(stock) == "Peru, whole stock, 2013: 2,012 munitions, 162,417 submunitions"
    assert stock.beside == ["as of 2013"]
    stock.holder, stock.as_of = "Air Force", None
    assert stock.beside == ["Air Force"]


def test_an_unknown_number_is_unknown_and_not_zero(peru) -> None:
    stock = holding(peru, munitions=None, submunitions=0)
    assert not stock.quantity(Unit.MUNITIONS).is_known
    assert stock.quantity(Unit.SUBMUNITIONS).is_known
    assert "unknown" in str(stock)


def test_each_kind_is_one_flow(peru) -> None:
    assert {kind: holding(peru, kind=kind).flow for kind in HoldingKind} == {
        HoldingKind.DECLARED: Flow.OPENING,
        HoldingKind.FOUND: Flow.FOUND,
        HoldingKind.RECEIVED: Flow.RECEIVED,
        HoldingKind.TRANSFERRED: Flow.TRANSFERRED,
        HoldingKind.REMAINING: Flow.REMAINING,
    }


def test_another_state_belongs_to_what_moved(peru) -> None:
    chile = make_country("CHL", "Chile")
    for kind in ("received", "transferred"):
        holding(peru, munitions=6, kind=kind, counterpart=chile).full_clean()
    for kind in ("opening", "found"):
        bad = holding(peru, munitions=6, kind=kind, counterpart=chile)
        with pytest.raises(ValidationError, match="Only what was received or transferred has another state"):
            bad.full_clean()
        with pytest.raises(IntegrityError, match="counterpart_moves"), transaction.atomic():
            bad.save()


def test_a_transfer_goes_to_another_state(peru) -> None:
    with pytest.raises(ValidationError) as refused:
        holding(peru, munitions=6, kind="transferred", counterpart=peru).full_clean()
    assert refused.value.message_dict == {"counterpart": ["A transfer goes to another state."]}


def test_two_declared_stocks_contradict_each_other_and_two_finds_of_two_days_do_not(peru) -> None:
    stocks = [holding(peru, munitions=number) for number in (2012, 2005)]
    assert stocks[0].subject == stocks[1].subject
    finds = [holding(peru, kind="found", as_of=PartialDate.parse(day)) for day in ("2012-05-01", "2012-05-02")]
    assert finds[0].subject != finds[1].subject


@pytest.mark.parametrize(("kind", "known"), [("found", False), ("opening", True)])
def test_a_stock_declared_later_was_held_before_and_a_later_find_was_not(peru, kind: str, known: bool) -> None:
    later = holding(peru, kind=kind, munitions=4, as_of=PartialDate.parse("2012-05-01"))
    assert later.is_known_by(date(2012, 4, 30)) is known
    assert later.is_known_by(date(2012, 5, 1))


def test_an_empty_dispenser_holds_no_submunitions(peru) -> None:
    empty = MunitionType.objects.create(designation="KMG-U", slug="kmg-u", submunitions_per_munition=0)
    with pytest.raises(ValidationError, match="KMG-U holds no submunitions by its own record"):
        holding(peru, munition_type=empty, munitions=2, submunitions=1).full_clean()
    holding(peru, munition_type=empty, munitions=2, submunitions=0).full_clean()


def test_its_place_on_the_states_page(peru) -> None:
    stock = holding(peru, munitions=1)
    stock.save()
    assert stock.get_absolute_url() == f"/stockpiles/peru/#holding-{stock.pk}"
