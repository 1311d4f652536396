"""National laws in a draft: each with its days and who says so; what is the state's own view is said to be that."""

from __future__ import annotations

from typing import Any

import pytest

from ccm_site.drafts.laws import national_laws
from ccm_site.drafts.parts import Subject
from ccm_site.pages.parts import this_moment
from countries.models import Country, NationalLaw
from tests.ccm_site.drafts.subjects import written
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def record(country: Country, source: str = "a-1", **fields: Any) -> None:
    make_source(source, publisher=source.upper())
    values = {
        "kind": "act",
        "title": "The Act",
        "certainty": "reported",
        "made_on": "2020",
        "note": f"[@{source}]",
    }
    NationalLaw.objects.create(country=country, **{**values, **fields})


def words(country: Country) -> list[str]:
    return written(national_laws(Subject(country, this_moment())))


def test_what_sources_say_alike_of_a_law_is_said_once(peru: Country) -> None:
    facts = {"adopted_on": "25 March 2010", "status": "in_force", "penalty": "ten years"}
    record(peru, **facts)
    record(peru, "b-1", **facts)
    record(peru, "c-1", in_force_on="May 2010", covers="transit")
    assert sorted(words(peru)) == [
        "According to A-1 (2020) and B-1 (2020), Peru has “The Act” (act): adopted on 25 March 2010; the penalty is ten "
        "years.",
        "According to C-1 (2020), Peru has “The Act” (act): in force in May 2010; it covers transit.",
    ]


def test_views_and_bills_are_told_from_laws(peru: Country) -> None:
    record(peru, kind="bill", title="A bill", status="drafted")
    record(peru, kind="existing_law", title="Penal code", certainty="stated")
    record(peru, kind="none_needed", title="No need", certainty="stated")
    assert words(peru) == [
        "By its own word, as given by A-1 (2020), Peru relies on existing law (Penal code).",
        "By its own word, as given by A-1 (2020), Peru holds that no further law is needed (No need).",
        "According to A-1 (2020), Peru has “A bill” (bill, draft or plan): being drafted.",
    ]


def test_where_none_is_on_record_that_is_said(peru: Country) -> None:
    assert words(peru) == ["No national law on cluster munitions is recorded here."]
