"""Events in a draft: by day, with their kind, those of others in which the state is named among them."""

from __future__ import annotations

import pytest

from ccm_site.drafts.events import OF_POLICY, OF_STOCKS, told
from ccm_site.drafts.parts import Subject
from ccm_site.pages.parts import this_moment
from countries.models import Country, StateEvent, StateEventKind
from editorial.models import recording
from tests.ccm_site.drafts.subjects import as_text, written
from tests.factories.meetings import make_country, make_source


def test_every_kind_has_its_section() -> None:
    assert {*OF_POLICY, *OF_STOCKS} == set(StateEventKind)


@pytest.mark.django_db
def test_its_own_events_and_those_in_which_it_is_named(peru: Country) -> None:
    chile = make_country("CHL", "Chile")
    with recording(by=None, reason="Made for a test"):
        for country, towards, kind, day, words, source in (
            (peru, chile, "condition", "May 2007", "Both have to destroy at once", make_source("a-1")),
            (chile, peru, "help", "before 2006", "It helped.", None),
            (chile, None, "media", "2005", "Not of Peru", None),
            (peru, None, "announcement", "2004", "It would speak", None),
        ):
            StateEvent.objects.create(
                country=country,
                towards=towards,
                kind=kind,
                date=day,
                words=words,
                source=source,
                source_locator="p. 5",
            )
    about = Subject(peru, this_moment())
    found = list(told(*OF_STOCKS)(about))
    assert written(found) == [
        "Before 2006 (help confirmed, of Chile): It helped.",
        "In May 2007 (condition towards another state): Both have to destroy at once.",
    ]
    assert "[@a-1, p. 5]." in as_text(found, about)
    assert written(told(*OF_POLICY)(about)) == ["In 2004 (announcement): It would speak."]
