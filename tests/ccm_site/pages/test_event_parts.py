"""Events that are no legal acts on a state's timeline: with their kind and the way to their source."""

import pytest

from ccm_site.pages.event_parts import state_events
from ccm_site.pages.parts import this_moment
from countries.models import StateEvent
from editorial.models import recording
from tests.factories.meetings import make_country, make_source

pytestmark = pytest.mark.django_db


def test_an_event_leads_to_its_source_and_names_whose_it_is(peru):
    chile, source = make_country("CHL", "Chile"), make_source("slides")
    with recording(by=None, reason="Made for a test"):
        StateEvent.objects.create(
            country=peru, towards=chile, kind="condition", date="May 2007", words="Both at once", source=source
        )
    (own,), (other,) = state_events(peru, this_moment()), state_events(chile, this_moment())
    assert (own.words, own.basis, own.url) == (
        "Both at once",
        "Condition towards another state",
        source.get_absolute_url(),
    )
    assert (other.words, other.shown) == ("Peru: Both at once", "May 2007")
