"""A comparison laid out for reading: inline, in two columns, in the words of whoever reads."""

from __future__ import annotations

from editorial.texts.compare import compare
from editorial.texts.side_by_side import as_read, as_written, note_lines, stretches

OLD = "Peru signed.[^a]\n\nThe stock is unknown.\n\nThe bill waits.\n\n[^a]: [@table, p. 2].\n"
NEW = "Peru signed.[^a]\n\nThe stock is known.\n\nThe bill waits.\n\nIt was read.\n\n[^a]: [@table, p. 3].\n"


def test_unchanged_paragraphs_are_one_stretch_and_changes_are_numbered() -> None:
    laid_out = stretches(compare(OLD, NEW), first=4)
    assert [(one.kind, one.number, one.word) for one in laid_out] == [
        ("equal", 0, ""),
        ("changed", 4, "Changed"),
        ("equal", 0, ""),
        ("added", 5, "Added"),
    ]
    assert laid_out[0].kept == ("Peru signed.[^a]",)


def test_a_changed_paragraph_stands_inline_and_in_two_columns() -> None:
    changed = stretches(compare(OLD, NEW))[1]
    assert "<del>" in changed.inline
    assert "<ins>" in changed.inline
    assert "<ins>" not in changed.old
    assert "<del>" not in changed.new
    assert "unknown" in changed.old
    assert "unknown" not in changed.new


def test_what_is_added_or_removed_has_one_column() -> None:
    added = stretches(compare(OLD, NEW))[-1]
    assert (added.old, "It was read." in added.new) == ("", True)
    removed = stretches(compare(NEW, OLD))[-1]
    assert (removed.new, removed.word, "It was read." in removed.old) == ("", "Removed", True)


def test_words_of_people_are_escaped() -> None:
    comparison = compare("A <b>b</b>.\n", "A <i>b</i>.\n")
    assert "<b>" not in stretches(comparison)[0].inline
    assert stretches(comparison)[0].old.startswith("A &lt;")


def test_readers_see_numbers_and_lines_of_sources_where_researchers_see_marks_and_keys() -> None:
    text = "Peru signed.[^a] See [@table, p. 2] and [the press](@paper).\n\n[^a]: A note.\n"
    read = as_read(text, {"table": "Table of the depositary"})
    assert read("## Signed.[^a] See [@table, p. 2] and [the press](@paper); [@other].") == (
        "Signed.[1] See Table of the depositary, p. 2 and the press; other."
    )
    assert read("Of another text.[^z]") == "Of another text.[z]"
    assert as_written("Signed.[^a]") == "Signed.[^a]"


def test_what_happened_to_a_note_is_said_in_words() -> None:
    ((message, words),) = note_lines(compare(OLD, NEW))
    assert message[0].isupper()
    assert "1" in message
    assert "<del>" in words
    assert "<ins>" in words
