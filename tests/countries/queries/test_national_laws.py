"""What sources say of laws, law by law; and how many States Parties have one of their own on a day."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country, NationalLaw
from countries.queries.national_laws import LawUpshot, law_count, laws_of, laws_of_states, standing_of
from countries.queries.treaty_standings import CONVENTION, standings_on, treaty_record_of
from countries.rules.standing import Standing
from editorial.actions.reference import load
from editorial.models import recording
from editorial.queries.kept import keeping

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def laws():
    load("national-laws")


def by_state():
    return {row.country.iso3: row for row in laws_of_states()}


def test_sources_that_differ_on_one_law_stand_side_by_side():
    (law,) = by_state()["COL"].laws
    assert len(law.said) == 4
    assert [str(day) for day in law.adopted] == ["December 2012", "12 December 2012", "21 December 2012"]
    assert law.course == "adopted December 2012 or 12 December 2012 or 21 December 2012"
    assert law.years == {2012}


def test_who_says_so_stands_with_it():
    (law,) = by_state()["NGA"].laws
    assert law.who == "by its own word in ICBL-CMC, Landmine and Cluster Munition Monitor, 2023"


def test_a_map_has_the_most_that_is_on_record_of_a_state():
    found = by_state()
    upshots = {iso3: found[iso3].upshot for iso3 in ("GBR", "COL", "KOR", "MEX", "NGA")}
    assert list(upshots.values()) == list(LawUpshot)
    assert found["PER"].upshot is LawUpshot.ORDER


def test_a_bill_to_ratify_is_a_draft():
    (bill,) = [law for law in by_state()["PER"].laws if law.first.kind == "ratification_law"]
    assert bill.upshot is LawUpshot.DRAFT
    assert bill.course == "before parliament"


def test_states_parties_with_a_law_on_a_day_by_what_is_on_record():
    kept = keeping()
    convention, rows = treaty_record_of(CONVENTION, kept), laws_of_states()
    days = date(2021, 3, 16), date(2021, 3, 17)  # the day of Niue's act
    before, after = (law_count(rows, standings_on(convention, day, kept)).by_then for day in days)
    assert after == before + 1
    count = law_count(rows, standings_on(convention, date(2020, 11, 24), kept))
    assert (count.parties, count.by_then, count.undated) == (110, 33, 1)


def test_a_superseded_claim_is_shown_and_not_counted():
    with recording(by=None, reason="Wrong"):
        for law in NationalLaw.objects.filter(country__iso3="NIU"):
            law.rank, law.rank_reason = "superseded", "Repealed."
            law.save()
    niue = by_state()["NIU"]
    assert len(niue.laws) == 1
    assert niue.said == ()


def test_the_laws_of_one_state_are_those_of_the_list(django_assert_num_queries):
    state = Country.objects.get(iso3="ESP")
    with django_assert_num_queries(2):
        own = laws_of(state)
    assert [law.first.name for law in own] == [law.first.name for law in by_state()["ESP"].laws]
    assert [len(law.said) for law in own] == [4, 3, 1, 1]


def test_how_a_state_stands_is_asked_of_the_convention():
    kept = keeping()
    on = standings_on(treaty_record_of(CONVENTION, kept), date(2026, 2, 3), kept)
    assert standing_of(by_state()["ESP"], on) is Standing.IN_FORCE
    assert standing_of(by_state()["ESP"], None) is None


def test_it_costs_the_same_for_many_claims(django_assert_num_queries):
    with django_assert_num_queries(2):
        laws_of_states()
    with recording(by=None, reason="More"):
        for year in range(1990, 2010):
            NationalLaw.objects.create(
                country=Country.objects.get(iso3="PER"), kind="act", title=f"Act {year}", adopted_on=str(year)
            )
    with django_assert_num_queries(2):
        assert len({row.country.iso3: row for row in laws_of_states()}["PER"].laws) > 20
