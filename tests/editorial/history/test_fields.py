"""The fields that history speaks of."""

from __future__ import annotations

from countries.models import Country, CountryProfile
from editorial.history.fields import content_fields, fields_kept, names_needed, related_names
from meetings.models import StatementParty


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
