"""Derived tables by name; the where-used index is made from records and releases, not from their versions."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import CountryProfile, ProfileRelease
from editorial.actions.derived import derived, rebuild_citations, rebuilds
from editorial.models import CitationUse
from editorial.models.citation_use import models_with_texts


def test_a_table_has_the_name_that_the_command_takes() -> None:
    made = derived("numbers")(lambda now: iter([1, 2]))
    assert (made.name, list(made(timezone.now()))) == ("numbers", [1, 2])
    assert rebuilds()["citations"] is rebuild_citations


def test_versions_are_no_texts_of_their_own() -> None:
    found = set(models_with_texts())
    assert {CountryProfile, ProfileRelease} <= found
    assert CountryProfile.history.model not in found


@pytest.mark.django_db
def test_what_was_lost_is_made_anew(press, peru, ban_policy) -> None:
    press.edition(peru, ban_policy)
    before = set(CitationUse.objects.values_list("content_type", "object_id", "locator", "order"))
    CitationUse.objects.all().delete()
    written = sum(rebuild_citations(timezone.now()))
    assert set(CitationUse.objects.values_list("content_type", "object_id", "locator", "order")) == before
    assert written == len(before) > 1
