"""What a request can and cannot say."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country
from editorial.rules.partial_date import PartialDate
from stockpiles.models import Article, ClearanceObligation, ExtensionRequest, Outcome
from stockpiles.rules import extension_chain

pytestmark = pytest.mark.usefixtures("in_a_change")


def test_peru_request_speaks_to_the_rule(peru):
    request = ExtensionRequest.objects.create(
        country=peru,
        outcome=Outcome.GRANTED,
        months_granted=37,
        granted_until=PartialDate.parse("2024-04-01"),
        decided_on=PartialDate.parse("2021-03"),
    )
    assert str(request) == "Peru, Article 3, request 1"
    asked = ExtensionRequest.objects.get(pk=request.pk).as_request
    assert asked.outcome is extension_chain.RequestOutcome.GRANTED
    assert str(asked.decided) == "March 2021"
    assert str(asked.granted_until) == "1 April 2024"


def test_the_outcomes_of_rule_and_table_are_the_same():
    assert set(Outcome.values) == {outcome.value for outcome in extension_chain.RequestOutcome}


def test_granted_without_date_or_months_is_refused(peru):
    with pytest.raises(IntegrityError), transaction.atomic():
        ExtensionRequest.objects.create(country=peru, outcome=Outcome.GRANTED)


def test_a_date_without_a_grant_is_refused(peru):
    with pytest.raises(IntegrityError), transaction.atomic():
        ExtensionRequest.objects.create(country=peru, outcome=Outcome.PENDING, months_granted=12)


def test_decided_before_filed_is_refused(peru):
    request = ExtensionRequest(
        country=peru, requested_on=PartialDate.parse("2020-03"), decided_on=PartialDate.parse("2019")
    )
    with pytest.raises(ValidationError, match="before it was filed"):
        request.full_clean()


def test_a_clearance_of_another_state_or_article_is_refused(peru):
    chad = Country.objects.create(iso3="TCD", slug="chad", name="Chad")
    clearance = ClearanceObligation.objects.create(country=chad)
    with pytest.raises(ValidationError, match="Chad's"):
        ExtensionRequest(country=peru, article=Article.CLEARANCE, obligation=clearance).full_clean()
    with pytest.raises(ValidationError, match="requests under Article 4"):
        ExtensionRequest(country=chad, article=Article.DESTRUCTION, obligation=clearance).full_clean()
