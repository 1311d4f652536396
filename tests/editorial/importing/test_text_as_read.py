"""A text as it was read: what is written of it, what it counts, and what the report says."""

from editorial.importing.note_match import match_notes
from editorial.importing.notes import MarkStyle, NoteMark, ReadNote
from editorial.importing.reading import read_text
from editorial.importing.reconciliation import reconciled
from editorial.importing.source_proposals import propose_sources
from editorial.importing.text_as_read import Block, BlockKind, Surroundings, TextAsRead

CMC = "CMC, “Paper on Many Things,” May 2007."
BLOCKS = (
    Block(BlockKind.PARAGRAPH, 1, "It signed on 3 December 2008.[^1]"),
    Block(BlockKind.HEADING, 2, r"Policy \[sic\][^2]", 2),
    Block(BlockKind.ITEM, 3, "one"),
    Block(BlockKind.ITEM, 4, "two", 1),
)
NOTES = (ReadNote("1", 5, (CMC,)), ReadNote("2", 6, ("Prose.", "More prose.")), ReadNote("2", 7, ("Again.",)))


def text(**more: object) -> TextAsRead:
    marks = [NoteMark("1", 1, 0, 0), NoteMark("2", 2, 0, 0)]
    fields = {
        "file": read_text(b"x\n", name="f.txt"),
        "around": Surroundings(title="Words of May 2007", line=1),
        "blocks": BLOCKS,
        "match": match_notes(marks, NOTES, MarkStyle.BRACKETS),
        "words_in": "x",
        "problems": (),
        "line_kinds": (("text", 1),),
        "sources": propose_sources(NOTES),
    }
    return TextAsRead(**(fields | more))


def test_a_text_is_written_with_its_notes_and_the_keys_of_the_library() -> None:
    written = text().text({"cmc-2007-05": ("cmc-lima", "CMC, “Paper on Many Things,” May 2007")})
    assert written == (
        "It signed on 3 December 2008.[^1]\n\n"
        "## Policy \\[sic\\][^2]\n\n"
        "- one\n  - two\n\n"
        "[^1]: [@cmc-lima].\n\n"
        "[^2]: Prose.\n\n    More prose.\n\n"
        "[^2-2]: Again."
    )


def test_readers_see_these_words() -> None:
    words = f"It signed on 3 December 2008. Policy [sic] one two {CMC} Prose. More prose. Again."
    assert text().words_out == words


def test_what_is_markdown_already_is_written_verbatim() -> None:
    own = text(own_markdown="*As* it is.[^1]", words_in="*As* it is.[^1]")
    assert own.markdown == own.words_out == "*As* it is.[^1]"


def test_a_note_with_emphasis_is_written_as_it_is() -> None:
    assert "[^1]: *See* this.\n" in text(notes_in_markdown=("*See* this.", "", "")).markdown


def test_sections_count_words_and_marks() -> None:
    counted = [(section.heading, section.words, section.marks) for section in text().sections()]
    assert counted == [("", 6, 1), ("Policy [sic] ", 2, 1)]


def test_the_days_of_title_text_and_notes() -> None:
    named = [(str(day.date), day.line) for day in text().days]
    assert named == [("May 2007", 1), ("3 December 2008", 1), ("May 2007", 5)]


def test_the_report_tells_known_sources_from_new_ones() -> None:
    new, known = reconciled(text()), reconciled(text(), library={"cmc-2007-05": ("cmc-lima", "A line")})
    assert [(s.key, s.reused) for s in new.sources] == [("cmc-2007-05", False)]
    assert [(s.key, s.line, s.reused) for s in known.sources] == [("cmc-lima", "A line", True)]
    assert new.notes_without_source == ("2", "2")
    assert (new.read.file.name, new.read.file.size) == ("f.txt", 2)
