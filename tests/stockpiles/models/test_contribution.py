"""Contributions: who gave, through whom, how much."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import Organisation
from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    Contribution,
    DestructionProgramme,
)

pytestmark = pytest.mark.usefixtures("in_a_change")


def when(text):
    return PartialDate.parse(text)


class TestContribution:
    @pytest.fixture
    def programme(self, peru):
        return DestructionProgramme.objects.create(country=peru, slug="peru-npa", title="Stockpile destruction")

    def test_norway_through_npa(self, programme, peru):
        npa = Organisation.objects.create(name="Norwegian People's Aid", abbreviation="NPA", slug="npa")
        given = Contribution.objects.create(programme=programme, donor_state=peru, channel=npa)
        assert str(given) == "Peru through Norwegian People's Aid (NPA)"
        assert given.amount_words == "amount not found"

    def test_one_donor_and_an_amount_with_its_currency(self, programme, peru):
        with pytest.raises(ValidationError, match="Name the state"):
            Contribution(programme=programme).full_clean()
        with pytest.raises(ValidationError, match="has its currency"):
            Contribution(programme=programme, donor_state=peru, amount=Decimal(5)).full_clean()
        assert Contribution(amount=Decimal("2500000"), currency="NOK").amount_words == "NOK 2,500,000.00"

    def test_not_from_a_state_and_an_organisation_at_once(self, programme, peru):
        npa = Organisation.objects.create(name="Norwegian People's Aid", slug="npa")
        with pytest.raises(ValidationError, match="A contribution comes from one state or one organisation"):
            Contribution(programme=programme, donor_state=peru, donor_organisation=npa).full_clean()
        for both_or_none in ({}, {"donor_state": peru, "donor_organisation": npa}):
            with pytest.raises(IntegrityError, match="one_donor"), transaction.atomic():
                Contribution.objects.create(programme=programme, **both_or_none)
        assert Contribution(donor_organisation=npa).donor == npa

    @pytest.mark.parametrize(("amount", "currency"), [(Decimal(0), "NOK"), (Decimal(-1), "NOK"), (None, "NOK")])
    def test_an_amount_is_more_than_zero(self, programme, peru, amount, currency):
        given = Contribution(programme=programme, donor_state=peru, amount=amount, currency=currency)
        with pytest.raises(ValidationError, match="An amount has its currency, and is more than zero"):
            given.full_clean()

    @pytest.mark.parametrize("currency", ["nok", "NO", "N0K"])
    def test_a_currency_is_three_capitals(self, programme, peru, currency):
        with pytest.raises(ValidationError, match="Three capitals"):
            Contribution(
                programme=programme, donor_state=peru, amount=Decimal("0.01"), currency=currency
            ).full_clean()

    def test_those_without_a_date_stand_last(self, programme, peru):
        for day in (None, "2016", "2014-09"):
            Contribution.objects.create(
                programme=programme, donor_state=peru, agreed_on=when(day) if day else None
            )
        assert [str(given.agreed_on) for given in programme.contributions.all()] == [
            "September 2014",
            "2016",
            "None",
        ]
