"""Every form of the table reads its own example, and says nothing that the rest of the application does not know."""

import re

import pytest

from editorial.importing.citation_forms import (
    ARTICLE_7,
    BEGINS,
    LETTER,
    LOCATOR,
    MEETING,
    REST,
    SPEECH,
    Form,
    FormReading,
    form_of,
    forms_of,
)
from editorial.importing.printed_citation import read_citation
from editorial.importing.printed_source import PrintedSource
from editorial.models import SourceKind

ALL = [*forms_of("plain"), *forms_of("quoted")]
MARKS = {*FormReading(url="x", symbol="x", dates=["1 May 2007"], notes_by="x", rest=["a", "b"]).marks}
MARKS |= {"organisation", "publisher"}  # told by the names beside a quoted title


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.example)
def test_the_example_of_a_form_is_read_by_it(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that fits the example earlier in the table would take it away."""
    taken: list[Form] = []
    fits = Form.fits

    def noted(self: Form, head: str, marks: frozenset[str]) -> bool:
        taken.extend([self] if fits(self, head, marks) else [])
        return self in taken

    monkeypatch.setattr(Form, "fits", noted)
    read = read_citation(form.example)
    assert read is not None
    assert read[0].kind == form.kind
    assert taken == [form]


@pytest.mark.parametrize("form", ALL, ids=lambda form: form.example)
def test_a_form_uses_known_words(form: Form) -> None:
    assert form.kind in SourceKind.values
    assert form.begins in BEGINS
    assert form.rest in REST
    assert form.has | form.lacks <= MARKS


def test_the_first_form_that_fits_holds() -> None:
    found = form_of("plain", "Statement of Examplia", frozenset({"date", "symbol"}))
    assert found is not None
    assert found.kind == "statement"


def test_notes_from_a_room_are_taken_for_nothing_else() -> None:
    assert form_of("plain", "Statement of Examplia", frozenset({"date", "notes", "address"})) is None


def test_what_no_form_fits_stays_prose() -> None:
    assert form_of("plain", "Examplia", frozenset({"date"})) is None


@pytest.mark.parametrize(
    ("words", "is_place"),
    [
        ("p. 29", True),
        ("pp. 3–7", True),
        ("paras. 4-6", True),
        ("n. 13", True),
        ("Form A", True),
        ("Annex II", True),
        ("Table 12", True),
        ("Form", False),
        ("page 29", False),
        ("Formation A", False),
    ],
)
def test_a_place_in_a_document(words: str, is_place: bool) -> None:
    assert bool(LOCATOR.fullmatch(words)) is is_place


@pytest.mark.parametrize(
    ("pattern", "words", "begins"),
    [
        (SPEECH, "Opening Statement by the host", False),  # nobody is named
        (SPEECH, "Intervention by Examplia on behalf of Zenda", True),
        (SPEECH, "Statement on Boats", False),
        (ARTICLE_7, "Initial Article 7 Transparency Report", True),
        (ARTICLE_7, "Article 7 deadlines", False),
        (LETTER, "Telephone interview with Ann Writer", True),
        (LETTER, "Email from Bo Clerk", True),
        (LETTER, "Lettering of boats", False),
        (MEETING, "Fifth Session of the GGE", True),
        (MEETING, "Sessions", False),
    ],
)
def test_how_the_first_part_begins(pattern: re.Pattern[str], words: str, begins: bool) -> None:
    assert bool(pattern.search(words)) is begins


@pytest.mark.parametrize(
    ("rest", "words", "facts"),
    [
        ("title", ["A", "B"], {"title": "A, B"}),
        (
            "title, meeting",
            ["A", "B", "Lima Conference", "C"],
            {"title": "A, B", "meeting_session": "Lima Conference, C"},
        ),
        (
            "title, meeting: day",
            ["A", "Second Session: 20 May 2008", "C"],
            {"title": "A", "meeting_session": "Second Session, C", "event_date": "20 May 2008"},
        ),
        ("(title,) meeting", ["Lima Conference", "Hall 2"], {"meeting_session": "Lima Conference, Hall 2"}),
        ("(title,) meeting", ["A", "Lima Conference"], {"title": "A", "meeting_session": "Lima Conference"}),
        ("title, publisher", ["A", "Addendum 1", "Press"], {"title": "A, Addendum 1", "publisher": "Press"}),
        ("report, publisher", ["A", "Form A", "Ministry"], {"title": "A", "publisher": "Ministry"}),
    ],
)
def test_what_is_left_says_what(rest: str, words: list[str], facts: dict[str, str]) -> None:
    assert REST[rest](words) == PrintedSource(**facts)
