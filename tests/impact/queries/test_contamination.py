"""Who is contaminated, by whose word: the record's own states, in few questions to the database."""

from __future__ import annotations

from datetime import date

import pytest

from countries.models import Country
from editorial.models import recording
from impact.models import ContaminationClaim
from impact.queries.contamination import asked_for_time, contamination_of_states
from impact.rules.contamination_upshot import ContaminationUpshot
from stockpiles.queries.records import Records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
DAY = date(2026, 2, 3)


def by_state():
    return {one.country.key: one for one in contamination_of_states(Records(DAY))}


def test_in_a_word():
    found = by_state()
    words = {key: row.upshot for key, row in found.items()}
    assert words["LAO"] is words["SYR"] is words["XKX"] is ContaminationUpshot.CONTAMINATED
    assert words["COD"] is words["COL"] is ContaminationUpshot.DIFFER
    assert words["HRV"] is words["BIH"] is words["THA"] is words["NOR"] is ContaminationUpshot.CLEARED
    assert words["MRT"] is ContaminationUpshot.AGAIN
    assert words["SLB"] is ContaminationUpshot.NONE
    assert words["TJK"] is ContaminationUpshot.CONTAMINATED


def test_mauritania_says_why():
    row = by_state()["MRT"]
    assert row.again_in_words.startswith("After its completion was published it asked for more time")
    assert by_state()["COD"].again_in_words == ""


def test_two_sources_stand_side_by_side_the_newest_first():
    congo = by_state()["COD"]
    assert [line.answer for line in congo.shown] == ["contaminated", "unclear"]
    assert [line.publisher for line in congo.shown] == [
        "Mine Action Review",
        "ICBL-CMC, Landmine and Cluster Munition Monitor",
    ]
    assert congo.more == len(congo.lines) - 2
    days = [line.day for line in congo.lines]
    assert days == sorted(days, reverse=True)


def test_a_completion_is_a_word_among_the_others():
    croatia = by_state()["HRV"]
    first = croatia.lines[0]
    assert first.words.startswith("has completed clearance under Article 4 (")
    assert first.answer == "cleared"
    assert any("10 July 2020" in line.words for line in croatia.lines)
    assert any("announced 31 July 2020" in line.words for line in by_state()["MNE"].lines)


def test_the_clock_of_article_4_stands_beside_it():
    found = by_state()
    assert [str(duty.due) for duty in found["HRV"].duties] == ["2020-08-01"]
    assert [str(duty.due) for duty in found["SSD"].duties] == ["2034-02-01"]
    assert found["SYR"].duties == ()


def test_an_extent_is_that_of_the_newest_word_that_gives_one():
    found = by_state()
    assert found["LAO"].extent.record.extent_in_words == "1,957.04 km² confirmed"
    assert found["SYR"].extent is None


def test_a_part_is_named_where_all_that_say_so_name_it():
    found = by_state()
    assert found["GBR"].only_in == "in the Falkland Islands/Malvinas"
    assert found["AZE"].only_in == ""
    assert found["HRV"].only_in == ""


def test_the_state_s_own_word_is_said_to_be_its_own():
    colombia = by_state()["COL"]
    assert {(line.answer, line.whose_word) for line in colombia.lines} == {
        ("not_contaminated", "by its own word in"),
        ("unclear", "according to"),
    }


def test_requests_have_their_days():
    records = Records(DAY)
    asked = asked_for_time(records)
    laos = Country.objects.get(iso3="LAO").pk
    assert date(2019, 2, 26) in asked[laos]


def test_it_costs_the_same_for_many_claims(django_assert_max_num_queries):
    peru = Country.objects.get(iso3="PER")
    with django_assert_max_num_queries(12):
        contamination_of_states(Records(DAY))
    with recording(by=None, reason="More"):
        for year in range(1990, 2000):
            ContaminationClaim.objects.create(country=peru, answer="contaminated", as_of=str(year))
    with django_assert_max_num_queries(12):
        (row,) = [one for one in contamination_of_states(Records(DAY)) if one.country == peru]
    assert len(row.lines) == 10
    assert row.lines[0].who == "no source recorded"
