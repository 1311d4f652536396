"""A text that is Markdown already is kept to the letter, and only reported on."""

import pytest
from hypothesis import given

from editorial.importing.problems import UnusableInput
from editorial.importing.readers.archive_page import read_archive_page
from editorial.importing.readers.own_markdown import read_own_markdown
from editorial.importing.reading import read_text
from editorial.importing.text_as_read import TextAsRead
from tests.editorial.importing.readers.test_archive_page import any_report


def read(source: bytes) -> TextAsRead:
    text = read_own_markdown(read_text(source, name="f.md"))
    assert text is not None
    return text


def codes(text: TextAsRead) -> list[str]:
    return [problem.code for problem in text.problems]


class TestOurOwn:
    TEXT = "It *signed*.[^a]\n\n## Policy\n\n- one\n- two[^a]\n\n[^a]: See [@cmc, p. 5].\n\n    More."

    def test_is_kept_to_the_letter(self):
        text = read(f"# Examplia\n\n{self.TEXT}\n".encode())
        assert text.markdown == self.TEXT
        assert text.title == "Examplia"
        assert [section.heading for section in text.sections()] == ["", "Policy"]
        assert (len(text.match.marks), text.match.matched) == (2, 1)
        assert text.problems == ()

    def test_its_problems_name_the_line_of_the_file(self):
        text = read(b"# Examplia\n\nIt signed.[^a][^c] [@]\n\n[^a]: A.\n[^b]: B.\n[^a]: C.\n")
        assert sorted((problem.code, problem.line) for problem in text.problems) == [
            ("bad-citation", 3),
            ("doubled-note", 7),
            ("missing-note", 3),
            ("orphan-note", 6),
        ]
        assert [note.label for note in text.match.orphans] == ["b"]

    def test_a_mark_left_unresolved_is_a_missing_note(self):
        text = read(b'---\ntitle: "Examplia"\n---\nIt signed.[^?3]\n')
        assert codes(text) == ["missing-note"]
        assert text.title == "Examplia"


@pytest.mark.parametrize("source", [b"---\n---\n", b'---\ntitle: "A"\n---\n[^1]: A'])
def test_without_text_it_is_refused(source: bytes) -> None:
    with pytest.raises(UnusableInput) as caught:
        read(source)
    assert [problem.code for problem in caught.value.problems] == ["no-text"]


def test_a_page_of_the_archive_is_none() -> None:
    assert read_own_markdown(read_text(b"Examplia\n\nIt signed.[1]\n\n[1] A note.")) is None


def test_the_facts_of_its_head_say_where_it_comes_from() -> None:
    text = read(
        b'---\ntitle: "Examplia"\nedition: 2009\nimported_from: "http://a.example"\n'
        b'breadcrumb: ["A", "B"]\n---\nIt signed.\n'
    )
    around = text.around
    assert (around.title, around.edition_year, around.address) == ("Examplia", 2009, "http://a.example")
    assert around.breadcrumb == ("A", "B")
    assert around.line == 7
    assert dict(text.line_kinds) == {"head of the file": 6, "text and notes": 1}


@given(any_report)
def test_markdown_that_was_made_is_read_to_the_letter(text: str) -> None:
    try:
        made = read_archive_page(read_text(text.encode())).markdown
        again = read(f"---\n---\n{made}\n".encode()).markdown
    except UnusableInput:
        return
    assert again == made.strip("\n")
