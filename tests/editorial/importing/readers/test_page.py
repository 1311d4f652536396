"""A file while it is read: every line is accounted for, and what is lost is said."""

from editorial.importing.note_match import match_notes
from editorial.importing.notes import MarkStyle
from editorial.importing.readers.page import ArchivePage
from editorial.importing.reading import read_text
from editorial.importing.text_as_read import Block, BlockKind, Surroundings, TextAsRead


def page(text: str) -> ArchivePage:
    return ArchivePage(read_text(text.encode(), name="f.txt"))


def as_read(page: ArchivePage, blocks: list[Block], words: list[str]) -> TextAsRead:
    return page.as_read(Surroundings(), blocks, match_notes([], [], MarkStyle.BRACKETS), words, (), ())


def codes(text: TextAsRead) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.line) for problem in text.problems]


SIGNED = Block(BlockKind.PARAGRAPH, 2, "It signed.")


def test_a_stripped_line_is_reported_with_its_reason_and_is_gone() -> None:
    read = page("  MENU  \nIt signed.\n")
    read.strip(1, "navigation")
    read.is_now("text", 2)
    text = as_read(read, [SIGNED], ["It", "signed."])
    assert read.lines[1] == ""
    assert [(line.line, line.text, line.reason) for line in text.stripped] == [(1, "MENU", "navigation")]
    assert text.line_kinds == (("stripped", 1), ("text", 1))
    assert text.problems == ()


def test_a_cut_leaves_the_rest_of_the_line() -> None:
    read = page("It signed. Footer\n")
    read.cut(1, "Footer", "It signed.", "running line")
    assert read.lines[1] == "It signed."
    assert read.kinds == {}


def test_a_line_that_is_nothing_is_lost() -> None:
    read = page("One\n\nTwo\n")
    read.is_now("text", 1)
    assert codes(as_read(read, [Block(BlockKind.PARAGRAPH, 1, "One")], ["One"])) == [("line-lost", 3)]


def test_an_altered_word_is_named() -> None:
    read = page("One\n")
    read.is_now("text", 1)
    [problem] = as_read(read, [Block(BlockKind.PARAGRAPH, 1, "Won")], ["One"]).problems
    assert (problem.code, problem.value) == ("word-lost", "One … Won")


def test_problems_stand_in_the_order_of_the_file() -> None:
    read = page("One\nTwo\n")
    read.is_now("text", 1, 2)
    read.check("second", "Second.", "Look.", 2)
    read.check("first", "First.", "Look.", 1)
    read.check("whole", "Whole.", "Look.")
    text = as_read(read, [Block(BlockKind.PARAGRAPH, 1, "One Two")], ["One", "Two"])
    assert codes(text) == [("whole", None), ("first", 1), ("second", 2)]


def test_a_file_without_text_says_what_it_has_instead() -> None:
    [problem] = page("x").without_text("navigation", "report", 1).problems
    assert (problem.message, problem.remedy) == (
        "Besides navigation the file has no text.",
        "Give the file of a whole report.",
    )
    assert problem.place == "f.txt, line 1"
