"""Resolutions by their symbol."""

import pytest
from django.core.exceptions import ValidationError

from editorial.models import recording
from meetings.models import Resolution
from tests.factories.votes import make_vote

pytestmark = pytest.mark.django_db


def test_a_symbol_is_of_one_resolution_and_a_former_address_is_not_given_again() -> None:
    resolution = make_vote(2015).resolution
    assert (str(resolution), resolution.get_absolute_url()) == ("A/RES/2015", "/votes/a-res-2015/")
    again = Resolution(slug="another", symbol="A/RES/2015", title="On it", session=70, year=2015)
    with pytest.raises(ValidationError, match="already exists"):
        again.full_clean()
    with recording(by=None, reason="A better address"):
        resolution.slug = "a-res-70-54"
        resolution.save()
    with pytest.raises(ValidationError, match="was the address of another record"):
        Resolution(slug="a-res-2015", symbol="A/RES/1", title="On it", session=1, year=1946).full_clean()
