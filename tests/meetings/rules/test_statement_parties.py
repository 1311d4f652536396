"""Counting the states behind a statement: 25 + Costa Rica = 26, 45 others + Peru = 46."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.rules.names_in_text import name_key
from meetings.rules.statement_parties import (
    CountClaim,
    PartyCount,
    count_claims,
    disagreement,
    number_from_words,
    proposed_parties,
)
from tests.documents import REPORT_ON_PERU

BEHIND_COSTA_RICA = (
    "Austria, Belgium, Benin, Bosnia and Herzegovina, Chile, Croatia, Ecuador, El Salvador, Guatemala, Holy See, "
    "Honduras, Indonesia, Ireland, Lebanon, Mexico, New Zealand, Nicaragua, Norway, Peru, Philippines, Senegal, "
    "South Africa, Uganda, Uruguay, and Venezuela"
)
KNOWN = {name_key(name): name for name in [*BEHIND_COSTA_RICA.replace("and Venezuela", "Venezuela").split(", ")]}
KNOWN |= {name_key(name): name for name in ("Costa Rica", "Spain", "Portugal")}


@pytest.mark.parametrize(
    ("words", "number"),
    [("26", 26), ("twenty-six", 26), ("Twenty six", 26), ("one hundred and seven", 107), ("a hundred", 100)],
)
def test_numbers_in_words(words: str, number: int) -> None:
    assert number_from_words(words) == number


@pytest.mark.parametrize("words", ["several", "", "a", "26th", "²"])
def test_words_that_are_no_number(words: str) -> None:
    assert number_from_words(words) is None


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("It was one of 26 states behind the text", 26),
        ("twenty-six States opposed the draft", 26),
        ("Peru joined 45 other countries in this", 46),
        ("Peru and 45 others endorsed it", 46),
        ("39 African states met in Livingstone", 39),
        ("a paper with four co-sponsors", 4),
        ("one hundred and seven governments adopted it", 107),
    ],
)
def test_a_number_of_states_is_found(text: str, total: int) -> None:
    assert [claim.total for claim in count_claims(text)] == [total]


@pytest.mark.parametrize(
    "text",
    [
        "Article 3 states that stocks are destroyed",
        "In 2008 states adopted the convention",
        "several other Latin American countries",
        "25 bombs were destroyed",
        "Action 7 countries",
        "the 1,026 states of matter",
    ],
)
def test_what_is_no_number_of_states_is_left_alone(text: str) -> None:
    assert count_claims(text) == []


def test_more_than_sixty_is_no_exact_figure() -> None:
    (claim,) = count_claims("More than 60 countries attended")
    assert claim.loose
    assert disagreement(claim, PartyCount(deliverers=1, others_named=3)) == ""


def test_costa_rica_and_25_make_the_26_of_the_text() -> None:
    (claim,) = count_claims("one of 26 states")
    assert disagreement(claim, PartyCount(deliverers=1, others_named=25)) == ""
    message = disagreement(claim, PartyCount(deliverers=1, others_named=24))
    assert message == "The text says “26 states”; recorded are 24 named + 1 that delivered or led it = 25."


def test_45_others_and_peru_make_46_of_which_45_stay_unnamed() -> None:
    (claim,) = count_claims("Peru joined 45 other countries")
    assert claim == CountClaim("45 other countries", 45, others=True, start=12)
    assert disagreement(claim, PartyCount(deliverers=0, others_named=1, unnamed=45)) == ""
    assert "46" in disagreement(claim, PartyCount(deliverers=0, others_named=1, unnamed=44))


def test_a_paper_proposes_its_lead_and_its_co_sponsors() -> None:
    proposed = proposed_parties(
        "Paper submitted by Spain with co-sponsors Chile, Croatia, Mexico and Portugal on the subject of **retention**.",
        KNOWN,
    )
    assert proposed.parties == (
        ("Spain", "lead"),
        ("Chile", "co-sponsor"),
        ("Croatia", "co-sponsor"),
        ("Mexico", "co-sponsor"),
        ("Portugal", "co-sponsor"),
    )
    assert proposed.unknown == ()


def test_a_note_proposes_the_deliverer_and_those_it_spoke_for() -> None:
    note = f"Statement delivered by Costa Rica on behalf of {BEHIND_COSTA_RICA}, Fifth 2008 Session, Geneva."
    proposed = proposed_parties(note, KNOWN)
    assert proposed.parties[0] == ("Costa Rica", "deliverer")
    assert [role for _, role in proposed.parties].count("on-behalf-of") == 25
    assert proposed.unknown == ()


def test_a_co_sponsor_that_is_no_state_is_named() -> None:
    proposed = proposed_parties("submitted by Spain with co-sponsors Chile and Narnia, Geneva", KNOWN)
    assert proposed.unknown == ("Narnia",)


def test_nothing_is_proposed_without_the_words() -> None:
    assert proposed_parties("Spain and Chile met.", KNOWN).parties == ()


@given(st.text(max_size=400))
def test_any_text_is_read_without_failing(text: str) -> None:
    count_claims(text)
    proposed_parties(text, KNOWN)


@pytest.mark.parametrize("file", REPORT_ON_PERU.both())
def test_the_2009_report_on_peru_agrees_with_itself(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [claim.total for claim in count_claims(text)] == [25, 7, 46, 67, 26]
    proposed = proposed_parties(text, KNOWN)
    assert disagreement(count_claims("26 states")[0], PartyCount(1, len(proposed.parties) - 1)) == ""
