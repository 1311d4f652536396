"""Where a note is cut: at semicolons and sentence ends, never within quotation marks, brackets or abbreviations."""

import pytest

from editorial.importing.note_cutting import parts, spans


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in spans(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One; two. Three", ["One", "two", "Three"]),
        ("“One; two. Three” four", ["“One; two. Three” four"]),
        ("One (a; b. C) two", ["One (a; b. C) two"]),
        ("Amb. Writer of St. Kitts spoke. More", ["Amb. Writer of St. Kitts spoke", "More"]),
        ("CMC, “It ends.” And more.", ["CMC, “It ends.”", "And more"]),
        ("at 3.5 km; x", ["at 3.5 km", "x"]),
        ("One\n\nTwo", ["One", "Two"]),
        ("“One. Two", []),  # no other half: no cut is certain
        ("“One. Two\n\nThree", ["Three"]),
        ("", []),
    ],
)
def test_a_note_is_cut_into_pieces(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


def test_a_piece_knows_whether_a_sentence_ended() -> None:
    assert [span.sentence for span in spans("One; two. Three")] == [False, True, True]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("CMC, “Paper, of sorts,” May 2007", ["CMC", "“Paper, of sorts,”", "May 2007"]),
        ("Lima, 2007. Notes by CMC", ["Lima", "2007", "Notes by CMC"]),
        ('CMC, "Paper," May 2007', ["CMC", '"Paper,"', "May 2007"]),
        ("5,000 boats, Lima (a, b)", ["5,000 boats", "Lima (a, b)"]),
        ("“CMC, Lima", []),
    ],
)
def test_a_citation_is_cut_into_parts(words: str, found: list[str]) -> None:
    assert parts(words) == found
