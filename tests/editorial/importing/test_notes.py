"""Marks of notes in a text, and the notes below it, in every style that documents write them in."""

import pytest

from editorial.importing.notes import MarkStyle, NoteMark, ReadNote, collect_notes, find_marks, starts_note

BRACKETS, CARETS, SUPERSCRIPTS = MarkStyle.BRACKETS, MarkStyle.CARETS, MarkStyle.SUPERSCRIPTS


class TestMarks:
    @pytest.mark.parametrize(
        ("line", "style", "labels"),
        [
            ("said so.[1] Then[12]", BRACKETS, ["1", "12"]),
            ("[sic] [a] [12345] [1,2]", BRACKETS, []),
            ("said so.[^1] Then[^note-b]", CARETS, ["1", "note-b"]),
            ("provisions¹:* and reports¹². Then", SUPERSCRIPTS, ["1", "12"]),
            ("¹ at the start is a note", SUPERSCRIPTS, []),
        ],
    )
    def test_are_found_in_every_style(self, line, style, labels):
        assert [mark.label for mark in find_marks(line, 7, style)] == labels

    def test_know_their_place(self):
        assert list(find_marks("So[3].", 7, BRACKETS)) == [NoteMark("3", 7, 2, 5)]

    @pytest.mark.parametrize(
        ("line", "style", "start"),
        [
            ("[1] Text", BRACKETS, ("1", "Text")),
            ("  [1]Text ", BRACKETS, ("1", "Text")),
            ("[^1]: Text", CARETS, ("1", "Text")),
            ("[^1] Text", CARETS, None),
            ("² Text", SUPERSCRIPTS, ("2", "Text")),
            ("Text [1]", BRACKETS, None),
        ],
    )
    def test_at_the_start_of_a_line_begin_a_note(self, line, style, start):
        assert starts_note(line, style) == start

    def test_are_written_as_the_document_writes_them(self):
        assert [style.written("12") for style in MarkStyle] == ["[12]", "[^12]", "¹²"]


class TestCollecting:
    def test_wrapped_lines_belong_to_the_note_above(self):
        notes, problems = collect_notes(enumerate(["[1] One", "goes on", "[2] Two"], 5), BRACKETS)
        assert notes == [ReadNote("1", 5, ("One\ngoes on",)), ReadNote("2", 7, ("Two",))]
        assert problems == []

    def test_text_that_stands_apart_is_kept_and_reported(self):
        notes, [problem] = collect_notes(enumerate(["[1] One", "", "More"], 5), BRACKETS, "f.txt")
        assert notes[0].paragraphs == ("One", "More")
        assert notes[0].text == "One\n\nMore"
        assert (problem.code, problem.line, problem.value) == ("text-among-notes", 7, "More")
