"""A view says what its pages rest on; whatever is not sure rests on everything."""

from __future__ import annotations

import pytest
from django.urls import resolve

from countries.models import Country, CountryProfile
from editorial.models import NamedInAddress, Subjects
from editorial.resting import ANYTHING, reads, resting, resting_of, rests_on
from meetings.models import Statement

PERU = NamedInAddress(Country, "slug", "peru")


@pytest.mark.parametrize(
    ("address", "subjects"),
    [
        ("/", None),
        ("/sources/", None),
        ("/countries/peru/", (PERU,)),
        ("/countries/peru/ban-policy/2009/r1/", (PERU,)),
        ("/stockpiles/peru.xlsx", (PERU,)),
        ("/stockpiles/deadlines/", ("stocks",)),
        ("/statements/12/in-short/", (NamedInAddress(Statement, "id", "12"),)),
        ("/treaties/ccm/", ()),
        ("/api/v1/profiles/", ("profiles",)),
        ("/api/v1/profiles/7/", (NamedInAddress(CountryProfile, "id", "7"),)),
        ("/api/v1/countries/PER/", None),
    ],
)
def test_what_an_address_rests_on(address: str, subjects: Subjects) -> None:
    match = resolve(address)
    assert resting_of(match.func).subjects(match.kwargs) == subjects


@pytest.mark.parametrize("number", ["x", "-1", "1" * 30, "1\x00", "٣"])
def test_what_no_database_can_look_for_rests_on_the_parts(number: str) -> None:
    said = resting("profiles", pk=(CountryProfile, "id"))
    assert said.subjects({"pk": number}) == ("profiles",)
    assert resting(pk=(CountryProfile, "id")).subjects({"pk": number}) is None


def test_only_what_was_said_narrows() -> None:
    def view() -> None: ...

    assert resting_of(view) is ANYTHING
    assert resting_of(reads("q")(rests_on("stocks")(view))).reads == {"q"}
