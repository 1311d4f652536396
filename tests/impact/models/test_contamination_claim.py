"""Claims on contamination: seven answers, three kinds of area, contradicting ones side by side."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from impact.models import ContaminationClaim

pytestmark = pytest.mark.usefixtures("in_a_change")


def test_in_words_with_its_time_and_its_place_on_the_states_page(peru):
    made = ContaminationClaim.objects.create(country=peru, answer="none_found", as_of="2015")
    claim = ContaminationClaim.objects.get(pk=made.pk)
    assert str(claim) == "Peru: none found, as of 2015"
    assert claim.get_absolute_url() == f"/countries/peru/#contamination-{claim.pk}"
    assert str(ContaminationClaim(country=peru, answer="unclear")) == "Peru: unclear"


def test_its_extent_and_the_largest_of_its_areas(peru):
    made = ContaminationClaim.objects.create(
        country=peru, answer="contaminated", confirmed_km2="1.12", suspected_km2="7.3"
    )
    claim = ContaminationClaim.objects.get(pk=made.pk)
    assert claim.extent_in_words == "1.12 km² confirmed and 7.3 km² suspected"
    assert claim.largest_km2 == claim.suspected_km2
    assert ContaminationClaim(country=peru, answer="unclear").largest_km2 is None


def test_its_time_may_be_a_period(peru):
    claim = ContaminationClaim(country=peru, answer="contaminated")
    claim.period_start = claim.period_end = ContaminationClaim._meta.get_field("as_of").to_python("2012")
    assert claim.when_in_words == "2012"


def test_what_two_sources_say_stands_side_by_side_in_the_order_of_their_days(peru):
    for answer, as_of in (("contaminated", "2019-07-01"), ("unclear", "2017-08")):
        ContaminationClaim.objects.create(country=peru, answer=answer, as_of=as_of)
    assert [claim.answer for claim in peru.contamination_claims.all()] == ["unclear", "contaminated"]


def test_a_bound_needs_an_area(peru):
    claim = ContaminationClaim(country=peru, answer="contaminated", bound="about")
    with pytest.raises(ValidationError, match="nothing to be at least or about"):
        claim.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.save()


def test_no_answer_is_none(peru):
    with pytest.raises(ValidationError) as refused:
        ContaminationClaim(country=peru).full_clean()
    assert list(refused.value.message_dict) == ["answer"]
