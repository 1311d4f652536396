"""Numbers that are unknown, rounded, or cannot be."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from stockpiles.models import DestructionRecord, HoldingKind, MunitionType, RetentionRecord, StockpileHolding

pytestmark = pytest.mark.usefixtures("in_a_change")


def test_an_empty_number_is_unknown_and_zero_is_none(peru):
    unknown = StockpileHolding.objects.create(country=peru, munitions=2021, as_of="2024")
    assert unknown.in_words == "2,021 munitions, unknown submunitions"
    none = RetentionRecord.objects.create(country=peru, munitions=0, submunitions=0, as_of="2015")
    assert none.in_words == "0 munitions, 0 submunitions"


def test_rounded_is_said(peru):
    holding = StockpileHolding.objects.create(
        country=peru, munitions=115210, submunitions=10_100_000, submunitions_rounded=True
    )
    assert holding.in_words == "115,210 munitions, about 10.1 million submunitions"


def test_more_than_a_number_is_the_least_that_it_can_be(peru):
    """Georgia: 844 bombs with over 320,000 submunitions."""
    record = DestructionRecord(country=peru, munitions=844, submunitions=320_000, submunitions_at_least=True)
    assert record.in_words == "844 munitions, at least 320,000 submunitions"
    assert record.submunitions_quantity.is_partial
    assert not record.munitions_quantity.is_partial


@pytest.mark.parametrize("unit", ["munitions", "submunitions"])
def test_an_unknown_number_is_no_least(peru, unit):
    holding = StockpileHolding(country=peru, **{f"{unit}_at_least": True})
    with pytest.raises(ValidationError, match="Only a number can be the least"):
        holding.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        holding.save()


def test_what_a_submunition_weighs_stands_beside_the_numbers(peru):
    """The ministry's slides: 8,445 bomblets of 6 kg."""
    record = DestructionRecord(country=peru, munitions=2021, submunitions=8445, scope="total")
    assert record.beside == ["altogether"]
    record.submunition_mass_kg = Decimal("6.000")
    assert record.beside == ["altogether", "6 kg a submunition"]
    record.submunition_mass_kg = Decimal(0)
    with pytest.raises(ValidationError, match="A mass is more than zero"):
        record.full_clean()


def test_two_unknown_numbers_are_one_word(peru):
    assert StockpileHolding(country=peru).in_words == "number unknown"


def test_an_unknown_number_cannot_be_rounded(peru):
    holding = StockpileHolding(country=peru, munitions=5, submunitions_rounded=True)
    with pytest.raises(ValidationError, match="Only a number can be rounded"):
        holding.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        holding.save()


def test_submunitions_lie_in_munitions(peru):
    record = DestructionRecord(country=peru, munitions=0, submunitions=500, period_start="2020", period_end="2020")
    with pytest.raises(ValidationError, match="Submunitions lie in munitions"):
        record.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


def test_submunitions_of_a_type_that_holds_none_are_refused(peru):
    empty = MunitionType.objects.create(designation="Empty", slug="empty", submunitions_per_munition=0)
    holding = StockpileHolding(country=peru, munition_type=empty, munitions=5, submunitions=50)
    with pytest.raises(ValidationError, match="holds no submunitions"):
        holding.full_clean()


def test_negative_numbers_are_refused(peru):
    holding = StockpileHolding(country=peru, munitions=-1)
    with pytest.raises(ValidationError, match="greater than or equal to 0"):
        holding.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        holding.save()


def test_only_what_moved_has_another_state(peru):
    holding = StockpileHolding(country=peru, counterpart=peru, kind=HoldingKind.RECEIVED)
    with pytest.raises(ValidationError, match="another state"):
        holding.full_clean()
    declared = StockpileHolding(country=peru, counterpart=peru, kind=HoldingKind.DECLARED)
    with pytest.raises(IntegrityError), transaction.atomic():
        declared.save()


def test_a_preferred_figure_says_why(peru):
    holding = StockpileHolding(country=peru, munitions=2012, rank="preferred")
    with pytest.raises(ValidationError, match="Say why"):
        holding.full_clean()
