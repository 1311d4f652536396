"""A look at a section holds for exactly those words, and stays who looked and when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from countries.models import CountryProfile, SectionConfirmation

pytestmark = pytest.mark.django_db


def test_the_newest_look_comes_first_and_none_replaces_another(draft: CountryProfile, person) -> None:
    for day, who in ((1, "ana"), (3, "ben"), (2, "eva")):
        SectionConfirmation.objects.create(
            profile=draft,
            text_key="abc",
            title="Stockpiling",
            by=person(who),
            at=datetime(2026, 3, day, tzinfo=UTC),
        )
    assert [one.by.username for one in SectionConfirmation.objects.all()] == ["ben", "eva", "ana"]


def test_it_is_called_by_edition_and_section(draft: CountryProfile) -> None:
    title = "Peru: Cluster Munition Ban Policy 2009"
    assert str(SectionConfirmation(profile=draft, title="Stockpiling")) == f"{title}: Stockpiling"
    assert str(SectionConfirmation(profile=draft)) == f"{title}: opening"


def test_nobody_is_given_permission_to_write_one_by_hand() -> None:
    assert SectionConfirmation._meta.default_permissions == ()
