"""Lines are put together to paragraphs, items, headings and notes."""

import pytest

from editorial.importing.notes import MarkStyle
from editorial.importing.readers.page import ArchivePage
from editorial.importing.readers.paragraphs import Paragraph, joined, note_style, plain, read_paragraphs
from editorial.importing.reading import read_text


def read(text: str, style: MarkStyle = MarkStyle.BRACKETS) -> list[tuple[str, int, str]]:
    paragraphs, _ = read_paragraphs(ArchivePage(read_text(text.encode())), style)
    return [(p.sign, p.level, p.text) for p in paragraphs]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["It", "signed."], "It signed."),
        (["1,", "021 boats"], "1,021 boats"),
        (["In 2013,", "12 states"], "In 2013, 12 states"),
        (["a 37-", "month extension"], "a 37-month extension"),
        (["two  spaces", " more"], "two spaces more"),
    ],
)
def test_split_lines_are_whole_again(lines: list[str], whole: str) -> None:
    assert joined(lines) == whole


def test_headings_paragraphs_and_nested_items() -> None:
    assert read("## Policy\nIt signed\nin Oslo.\n- one\n  - two\n  - three\n- four\n") == [
        ("#", 2, "Policy"),
        ("", 0, "It signed in Oslo."),
        ("-", 0, "one"),
        ("-", 1, "two"),
        ("-", 1, "three"),
        ("-", 0, "four"),
    ]


def test_notes_stand_apart_wherever_they_are() -> None:
    page = ArchivePage(read_text(b"One.[1]\n\n[1] A note\nof two lines.\n\nTwo.\n"))
    paragraphs, [note] = read_paragraphs(page, MarkStyle.BRACKETS)
    assert [p.text for p in paragraphs] == ["One.[1]", "Two."]
    assert (note.label, note.text) == ("1", "A note of two lines.")
    assert page.kinds == {3: "notes", 4: "notes"}


def test_a_rule_is_stripped() -> None:
    page = ArchivePage(read_text(b"One.\n-----\nTwo.\n"))
    assert [p.text for p in read_paragraphs(page, MarkStyle.BRACKETS)[0]] == ["One.", "Two."]
    assert [line.reason for line in page.stripped] == ["rule"]


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("[^a]: x", MarkStyle.CARETS),
        ("[1] x", MarkStyle.BRACKETS),
        ("¹ x", MarkStyle.SUPERSCRIPTS),
        ("x", MarkStyle.SUPERSCRIPTS),
    ],
)
def test_how_a_file_writes_its_notes(line: str, style: MarkStyle) -> None:
    assert note_style(["Text", line]) is style


def test_a_paragraph_in_bold_and_its_bare_words() -> None:
    assert Paragraph((3, 4), "**What we did**").is_bold
    assert not Paragraph((3,), "*What* we did").is_bold
    assert Paragraph((3, 4), "**What we did**").bare == "What we did"
    assert Paragraph((3, 4), "x").line == 3
    assert plain("**Ministry  of**") == "Ministry of"
