"""A profile on its way to the public, brought there by the real actions."""

from __future__ import annotations

import pytest

from countries.models import CountryProfile
from editorial.actions import publishing


@pytest.fixture
def in_review(draft: CountryProfile, person) -> CountryProfile:
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    return draft


@pytest.fixture
def approved(in_review: CountryProfile, person) -> CountryProfile:
    publishing.approve(record=in_review, by=person("editor"), reason="Read")
    return in_review


@pytest.fixture
def published(approved: CountryProfile, person) -> CountryProfile:
    publishing.publish(record=approved, by=person("publisher"), reason="Agreed")
    return approved
