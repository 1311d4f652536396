"""A printed deadline may lie ahead; it moves no clock."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from impact.models import PublishedDeadline
from stockpiles.models import ClearanceObligation

pytestmark = pytest.mark.usefixtures("in_a_change")


def test_in_words(peru):
    assert str(PublishedDeadline(country=peru, kind="asked")) == "Peru, deadline asked for: date not given"


def test_the_deadline_may_lie_ahead_and_the_day_of_the_request_may_not(peru):
    PublishedDeadline(country=peru, deadline="2934-02-01").full_clean()
    with pytest.raises(ValidationError, match="as_of"):
        PublishedDeadline(country=peru, deadline="2934-02-01", as_of="2934").full_clean()


def test_it_makes_no_duty(peru):
    PublishedDeadline.objects.create(country=peru, deadline="2023-03-01")
    assert not ClearanceObligation.objects.exists()
