"""Use, production and trade, as sources answer."""

import csv
from collections import Counter

import pytest

from editorial.actions.bad_row import BadRow
from editorial.queries.proof import unsourced
from stockpiles.importing.activity_claim import ACTIVITY_CLAIMS
from stockpiles.models import ActivityClaim
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "PER", "activity": "use", "answer": "not_believed", "as_of": "2009", "source": "A report"}


def test_an_answer_of_one_source_is_a_claim_of_its_own():
    (made,) = read_row(ACTIVITY_CLAIMS, ROW)
    assert made.is_claim
    assert (made.by["activity"], made.values["answer"], made.values["certainty"]) == (
        "use",
        "not_believed",
        "reported",
    )


@pytest.mark.parametrize("name", ["activity", "answer"])
def test_what_is_asked_and_answered_must_be_said(name):
    with pytest.raises(BadRow, match=f"{name}: empty. Write one of"):
        read_row(ACTIVITY_CLAIMS, {**ROW, name: ""})


def test_a_claim_has_its_places_its_period_and_when_it_was_said():
    row = {
        **ROW,
        "answer": "yes",
        "as_of": "",
        "places": "CHL ECU",
        "period_start": "2015",
        "period_end": "2017-05",
    }
    claim, *places = read_row(
        ACTIVITY_CLAIMS, {**row, "made_on": "2018", "tense": "past", "time_in_words": "for years"}
    )
    assert [str(place.by["country"]) for place in places] == ["Chile", "Ecuador"]
    assert all(place.by["claim"] is claim for place in places)
    names = ("period_start", "period_end", "made_on", "tense", "time_in_words")
    assert [str(claim.values[name]) for name in names] == ["2015", "May 2017", "2018", "past", "for years"]


def test_a_place_is_a_state_or_area_on_record():
    with pytest.raises(BadRow, match=r"places: “ATL”. No state has this"):
        read_row(ACTIVITY_CLAIMS, {**ROW, "places": "ATL"})


def test_all_that_was_collected_is_on_record_with_its_source():
    """1,956 rows of the second collection beside nine of the first; three of them are one claim on three places."""
    rows = list(csv.DictReader(ACTIVITY_CLAIMS.file.open(encoding="utf-8")))
    assert len(rows) == 1963 == ActivityClaim.objects.count()
    assert not unsourced(ActivityClaim).exists()
    stated = Counter(ActivityClaim.objects.values_list("answer", "certainty"))
    assert stated["yes", "stated"] + stated["no", "stated"] == 650
    assert stated["not_known", "reported"] == 378


def test_who_used_them_where_can_be_asked():
    used = ActivityClaim.objects.filter(activity="use", answer="yes")
    assert set(used.filter(places__country__iso3="UKR").values_list("country__iso3", flat=True)) == {"RUS", "UKR"}
