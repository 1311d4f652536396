"""Partial dates in forms and in the database, and the lengths of places in a document."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from countries.models import CountryProfile
from editorial.models import Source
from editorial.models.fields import LocatorField, PartialDateField, PartialDateInput, optional_key
from editorial.rules.partial_date import PartialDate


@pytest.mark.parametrize("typed", ["2007", "May 2007", "2007-05-29", "after 31 July 2013"])
def test_a_date_comes_back_as_it_was_typed(typed: str) -> None:
    field = PartialDateField()
    stored = field.get_prep_value(typed)
    assert field.from_db_value(stored, None, None) == PartialDate.parse(typed)


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_typed_is_nothing_known(nothing: str | None) -> None:
    field = PartialDateField()
    assert field.to_python(nothing) is None
    assert field.get_prep_value(nothing) is None
    assert field.from_db_value(nothing, None, None) is None


@pytest.mark.parametrize("typed", ["31 April 2007", "13/2007", "yesterday"])
def test_no_date_is_told_at_the_field(typed: str) -> None:
    with pytest.raises(ValidationError) as refused:
        PartialDateInput().clean(typed)
    assert refused.value.code == "bad_date"
    with pytest.raises(ValidationError):
        PartialDateField().to_python(typed)


def test_what_is_far_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValidationError, match="at most 40"):
        PartialDateField().formfield().clean("1" * 41)


def test_a_form_s_empty_date_is_none_not_an_empty_word() -> None:
    assert PartialDateField().formfield().clean("") is None


def test_a_dump_has_the_stored_form(draft: CountryProfile) -> None:
    field = CountryProfile._meta.get_field("covers_until")
    draft.covers_until = PartialDate.parse("18 March 2009")
    assert field.value_to_string(draft) == "2009-03-18"
    draft.covers_until = None
    assert field.value_to_string(draft) == ""


@pytest.mark.django_db
def test_the_database_keeps_the_precision(draft: CountryProfile) -> None:
    draft.covers_until = PartialDate.parse("May 2007")
    draft.save()
    kept = CountryProfile.objects.get(pk=draft.pk).covers_until
    assert (str(kept), kept.precision) == ("May 2007", "month")
    assert date(2007, 5, 31) == kept.latest


def test_a_place_in_a_document_may_be_empty_and_says_what_it_is() -> None:
    field = LocatorField()
    assert (field.max_length, field.blank) == (255, True)
    assert "Form B" in str(field.help_text)


def test_a_key_that_may_be_empty_keeps_what_it_names_from_being_deleted() -> None:
    _, _, (), told = optional_key(Source, "reports", "The report itself.").deconstruct()
    assert told == {
        "to": "editorial.source",
        "null": True,
        "blank": True,
        "on_delete": models.PROTECT,
        "related_name": "reports",
        "help_text": "The report itself.",
    }
