"""Completion: which of three dates counts, and in which order they may stand."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.rules.partial_date import PartialDate
from stockpiles.models import (
    ClearanceObligation,
    CompletionDeclaration,
)
from tests.factories.meetings import make_country

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

    def test_a_month_is_as_exact_as_it_is_known(self, peru):
        done = CompletionDeclaration(country=peru, last_item_on=when("2023-12")).done
        assert (str(done.earliest), str(done.latest)) == ("2023-12-01", "2023-12-31")

    def test_without_any_date_nothing_is_known_of_the_day(self, peru):
        done = CompletionDeclaration(country=peru).done
        assert (done.earliest, done.latest) == (None, None)
        assert str(CompletionDeclaration(country=peru)) == "Peru, Article 3, completed on an unknown day"

    @pytest.mark.parametrize("declared", ["2023-12-15", "2023-12", "2023", "2024-01-01"])
    def test_dates_that_can_be_in_order_are_kept(self, peru, declared):
        CompletionDeclaration(
            country=peru,
            last_item_on=when("2023-12-15"),
            announced_on=when("2023-12-15"),
            declared_on=when(declared),
        ).full_clean()

    def test_the_announcement_lies_between_both(self, peru):
        bad = CompletionDeclaration(
            country=peru,
            last_item_on=when("2023-12-15"),
            announced_on=when("2023-12-14"),
            declared_on=when("2024"),
        )
        with pytest.raises(ValidationError) as refused:
            bad.full_clean()
        assert refused.value.message_dict == {
            "announced_on": ["14 December 2023 lies before 15 December 2023, which came first."]
        }

    def test_a_clearance_belongs_to_article_4_and_to_the_same_state(self, peru):
        chile = make_country("CHL", "Chile")
        theirs = ClearanceObligation.objects.create(country=chile)
        with pytest.raises(ValidationError, match="A clearance obligation belongs to completions under Article 4"):
            CompletionDeclaration(country=chile, article=3, obligation=theirs).full_clean()
        with pytest.raises(IntegrityError, match="obligation_is_article_4"), transaction.atomic():
            CompletionDeclaration.objects.create(country=chile, article=3, obligation=theirs)
        with pytest.raises(ValidationError, match="That clearance is Chile's"):
            CompletionDeclaration(country=peru, article=4, obligation=theirs).full_clean()
        CompletionDeclaration(country=chile, article=4, obligation=theirs).full_clean()

    def test_in_words_and_at_its_place_on_the_states_page(self, peru):
        done = CompletionDeclaration.objects.create(country=peru, last_item_on=when("2023-12-15"))
        assert str(done) == "Peru, Article 3, completed 15 December 2023"
        assert done.get_absolute_url() == f"/stockpiles/peru/#completion-{done.pk}"
