"""Every form of the table reads its own example, and says nothing that the rest of the application does not know."""

import pytest

from editorial.importing.citation_forms import BEGINS, REST, Form, Reading, form_of, forms_of
from editorial.importing.printed_citation import read_citation
from editorial.models import SourceKind

ALL = [*forms_of("plain"), *forms_of("quoted")]
MARKS = {*Reading(url="x", symbol="x", dates=["1 May 2007"], notes_by="x", rest=["a", "b"]).marks}
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
