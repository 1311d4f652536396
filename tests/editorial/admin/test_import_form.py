"""The form of an import: the file travels signed, and what a person ticks allows problems by their code."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from editorial.admin.import_form import ImportForm
from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import Problem
from editorial.importing.reading import MAX_BYTES
from editorial.importing.text_import import Destination
from editorial.models import Publishable, User


class Form(ImportForm[Destination[Publishable]]):
    file = forms.FileField()
    groups = (("", ("file", "language")),)


ANA, BEN = User(pk=1, username="ana"), User(pk=2, username="ben")


def sent(data: bytes | None = None, *, by: User = ANA, name: str = "peru.txt", **values: Any) -> Form:
    files = {} if data is None else {"file": SimpleUploadedFile(name, data)}
    form = Form({"language": "en", **values}, files, by=by)
    form.is_valid()
    return form


def test_a_file_that_was_read_need_not_be_chosen_again() -> None:
    first = sent("It signed in Perú.".encode())
    again = sent(upload=first.kept)
    assert again.contents == ("peru.txt", "It signed in Perú.".encode())
    assert again.is_valid()


@pytest.mark.parametrize("change", [lambda kept: kept[:-3] + "abc", lambda kept: "a:b:c"])
def test_nobody_can_change_it(change: Any) -> None:
    form = sent(upload=change(sent(b"It signed.").kept))
    assert form.contents is None
    assert form.errors["file"] == ["This report is too old. Choose the file again."]


def test_nobody_can_confirm_the_file_of_somebody_else() -> None:
    assert sent(upload=sent(b"It signed.", by=BEN).kept).contents is None


def test_a_file_that_cannot_be_read_says_why() -> None:
    assert [problem.code for problem in sent(b"%PDF-1.7").problems] == ["binary"]
    assert [problem.code for problem in sent(b"x" * (MAX_BYTES + 1)).problems] == ["too-large"]
    assert sent(b"").problems[0].code == "empty"
    assert sent(b"%PDF-1.7").kept == ""


def test_a_name_is_short_and_can_be_printed() -> None:
    contents = sent(b"It signed.", name=f"{'w' * 200}\x07.txt").contents
    assert contents is not None
    assert contents[0] == f"{'w' * 96}.txt"


def test_a_decision_allows_its_problems_and_is_asked_where_they_block() -> None:
    assert sent(b"It signed.").allowed == frozenset()
    assert sent(b"It signed.", allow_missing_notes="on").allowed == MISSING_NOTES
    blocking = Problem("missing-note", "It has no note.", "Add it.")
    assert [field.name for field in sent(b"x").decisions_on([blocking])] == ["allow_missing_notes"]
    assert sent(b"x").decisions_on([blocking.as_check()]) == []


def test_the_language_is_a_code() -> None:
    assert "language" in sent(b"x", language="English").errors
    assert not sent(b"x", language="pt-BR").errors
