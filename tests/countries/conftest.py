"""An invented state, and where its invented report goes."""

from __future__ import annotations

import pytest

from countries.importing.country_profile import EditionDestination
from countries.models import Country, ProfileTheme
from editorial.models import recording


@pytest.fixture
def examplia(db: None) -> Country:
    with recording(by=None, reason="Made for a test"):
        return Country.objects.create(
            iso2="XE", iso3="XEX", slug="examplia", name="Examplia", official_name="Republic of Examplia"
        )


@pytest.fixture
def to_2009(examplia: Country, ban_policy: ProfileTheme) -> EditionDestination:
    """Examplia's edition of 2009."""
    return EditionDestination(examplia, ban_policy, 2009)
