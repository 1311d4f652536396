"""No shipped row says more than its own source cell: what is assumed, derived or not seen is stored as such."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from editorial.rules.partial_date import PartialDate

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(ROOT.glob("*/reference/*.csv"))
DOUBT = re.compile(r"\b(?:not (?:been )?seen|assumed|derived|inferred|guess(?:ed)?)\b", re.IGNORECASE)
FIRM = ("stated", "reported")

#: Rows of which the state itself is the source, with the words of the source cell that say so.
STATED_BY_THE_STATE = {
    ("extension_requests", "PER"): "@Peru-MFA-slides-2024",
    ("completions", "BIH"): "press conference of 8 September 2023",
    ("completions", "CZE"): "@Permanent-Mission-of-the-Cluster-munitions",
}
OWN_WORDS = re.compile(
    r"the state (?:says|said|reports|reported|told|denie[sd]|so)\b|acknowledged by the state|"
    r"\b(?:initial|voluntary|its|its first) report\b|\breport of\b|\b(?:declared|stated|said|confirmed) in\b|"
    r"officials? (?:say|said|told)|minister said|representative said|spokesman said|letter of|clarified in|"
    r"reported that it stopped"
)
"""By which words an answer on use or production says that it is the state's own: a line a state would be hundreds."""


def rows_of(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of the files with that name, and where it stands."""
    for path in FILES:
        if name in ("", path.stem):
            with path.open(encoding="utf-8", newline="") as handle:
                reader = csv.DictReader(handle)
                for row in reader:
                    yield f"{path.relative_to(ROOT)}, line {reader.line_num}", row


def test_what_a_source_cell_calls_unseen_or_derived_is_not_stored_as_firm() -> None:
    """A request whose decision was not seen is firm as a request; its outcome says that the decision is not on record."""
    assert [
        f"{place}: certainty {row['certainty']}, though its source cell says {DOUBT.findall(row['source'])}"
        for place, row in rows_of("")
        if row.get("certainty") in FIRM
        and DOUBT.search(row.get("source", ""))
        and not ("extension_requests" in place and not row["new_deadline"] and not row["months_granted"])
    ] == []


def test_an_extension_is_granted_only_where_a_source_states_it_or_a_later_text_shows_it() -> None:
    for place, row in rows_of("extension_requests"):
        granted = bool(row["new_deadline"] or row["months_granted"])
        assert granted == (row["evidence"] in ("stated", "later_text") and row["outcome"] != "not_found"), place
        if DOUBT.search(row["source"]):
            assert row["evidence"] != "stated", place


def test_a_procedure_is_named_only_where_the_row_says_meeting_or_silence() -> None:
    words = {"meeting": r"\bmeeting\b|\bat \d+MSP\b", "silence": r"\bsilence\b"}
    for place, row in rows_of("extension_requests"):
        if row["procedure"]:
            said = f"{row['granted_at']} {row['source']}"
            assert re.search(words[row["procedure"]], said, re.IGNORECASE), place


def test_months_granted_lead_to_the_date_granted() -> None:
    """What is given twice agrees; a count of months alone is never worked out from two dates."""
    for place, row in rows_of("extension_requests"):
        if row["months_granted"] and row["months_requested"]:
            assert row["months_granted"] == row["months_requested"], place


def test_stated_means_by_the_state_itself() -> None:
    named = dict(STATED_BY_THE_STATE)
    for name in {file for file, _ in STATED_BY_THE_STATE}:
        for place, row in rows_of(name):
            if row["certainty"] == "stated":
                words = named.pop((name, row["iso3"]), None)
                assert words is not None, f"{place}: which words of the source are the state's own?"
                assert words in row["source"], place
    assert named == {}


def test_an_answer_is_stated_only_where_its_row_says_that_the_state_itself_says_so() -> None:
    stated = [(place, row) for place, row in rows_of("activity_claims") if row["certainty"] == "stated"]
    assert len(stated) == 650
    assert [place for place, row in stated if not OWN_WORDS.search(row["source"])] == []
    assert {row["answer"] for _, row in stated} == {"yes", "no"}


def test_every_year_of_an_annual_report_that_is_worked_out_says_so() -> None:
    """The first collection names no year; the second says of each row whether its source names it."""
    annual = [row for _, row in rows_of("art7_reports") if row["kind"] == "annual" and row["covering_or_due"]]
    assert Counter(row["year_worked_out"] for row in annual) == {"yes": 165, "": 72}


def test_perus_programme_has_the_dates_of_its_slides_and_no_others() -> None:
    dates: set[tuple[str, Any]] = set()
    for name in ("programmes", "programme_stages", "programme_delays", "contributions"):
        for _, row in rows_of(name):
            dates |= {(key, row[key]) for key in ("started", "ended", "began", "agreed_on") if row.get(key)}
    assert dates == {
        ("started", "2014-09"),  # "the first NPA visit to Peru was made"
        ("ended", "2023-12-15"),  # "the destruction of cluster bombs was completed"
        ("began", "2017"),
        ("began", "2020"),
        ("agreed_on", "2014-03"),
    }


def test_the_city_of_the_costa_rica_meeting_stays_empty() -> None:
    (city,) = [row["city"] for _, row in rows_of("meetings") if row["slug"] == "san-jose-2007"]
    assert city == ""


def test_a_reason_of_rank_stands_beside_a_rank() -> None:
    for place, row in rows_of(""):
        if row.get("rank") in ("preferred", "superseded"):
            assert row["rank_reason"], place


@pytest.mark.parametrize("column", ["requested_on", "requested_until", "decided_on", "new_deadline"])
def test_dates_of_extensions_can_be_read(column: str) -> None:
    for _, row in rows_of("extension_requests"):
        assert not row[column] or PartialDate.parse(row[column])
