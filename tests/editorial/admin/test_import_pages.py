"""What every import at the desk says and offers, whatever it makes; its pages are tested with each record."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.urls import reverse

from countries.models import CountryProfile
from editorial.actions.text_import import UndoneImport
from editorial.admin.import_pages import ImportPages
from meetings.models import Statement

KEPT = tuple((f"source-{n}", "it was edited since") for n in range(12))


def pages(model: type) -> ImportPages[Any]:
    found: Any = admin.site.get_model_admin(model)
    assert isinstance(found, ImportPages)
    return found


@pytest.mark.parametrize(
    ("model", "done", "words"),
    [
        (
            CountryProfile,
            UndoneImport("Peru 2009", 0, ("a", "b"), ()),
            "“Peru 2009” is undone; 2 sources went with it.",
        ),
        (Statement, UndoneImport("Words", 1, (), ()), "“Words” is undone; 1 party and 0 sources went with it."),
        (
            Statement,
            UndoneImport("Words", 5, ("a",), KEPT[:1]),
            "“Words” is undone; 5 parties and 1 sources went with it. 1 stay: source-0: it was edited since.",
        ),
    ],
)
def test_an_undo_says_what_went_and_what_stays(model: type, done: UndoneImport, words: str) -> None:
    assert pages(model)._undone(done) == f"The import of {words}"


def test_of_many_that_stay_the_first_ten_are_named() -> None:
    words = pages(Statement)._undone(UndoneImport("Words", 1, (), KEPT))
    assert "source-9: it was edited since; and 2 more." in words
    assert "source-10" not in words


@pytest.mark.parametrize("address", ["countries_countryprofile", "meetings_statement"])
@pytest.mark.parametrize(("role", "status"), [("Researcher", 200), ("Read-only", 403)])
def test_who_may_add_may_import(address: str, role: str, status: int, at_desk: Any) -> None:
    client = at_desk("ana", role)
    assert client.get(reverse(f"admin:{address}_import")).status_code == status
    listed = client.get(reverse(f"admin:{address}_changelist")).content.decode()
    assert (reverse(f"admin:{address}_import") in listed) == (status == 200)
