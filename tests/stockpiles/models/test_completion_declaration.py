"""Completion: which of three dates counts, and in which order they may stand."""

import pytest
from django.core.exceptions import ValidationError

from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    CompletionDeclaration,
)

pytestmark = pytest.mark.usefixtures("in_a_change")


def when(text):
    return PartialDate.parse(text)


class TestCompletion:
    def test_the_last_item_counts_not_the_announcement(self, peru):
        done = CompletionDeclaration(
            country=peru, last_item_on=when("2023-12-15"), announced_on=when("2023-12-18")
        ).done
        assert str(done) == "15 December 2023"

    def test_without_it_the_first_announcement_is_the_latest_day_possible(self, peru):
        done = CompletionDeclaration(
            country=peru, announced_on=when("2023-09-08"), declared_on=when("2023-09")
        ).done
        assert done.earliest is None
        assert done.latest == when("2023-09-08").exact

    def test_dates_out_of_order_are_refused(self, peru):
        bad = CompletionDeclaration(country=peru, last_item_on=when("2023-12-15"), declared_on=when("2023-11"))
        with pytest.raises(ValidationError, match="which came first"):
            bad.full_clean()
