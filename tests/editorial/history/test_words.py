"""What a version says, in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from countries.models import Country, CountryProfile
from editorial.history.words import label_of, label_of_values, plain_words, words_of


@pytest.mark.parametrize(
    ("model", "name", "value", "words"),
    [
        (Country, "kind", "other_area", "Other area"),
        (Country, "kind", "kingdom", "kingdom"),  # a choice that there is no longer
        (Country, "is_un_member", True, "yes"),
        (Country, "is_un_member", False, "no"),
        (Country, "name", "", ""),
        (CountryProfile, "edition", 0, "0"),
        (CountryProfile, "published_at", datetime(2026, 3, 5, 14, 7, tzinfo=UTC), "2026-03-05 14:07 UTC"),
        (CountryProfile, "published_at", None, ""),
    ],
)
def test_a_value_in_words(model, name: str, value: object, words: str) -> None:
    assert plain_words(model._meta.get_field(name), value) == words


def test_a_record_is_named_and_one_that_is_gone_by_its_number(peru: Country) -> None:
    key = CountryProfile._meta.get_field("country")
    assert label_of_values(key, peru.pk) == "Peru"
    assert label_of_values(key, 0) == "country 0 (deleted)"
    assert label_of_values(key, None) == ""
    assert words_of(key, peru.pk, None) == f"country {peru.pk} (deleted)"


def test_labels_begin_a_line() -> None:
    assert label_of(CountryProfile._meta.get_field("lead")) == "Lead summary"
    assert label_of(Country._meta.get_field("m49")) == "M49"
    assert label_of(CountryProfile) == "Country profile"
