"""Notes and dates that the sheets of all claims share."""

import pytest

from editorial.actions.bad_row import BadRow
from editorial.importing.claim_columns import edition_of
from editorial.rules.partial_date import PartialDate
from stockpiles.importing.holding import HOLDINGS
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "CHL", "munitions": "5", "submunitions": "", "source": "@Monitor-2021-ban-policy, p. 3 (roughly)"}


def made(**cells):
    (one,) = read_row(HOLDINGS, {**ROW, **cells})
    return one


def test_a_source_cell_becomes_the_note_with_its_place_and_remark():
    assert made().values["note"] == "Roughly. [@Monitor-2021-ban-policy, p. 3]"


def test_a_note_of_its_own_stands_as_it_is():
    assert made(note="So they say [@Monitor-2021-ban-policy].").values["note"].startswith("So they say")
    assert made(note="So they say [@Monitor-2021-ban-policy].", source="").values["note"].startswith("So they")


def test_a_note_that_cites_other_documents_than_the_source_cell_is_refused():
    with pytest.raises(BadRow, match="The column “note” cites other documents"):
        made(note="So they say [@LandmineMonitor-Peru-2009].")


def test_when_a_claim_was_made_is_given_read_from_the_edition_or_unknown():
    edition = "Monitor: https://www.the-monitor.org/reports/2021/chile"
    assert str(made(source=edition).by["made_on"]) == "2021"
    assert str(made(source=edition, made_on="May 2020").by["made_on"]) == "May 2020"
    assert made(source=edition, made_on="unknown").by["made_on"] is None
    assert made(source="A letter").by["made_on"] is None


@pytest.mark.parametrize(
    ("words", "year"),
    [("Chile profile (2014)", 2014), ("https://a.example/reports/2021/x", 2021), ("A letter of 2014", None)],
)
def test_an_edition_is_named_by_its_page_or_address(words, year):
    assert edition_of(words) == (PartialDate(year) if year else None)


def test_a_rank_needs_its_reason():
    with pytest.raises(BadRow, match=r"rank_reason: empty. Say why"):
        made(rank="superseded", rank_reason="")
