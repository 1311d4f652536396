"""A text is made of paragraphs and notes; a paper's mark-up holds, a printed page's signs stay signs."""

from editorial.importing.notes import MarkStyle, ReadNote
from editorial.importing.readers.assembly import assemble
from editorial.importing.readers.page import ArchivePage
from editorial.importing.readers.paragraphs import Paragraph
from editorial.importing.reading import read_text
from editorial.importing.text_as_read import Surroundings, TextAsRead


def made(*paragraphs: Paragraph, note: str = "", printed: bool = False, state: str = "") -> TextAsRead:
    lines = [p.text for p in paragraphs] + ([f"[1] {note}"] if note else [])
    page = ArchivePage(read_text("\n".join(lines).encode()))
    notes = [ReadNote("1", len(lines), (note,))] if note else []
    page.is_now("notes", *([len(lines)] if note else []))
    style = MarkStyle.BRACKETS
    return assemble(page, paragraphs, notes, style, Surroundings(), printed=printed, state=state)


def test_headings_items_and_paragraphs_are_written_as_such() -> None:
    text = made(Paragraph((1,), "Policy", "#", 3), Paragraph((2,), "one", "-", 1), Paragraph((3,), "It signed."))
    assert text.markdown == "### Policy\n\n  - one\n\nIt signed."
    assert dict(text.line_kinds) == {"headings": 1, "list items": 1, "text": 1}


def test_a_heading_keeps_its_number_and_the_sign_at_its_end() -> None:
    assert made(Paragraph((1,), "1. Policy", "#", 1), Paragraph((2,), "x")).markdown.startswith("## 1. Policy\n")
    assert made(Paragraph((1,), "C#", "#", 2), Paragraph((2,), "x")).markdown.startswith("## C\\#\n")


def test_a_note_with_emphasis_is_kept_and_no_source_is_proposed_from_it() -> None:
    words = "CMC, “Paper on Many Things,” May 2007."
    plain, emphasised = (
        made(Paragraph((1,), "A[1]"), note=words),
        made(Paragraph((1,), "A[1]"), note=f"*See* {words}"),
    )
    assert [source.key for source in plain.sources] == ["cmc-2007-05"]
    assert plain.markdown == "A[^1]\n\n[^1]: [@cmc-2007-05]."
    assert emphasised.sources == ()
    assert emphasised.markdown == f"A[^1]\n\n[^1]: *See* {words}"


def test_on_a_printed_page_stars_are_signs_and_quotes_are_not_checked() -> None:
    printed = made(Paragraph((1,), "An *open “quote"), printed=True)
    assert (printed.markdown, printed.problems) == ("An \\*open “quote", ())
    assert [problem.code for problem in made(Paragraph((1,), "An open “quote")).problems] == ["unbalanced-quote"]


def test_a_report_of_a_state_belongs_to_the_state_of_the_page() -> None:
    text = made(Paragraph((1,), "A[1]"), note="Article 7 Report, 14 April 2004.", printed=True, state="Examplia")
    assert [source.facts.authors for source in text.sources] == [("Examplia",)]
