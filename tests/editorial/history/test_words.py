"""What a version says, in words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from countries.models import Country, CountryProfile
from editorial.history.words import (
    content_fields,
    fields_kept,
    label_of,
    label_of_values,
    names_needed,
    plain_words,
    related_names,
    words_of,
)
from meetings.models import StatementParty


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


def test_versions_keep_all_but_the_key_and_a_restore_leaves_the_workflow_alone() -> None:
    kept = {f.name for f in fields_kept(CountryProfile)}
    assert {"status", "text", "country"} <= kept
    assert "id" not in kept
    assert kept - {f.name for f in content_fields(CountryProfile)} == CountryProfile.WORKFLOW_FIELDS
    assert content_fields(Country) == fields_kept(Country)


def test_what_a_name_and_a_key_need() -> None:
    """A profile's name is made of its country and theme; a party is read with both, not with its statement."""
    assert names_needed(CountryProfile) == ["country", "theme"]
    assert related_names(StatementParty) == ["country", "organisation"]
    assert {"rolled_from", "rolled_from__country", "rolled_from__theme"} <= set(related_names(CountryProfile))
