"""What the pages on the past ask: whom and which field to narrow to, and what of a version to bring back."""

from __future__ import annotations

from typing import Any

from countries.models import Country
from editorial.admin.history_forms import NarrowForm, RestoreForm
from editorial.history.narrowing import fields_of
from editorial.models import User

NAMES = [("text", "Text"), ("lead", "Lead")]


def narrowing(**asked: str) -> NarrowForm:
    return NarrowForm(asked, model=Country, people=[User(pk=7, username="ana")])


def test_a_timeline_is_narrowed_to_somebody_who_is_in_it_and_to_a_field_of_the_table() -> None:
    form: Any = narrowing(person="7", field="name")
    assert form.is_valid(), form.errors
    assert form.fields["person"].choices == [("", "Everybody"), ("7", "ana")]
    assert form.fields["field"].choices == [("", "Everything"), *fields_of(Country)]
    assert narrowing().is_valid(), "or to nothing"


def test_somebody_else_and_another_field_are_refused() -> None:
    assert list(narrowing(person="8").errors) == ["person"]
    assert list(narrowing(field="password").errors) == ["field"]


def test_a_version_comes_back_whole_or_by_some_of_its_fields_and_with_a_reason() -> None:
    assert RestoreForm({"reason": "Deleted by mistake"}, names=NAMES).is_valid()
    form = RestoreForm({"reason": "Deleted by mistake", "fields_wanted": ["text"]}, names=NAMES)
    assert form.is_valid()
    assert form.cleaned_data["fields_wanted"] == ["text"]
    assert list(RestoreForm({}, names=NAMES).errors) == ["reason"]
    assert list(RestoreForm({"reason": "x", "fields_wanted": ["edition"]}, names=NAMES).errors) == [
        "fields_wanted"
    ]


def test_where_there_is_nothing_to_choose_nothing_is_asked() -> None:
    assert list(RestoreForm(names=[]).fields) == ["reason"]
