"""Marks and notes are matched; what does not match is named with its line."""

import pytest

from editorial.importing.note_match import match_notes
from editorial.importing.notes import MarkStyle, collect_notes, find_marks, starts_note
from tests.documents import NON_PAPER

BRACKETS, CARETS, SUPERSCRIPTS = MarkStyle.BRACKETS, MarkStyle.CARETS, MarkStyle.SUPERSCRIPTS


def matched(text, notes, style=BRACKETS):
    lines = text.split("\n")
    marks = [mark for number, line in enumerate(lines, 1) for mark in find_marks(line, number, style)]
    found, problems = collect_notes(enumerate(notes.split("\n"), len(lines) + 1), style, "f.txt")
    match = match_notes(marks, found, style, "f.txt")
    return match, [*problems, *match.problems]


def codes(problems):
    return [problem.code for problem in problems]


class TestMatching:
    def test_all_match(self):
        match, problems = matched("One[1] two[2] again[1]", "[1] A\n[2] B")
        assert (len(match.marks), len(match.notes), match.matched) == (3, 2, 2)
        assert problems == []

    def test_a_missing_note_names_the_line_of_its_mark(self):
        match, [problem] = matched("One[1]\ntwo[2]\nagain[2]", "[1] A")
        assert [mark.line for mark in match.missing] == [2, 3]
        assert (problem.code, problem.line) == ("missing-note", 2)

    def test_a_note_glued_to_the_one_before_is_hinted_at(self):
        _, [problem] = matched("One[1] two[2]", "[1] A. [2] B.")
        assert "stands inside note [1] (line 2)" in problem.remedy

    def test_no_notes_at_all_is_said_once(self):
        match, [problem] = matched("\nOne[1] two[2]", "")
        assert problem.code == "no-notes"
        assert "2 note marks, [1] to [2]" in problem.message
        assert problem.line == 2
        assert len(match.missing) == 2

    def test_an_orphan_and_a_doubled_note(self):
        match, problems = matched("One[1] three[3]", "[1] A\n[2] B\n[3] C\n[3] D")
        assert codes(problems) == ["doubled-note", "orphan-note"]
        assert "first stands on line 4" in problems[0].message
        assert [note.label for note in match.orphans] == ["2"]
        assert [note.text for note in match.doubled] == ["D"]
        assert match.matched == 2

    def test_a_number_that_nobody_has_is_a_gap(self):
        _, [problem] = matched("One[1] four[4]", "[1] A\n[4] D")
        assert problem.code == "gap-in-numbers"
        assert "[2], [3]" in problem.message

    def test_an_empty_note(self):
        assert codes(matched("One[1] two[2]", "[1]\n[2] B")[1]) == ["empty-note"]

    def test_marks_out_of_order_can_be_written(self):
        _, [problem] = matched("Two[2] one[1]", "[1] A\n[2] B")
        assert problem.code == "marks-out-of-order"
        assert problem.severity.value == "check"

    def test_a_year_in_brackets_is_no_mark(self):
        match, [problem] = matched("One[1] in [2006]", "[1] A")
        assert problem.code == "year-in-brackets"
        assert len(match.marks) == 1
        assert match.missing == ()

    def test_words_as_labels(self):
        match, problems = matched("One[^a] two[^b]", "[^a]: A\n[^b]: B", CARETS)
        assert match.matched == 2
        assert problems == []


@pytest.mark.parametrize("file", NON_PAPER.both())
def test_the_non_paper_of_2013_has_three_superscript_notes(file):
    lines = file.read_text().split("\n")
    notes = [(number, line) for number, line in enumerate(lines, 1) if starts_note(line, SUPERSCRIPTS)]
    body = [(number, line) for number, line in enumerate(lines, 1) if (number, line) not in notes]
    marks = [mark for number, line in body for mark in find_marks(line, number, SUPERSCRIPTS)]
    match = match_notes(marks, collect_notes(notes, SUPERSCRIPTS)[0], SUPERSCRIPTS)
    assert [mark.label for mark in match.marks] == ["1", "2", "3"]
    assert match.matched == 3
    assert match.problems == ()
