"""Two printed texts differ in a source's line, a fact, a party: each by its name, from what to what."""

from __future__ import annotations

from typing import Any

import pytest

from editorial.rules.printed import printed_differences

SOURCE = {"key": "lrp", "citation": "Páez, “Bombs,” 29 May 2007.", "title": "Bombs", "url": "https://x.example/"}
FACT = {
    "label": "Convention on Cluster Munitions",
    "value": "Peru is a signatory as of 3 May 2010.",
    "article": "17",
    "explanation": "Signed on 3 December 2008.",
    "as_of": "2010-05-03",
}
APPROVED: dict[str, Any] = {
    "title": "Peru: Ban Policy",
    "lead": "Peru signed.",
    "resolved_text": "Peru signed.[^1]\n\n[^1]: Páez, “Bombs,” 29 May 2007.\n",
    "sources": {"lrp": SOURCE},
    "facts": [FACT],
    "beside": {"parties": [{"name": "Chile", "role": "lead"}], "covers_until": "2009"},
    "set": "a1",
}


def told(**now: Any) -> list[str]:
    return [str(one) for one in printed_differences(APPROVED, {**APPROVED, **now})]


def test_the_same_is_the_same() -> None:
    assert told() == []


def test_a_title_of_a_source_is_told_once_as_its_line() -> None:
    line = "Páez, “Shells,” 29 May 2007."
    changed = {**SOURCE, "citation": line, "title": "Shells"}
    found = told(sources={"lrp": changed}, resolved_text=f"Peru signed.[^1]\n\n[^1]: {line}\n", set="b2")
    assert found == [f"Source lrp, citation: “{SOURCE['citation']}” became “{line}”."]


def test_an_address_of_a_source_is_told_though_its_line_stays() -> None:
    found = told(sources={"lrp": {**SOURCE, "url": ""}})
    assert found == ["Source lrp, url: “https://x.example/” became “nothing”."]


def test_a_source_that_came_or_went() -> None:
    assert told(sources={}) == ["Source no longer cited: lrp, Páez, “Bombs,” 29 May 2007.."]
    assert told(sources={"lrp": SOURCE, "un": {"key": "un"}}) == ["Source newly cited: un."]


def test_a_line_that_reads_otherwise_though_no_source_does() -> None:
    found = told(resolved_text="Peru signed.[^1]\n\n[^1]: The merged record.\n")
    assert found == [
        "The text reads otherwise: “[^1]: Páez, “Bombs,” 29 May 2007.” became “[^1]: The merged record.”."
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"as_of": "2010-05-04", "value": "Peru is a signatory as of 4 May 2010."}, []),
        (
            {"as_of": "2010-05-04", "value": "Peru has ratified."},
            [
                "Computed beside the text, Convention on Cluster Munitions: "
                "“Peru is a signatory as of 3 May 2010.” became “Peru has ratified.”."
            ],
        ),
        (
            {"explanation": "Signed on 4 December 2008."},
            [
                "Computed beside the text, Convention on Cluster Munitions, explanation: "
                "“Signed on 3 December 2008.” became “Signed on 4 December 2008.”."
            ],
        ),
    ],
)
def test_another_day_alone_is_no_difference_but_another_sentence_is(
    changed: dict[str, str], expected: list[str]
) -> None:
    assert told(facts=[{**FACT, **changed}]) == expected


def test_the_same_sentence_that_does_not_follow_its_day_is_another() -> None:
    """A fact that goes on speaking of 3 May is no longer of the day for which it was computed."""
    assert len(told(facts=[{**FACT, "as_of": "2010-05-04"}])) == 1


def test_a_fact_that_came_or_went() -> None:
    assert told(facts=[])[0].endswith("became “nothing”.")
    assert len(told(facts=[FACT, {"label": "Mine Ban Treaty", "value": "It joined."}])) == 1


def test_of_a_list_only_what_came_and_went_is_told() -> None:
    parties = [{"name": "Chile", "role": "lead"}, {"name": "Peru", "role": "lead"}]
    assert told(beside={**APPROVED["beside"], "parties": parties}) == [
        "Parties: “nothing” became “name Peru, role lead”."
    ]
    assert told(beside={"parties": APPROVED["beside"]["parties"]}) == ["Covers until: “2009” became “nothing”."]


def test_a_long_value_is_shortened() -> None:
    (said,) = told(lead="word " * 200)
    assert len(said) < 400
    assert said.endswith("…”.")


def test_a_page_that_is_set_otherwise_is_told_only_where_nothing_else_is() -> None:
    assert told(set="b2") == ["The page is set otherwise than it was, though it says the same."]
    assert len(told(set="b2", lead="Another.")) == 1
