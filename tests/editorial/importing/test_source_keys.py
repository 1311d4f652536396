"""Keys that a person can remember, each once."""

import pytest

from editorial.importing.printed_citation import read_citations
from editorial.importing.source_keys import KEY_LENGTH, free_key, key_for


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Paper, CCW/CONF.III/WP.99, 17 November 2006", "CCW-CONF.III-WP.99"),
        ("Inés Núñez, “Adiós a las bombas,” La República online, 29 May 2007", "laRepublica-2007-05-29"),
        ("Lima Conference, 23–25 May 2007. Notes by Landmine Action", "landmineAction-notes-2007-05-23"),
        ("Statement of Costa Rica, Oslo Conference, 22–23 February 2007", "costaRica-statement-2007-02-22"),
        ("CMC, “Paper on Many Things,” May 2007", "cmc-2007-05"),
        ("Лев Толстой, “Мир без бомб и мин,” Газета, 29 May 2007", "source-2007-05-29"),
    ],
)
def test_a_key_can_be_remembered(words: str, key: str) -> None:
    [(_, _, facts, _)] = read_citations(words)
    assert key_for(facts) == key


def test_a_long_name_is_cut_and_the_day_stays() -> None:
    words = f"{'Long' * 15} Writer, “Paper on Many Things,” May 2007"
    [(_, _, facts, _)] = read_citations(words)
    assert key_for(facts).endswith("-2007-05")
    assert len(key_for(facts)) <= KEY_LENGTH


def test_a_taken_key_gets_a_number_whatever_its_case() -> None:
    used = {"cmc-2007"}
    assert free_key("CMC-2007", used) == "CMC-2007-2"
    assert free_key("cmc-2007", used) == "cmc-2007-3"
    assert free_key("new", used) == "new"
    assert used == {"cmc-2007", "cmc-2007-2", "cmc-2007-3", "new"}
