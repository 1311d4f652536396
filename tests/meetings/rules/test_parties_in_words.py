"""Who stands behind a statement, in one line."""

import pytest

from meetings.rules.parties_in_words import behind_in_words, parties_in_words

SPAIN = [("Spain", "lead"), *((name, "co-sponsor") for name in ("Chile", "Croatia", "Mexico", "Portugal"))]
COSTA_RICA = [("Costa Rica", "deliverer"), *((f"State {n}", "on-behalf-of") for n in range(25))]


@pytest.mark.parametrize(
    ("parties", "unnamed", "others", "words"),
    [
        (SPAIN, 0, "", "Spain with Chile, Croatia, Mexico and Portugal"),
        (COSTA_RICA, 0, "", "Costa Rica for 25 others"),
        ([("Peru", "endorser")], 45, "", "Peru and 45 states not named"),
        ([("Peru", "endorser")], 1, "", "Peru and 1 state not named"),
        ([("Peru", "deliverer")], 0, "several other states", "Peru with several other states"),
        ([], 0, "a regional group", "a regional group"),
        ([(f"State {n}", "endorser") for n in range(7)], 0, "", "7 states"),
        ([], 0, "", ""),
    ],
)
def test_a_line_of_words(parties, unnamed, others, words) -> None:
    assert parties_in_words(parties, unnamed, others) == words


@pytest.mark.parametrize(
    ("parties", "words"),
    [
        (SPAIN, "Lead sponsor: Spain. Co-sponsors: Chile, Croatia, Mexico and Portugal."),
        (COSTA_RICA, "Delivered by: Costa Rica. On behalf of: 25."),
        ([], ""),
    ],
)
def test_who_brought_it_and_who_joined(parties, words) -> None:
    headings = [
        ("lead", "Lead sponsor"),
        ("deliverer", "Delivered by"),
        ("co-sponsor", "Co-sponsors"),
        ("on-behalf-of", "On behalf of"),
    ]
    assert behind_in_words(parties, headings) == words
