"""Fixtures of the meetings app."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.utils import timezone

from countries.models import Country, CountryName
from editorial.models import recording
from tests.factories.meetings import make_country
from tests.factories.module_data import for_module
from tests.factories.votes import load_votes

NAMES = {"ESP": "Spain", "CHL": "Chile", "HRV": "Croatia", "MEX": "Mexico", "PRT": "Portugal", "XEX": "Examplia"}


@pytest.fixture
def now() -> Callable[[], datetime]:
    return timezone.now


@pytest.fixture
def five(db: None) -> dict[str, Country]:
    """Spain and its four co-sponsors, whom the sample paper names; and the state of the sample slides, which was
    called Sampleland once."""
    states = {iso3: make_country(iso3, name) for iso3, name in NAMES.items()}
    with recording(by=None, reason="Made for a test"):
        CountryName.objects.create(country=states["XEX"], name="Sampleland", kind="former")
    return states


votes_loaded = for_module(load_votes)  # all votes of the reference data
