"""A text taken apart once: notes in the order of their marks, parts under their headings, lines as they are written."""

from __future__ import annotations

from editorial.texts.dialect import tokens_of
from editorial.texts.document import Document, marks_in, plain_inline

TEXT = """Peru signed.[^b] It waited.[^a][^b]

## Stockpiling [@peru-oslo-2008]

The size is unknown.[^lost]

### Air force

Bombs.

[^a]: First defined.
[^b]: Second defined, with [^c].

    Its second paragraph.
[^c]: Named only in a note.
[^d]: Nobody points here.
[^a]: Defined again.
"""


def document(text: str = TEXT) -> Document:
    return Document(text)


def test_notes_are_numbered_as_the_page_is_read_body_first() -> None:
    assert [(note.label, note.number, note.references) for note in document().notes] == [
        ("b", 1, 2),
        ("a", 2, 1),
        ("c", 3, 1),
    ]


def test_what_no_reader_reaches_is_kept_apart() -> None:
    text = document()
    assert [note.label for note in text.unused] == ["d"]
    assert [(note.label, line) for note, line in text.doubled] == [("a", 11)]
    assert [mark.meta["label"] for mark in text.dangling] == ["lost"]


def test_marks_know_their_line_and_which_of_a_note_s_they_are() -> None:
    text = document("One.\nTwo.[^a]\nThree.[^a]\n\n[^a]: A note.\n")
    marks = list(marks_in(text.parts[0].tokens, "footnote_ref"))
    assert [(mark.meta["line"], mark.meta["occurrence"]) for mark in marks] == [(2, 1), (3, 2)]


def test_parts_begin_at_headings_of_level_one_and_two() -> None:
    assert [(part.anchor, part.title, part.level, part.line) for part in document().parts] == [
        ("opening", "", 0, 1),
        ("stockpiling", "Stockpiling", 2, 3),
    ]


def test_a_text_that_begins_with_a_heading_has_no_opening() -> None:
    assert [part.title for part in document("# Policy\n\nWords.").parts] == ["Policy"]
    assert document("").parts == []


def test_the_markdown_of_a_part_has_neither_heading_nor_notes() -> None:
    text = document()
    assert text.markdown_of(text.parts[1]) == "The size is unknown.[^lost]\n\n### Air force\n\nBombs."


def test_paragraphs_around_a_definition_stay_apart() -> None:
    text = document("One.[^a]\n\n[^a]: A note.\n\nTwo.\n")
    assert text.markdown_of(text.parts[0]) == "One.[^a]\n\nTwo."
    assert text.paragraphs() == ["One.[^a]", "Two."]


def test_the_markdown_of_a_note_keeps_its_paragraphs_and_loses_their_indent() -> None:
    text = document()
    assert text.markdown_of_note(text.defined["b"]) == "Second defined, with [^c].\n\nIts second paragraph."


def test_an_empty_note_is_seen() -> None:
    assert document("A.[^a]\n\n[^a]:\n").defined["a"].is_empty
    assert not document("A.[^a]\n\n[^a]: b\n").defined["a"].is_empty


def same(one: str, other: str) -> bool:
    first, second = document(one), document(other)
    return first.text_key(first.parts[0]) == second.text_key(second.parts[0])


def test_what_a_part_says_does_not_depend_on_labels_or_line_breaks() -> None:
    assert same("Peru\nsigned.[^a]\n\n[^a]: Seen.\n", "Peru signed.[^1]\n\n[^1]: Seen.\n")


def test_what_a_part_says_depends_on_words_notes_and_citations() -> None:
    text = "Peru signed.[^a]\n\n[^a]: Seen [@x].\n"
    assert not same(text, "Peru joined.[^a]\n\n[^a]: Seen [@x].\n")
    assert not same(text, "Peru signed.[^a]\n\n[^a]: Heard [@x].\n")
    assert not same(text, "Peru signed.[^a]\n\n[^a]: Seen [@y].\n")
    assert not same(text, "Peru signed.\n")


def test_which_note_a_mark_refers_to_counts() -> None:
    notes = "\n\n[^a]: One.\n[^b]: Two.\n"
    assert not same(f"X.[^a] Y.[^b]{notes}", f"X.[^b] Y.[^a]{notes}")


def test_the_plain_words_of_a_heading_leave_no_gap_where_a_citation_was() -> None:
    heading = next(token for token in tokens_of("## Stock [@a], 2009 [^b]") if token.type == "inline")
    assert plain_inline(heading) == "Stock, 2009"
