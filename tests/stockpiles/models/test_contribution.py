"""Contributions: who gave, through whom, how much."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

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
