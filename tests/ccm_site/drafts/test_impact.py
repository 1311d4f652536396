"""Contamination, clearance and casualties in a draft: each answer with who gives it, no figure added to another."""

from __future__ import annotations

from typing import Any

import pytest

from ccm_site.drafts.impact import PRINTED, casualties, clearance, contamination, printed_deadlines
from ccm_site.drafts.parts import Subject
from ccm_site.pages.parts import this_moment
from countries.models import Country
from editorial.models import recording
from impact.models import CasualtyFigure, ClearanceRecord, ContaminationClaim, DeadlineKind, PublishedDeadline
from tests.ccm_site.drafts.subjects import written
from tests.factories.meetings import make_source


def record(model: Any, country: Country, source: str = "a-1", **fields: Any) -> None:
    with recording(by=None, reason="Made for a test"):
        make_source(source, publisher=source.upper())
        values = {"certainty": "reported", "made_on": "2020", "note": f"[@{source}]"}
        model.objects.create(country=country, **{**values, **fields})


def test_every_kind_of_deadline_has_its_words() -> None:
    assert set(PRINTED) == set(DeadlineKind)


@pytest.mark.django_db
def test_of_one_of_which_nothing_is_recorded_that_is_said(peru: Country) -> None:
    about = Subject(peru, this_moment())
    assert written(contamination(about)) == ["No contamination is recorded here."]
    assert written(casualties(about)) == ["No figure of casualties is recorded here."]
    assert written(clearance(about)) == []
    assert written(printed_deadlines(about)) == []


@pytest.mark.django_db
def test_each_answer_and_figure_stands_with_who_gives_it(peru: Country) -> None:
    record(ContaminationClaim, peru, answer="contaminated", area_km2="11", bound="about", as_of="2017")
    record(ContaminationClaim, peru, "b-1", answer="contaminated", area_km2="11", bound="about", as_of="2017")
    record(ContaminationClaim, peru, "c-1", answer="not_contaminated", certainty="stated", as_of="2015")
    record(PublishedDeadline, peru, kind="granted", deadline="1 March 2026")
    record(PublishedDeadline, peru, kind="asked", deadline=None)
    record(ClearanceRecord, peru, area_km2="0.27", items_destroyed=1246, period_start="2019", period_end="2019")
    record(
        CasualtyFigure, peru, basis="attacks", number=95, bound="at_least", period_start="2018", period_end="2018"
    )
    record(ClearanceRecord, peru, period_start="2018", period_end="2018")
    record(CasualtyFigure, peru, basis="killed", period_start="2017", period_end="2017")
    about = Subject(peru, this_moment())
    assert written(contamination(about)) == [
        "According to A-1 (2020) and B-1 (2020), Peru is contaminated: about 11 km² (as of 2017).",
        "By its own word, as given by C-1 (2020), Peru is not contaminated (as of 2015).",
    ]
    assert written(printed_deadlines(about)) == ["According to A-1 (2020), the deadline granted is 1 March 2026."]
    assert written(clearance(about)) == [
        "According to A-1 (2020), this was cleared (2019): 0.27 km²; 1,246 items destroyed.",
        "According to A-1 (2020), land was cleared (2018); area and number not given.",
    ]
    assert written(casualties(about)) == [
        "According to A-1 (2020), the count of casualties, of attacks (2018), is at least 95.",
        "According to A-1 (2020), there were casualties (2017), killed; how many is not given.",
    ]
