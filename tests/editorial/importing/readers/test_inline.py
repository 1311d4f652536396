"""Within a line: marks, emphasis and links become Markdown, and every other sign stays what it is."""

import pytest

from editorial.importing.notes import MarkStyle
from editorial.importing.readers.inline import in_markdown, marks_in

BRACKETS, SUPERSCRIPTS = MarkStyle.BRACKETS, MarkStyle.SUPERSCRIPTS


def markdown(text: str, style: MarkStyle = BRACKETS, **how: bool) -> tuple[str, str]:
    return in_markdown(text, marks_in(text, range(1, 9), style), {"1"}, **how)


def test_a_mark_with_its_note_and_one_without() -> None:
    assert markdown("It signed.[1] It left.[2]") == ("It signed.[^1] It left.[^?2]", "It signed.    It left.   ")


def test_marks_know_the_line_that_they_stand_in() -> None:
    marks = marks_in("One[1]\ntwo[2]", (7, 9), BRACKETS)
    assert [(mark.label, mark.line) for mark in marks] == [("1", 7), ("2", 9)]


@pytest.mark.parametrize(("text", "labels"), [("5 km²", []), ("5 m²", []), ("20 ft²", []), ("a team²", ["2"])])
def test_a_power_of_a_unit_is_no_mark(text: str, labels: list[str]) -> None:
    assert [mark.label for mark in marks_in(text, (1,), SUPERSCRIPTS)] == labels


def test_emphasis_and_links_stay_mark_up() -> None:
    text = "*One* and **two** in [words](https://a.example/x) and 3 * 4 * 5"
    assert markdown(text)[0] == "*One* and **two** in [words](https://a.example/x) and 3 \\* 4 \\* 5"


def test_where_the_file_is_printed_they_are_signs() -> None:
    assert markdown("*One* [a](https://a.example)", printed=True)[0] == "\\*One\\* \\[a\\](https://a.example)"


def test_items_within_a_paragraph_stay_items_only_where_asked() -> None:
    assert markdown("- One\n- two", printed=True, lists=True)[0] == "- One\n- two"
    assert markdown("- One\n- two", printed=True)[0] == "\\- One\n\\- two"
