"""Votes at the General Assembly as readers see them: totals with who gives them, the grid, one resolution, the files."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter

import pytest
from django.test import Client

from editorial.models import recording
from meetings.models import Vote
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote, say, total

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().split())


def rows(client: Client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


@pytest.mark.usefixtures("votes_loaded")
def test_totals_stand_side_by_side_with_who_gives_them(client):
    text = page(client, "/votes/")
    assert "139 (another source: 140)" in text
    assert "2 (another source: 1)" in text
    for total_of_2016 in ("141–2–?", "141–1–39"):
        assert f'<span class="nowrap">{total_of_2016}</span> <a href="/sources/' in text
    assert "84 of 193" in text
    assert "2015 to 2023" in text
    assert "By the record up to <time" in text


@pytest.mark.usefixtures("votes_loaded")
def test_the_page_is_small_and_every_cell_of_the_grid_has_words(client):
    answer = client.get("/votes/")
    assert len(gzip.compress(answer.content)) < 60_000
    grid = answer.content.decode().partition('class="chart-marks"')[2].partition("</table>")[0]
    assert grid.count('<tr><th scope="row">') == 193
    assert grid.count("<td") == grid.count("<td class=") == grid.count("<span>")
    assert "sources differ, against or did not vote" in grid


@pytest.mark.usefixtures("votes_loaded")
@pytest.mark.parametrize(
    ("asked", "states"),
    [
        ("vote=no&year=2016", ["Russian Federation"]),  # of Zimbabwe sources differ
        ("vote=differ&year=2016", ["Somalia", "South Sudan", "Turkmenistan", "Zimbabwe"]),
        ("vote=no", ["Russian Federation", "Zimbabwe"]),
        ("vote=no&region=Africa", ["Zimbabwe"]),
        ("vote=abstain&year=2015&standing=in_force&region=Africa", []),
    ],
)
def test_states_are_asked_for_by_vote_year_region_and_standing(client, asked, states):
    assert [row["State"] for row in rows(client, f"/votes.csv?{asked}")] == states
    text = page(client, f"/votes/?{asked}")
    assert ("No state matches these filters." in text) == (not states)


@pytest.mark.usefixtures("votes_loaded")
def test_what_is_not_offered_is_refused(client):
    for asked in ("vote=maybe", "year=1999", "region=Atlantis", "standing=friend", "country=PER"):
        assert client.get(f"/votes/?{asked}").status_code == 400, asked
        assert client.get(f"/votes.csv?{asked}").status_code == 400, asked
    assert client.get("/votes/all.csv?year=2015").status_code == 400
    assert client.get("/votes/a-res-70-55/").status_code == 404


@pytest.mark.usefixtures("votes_loaded")
def test_the_grid_as_a_file_has_every_member_in_words(client):
    lines = rows(client, "/votes.csv")
    assert len(lines) == 193
    zimbabwe = next(line for line in lines if line["ISO3"] == "ZWE")
    assert zimbabwe["A/RES/71/45 (2016)"] == "sources differ: against or did not vote"
    assert zimbabwe["A/RES/77/79 (2022)"] == "no vote recorded here"
    assert zimbabwe["Standing towards the convention"] == "Not joined"
    counts = Counter(line["A/RES/71/45 (2016)"] for line in lines)
    assert (counts["in favour"], counts["against"], counts["abstained"], counts["did not vote"]) == (141, 1, 38, 9)
    assert client.get("/votes.xlsx").status_code == 200


@pytest.mark.usefixtures("votes_loaded")
def test_every_vote_stands_in_a_file_with_its_source(client):
    lines = rows(client, "/votes/all.csv")
    assert len(lines) == 2007
    assert all(line["Source"] and line["Key of the source"] for line in lines)
    of_one = rows(client, "/votes/a-res-70-54.csv")
    assert {line["Body"] for line in of_one} == {"General Assembly", "First Committee"}
    assert len(of_one) == 344 + 193
    for address in ("/votes/all.xlsx", "/votes/a-res-70-54.xlsx"):
        assert client.get(address).status_code == 200


@pytest.mark.usefixtures("votes_loaded")
def test_141_2_39_is_compared_with_the_votes_and_zimbabwe_stands_with_who_says_which(client):
    text = page(client, "/votes/a-res-71-45/")
    assert (
        "141 in favour, 1 against and 38 abstaining by the votes on which sources agree; the total has 2 against: 1 more. "
        "Sources differ on Zimbabwe (against or did not vote), which accounts for it." in text
    )
    zimbabwe = text.partition('zimbabwe">')[2].partition("</tr>")[0]
    assert 'Against, according to <a href="/sources/Monitor-Cluster-Munition-Monitor-2017' in zimbabwe
    assert 'Did not vote, according to <a href="/sources/Harvard-Dataverse' in zimbabwe
    assert "taken as not voting" in zimbabwe


@pytest.mark.usefixtures("votes_loaded")
def test_a_part_of_a_roll_is_not_counted_and_the_others_are_named(client):
    text = page(client, "/votes/a-res-75-62/")
    assert "Votes of 84 of 193 members are on record: too few to be counted." in text
    assert "No vote recorded here: 109 members" in text
    assert "by the votes on record" not in text
    assert "The number of its draft is not on record here" in text
    assert "Who explained its vote" in text


@pytest.mark.usefixtures("votes_loaded")
def test_committee_and_assembly_stand_apart_and_only_the_whole_roll_of_2015_is_the_same_as_its_total(client):
    text = page(client, "/votes/a-res-70-54/")
    assert text.index("<h2>General Assembly</h2>") < text.index("<h2>First Committee</h2>")
    committee = text.partition("<h2>First Committee</h2>")[2]
    assert "130 in favour, 2 against and 40 abstaining by the votes on record: the same as the total." in committee
    anchors = [part.partition('"')[0] for part in text.split('id="')[1:]]
    assert len(anchors) == len(set(anchors))


def test_what_this_site_knew_before_can_be_asked(client):
    vote = make_vote()
    say(vote, make_country(), "yes")
    assert client.get("/votes/?known_at=2001-01-01").status_code == 404
    assert client.get(f"/votes/{vote.resolution.slug}/?known_at=2001-01-01").status_code == 404


def test_without_a_resolution_the_page_says_so(client):
    text = page(client, "/votes/")
    assert "No resolution is on record here." in text
    assert rows(client, "/votes.csv") == []


def test_pages_ask_the_same_however_many_votes_there_are(client, django_assert_max_num_queries):
    peru, chile, spain = (
        make_country(iso3, name) for iso3, name in (("PER", "Peru"), ("CHL", "Chile"), ("ESP", "Spain"))
    )
    say(make_vote(2015), peru, "yes")
    total(make_vote(2015), 1, 0, 0)
    with django_assert_max_num_queries(16) as few:
        page(client, "/votes/")
    with django_assert_max_num_queries(12) as one:
        page(client, "/votes/a-res-2015/")
    for year in range(2015, 2020):
        for country in (peru, chile, spain):
            say(make_vote(year), country, "no", make_source("another"))
        total(make_vote(year), 3, 0, 0, source=make_source("another"))
    assert Vote.objects.count() == 16
    with django_assert_max_num_queries(len(few)):
        page(client, "/votes/")
    with django_assert_max_num_queries(len(one)):
        page(client, "/votes/a-res-2015/")


def test_a_former_address_of_a_resolution_leads_on(client):
    resolution = make_vote().resolution
    with recording(by=None, reason="A better address"):
        resolution.slug = "a-res-70-54"
        resolution.save()
    answer = client.get("/votes/a-res-2015/")
    assert (answer.status_code, answer["Location"]) == (301, "/votes/a-res-70-54/")
