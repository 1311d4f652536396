"""The field of a form for a day in the address, and the page that says what could not be read."""

from datetime import date

import pytest
from django import forms
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from editorial.views.days import DayField, bad_address


class AsOf(forms.Form):
    as_of = DayField(required=False)


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    assert DayField().clean(day.isoformat()) == day


def test_no_day_is_no_answer() -> None:
    assert DayField(required=False).clean("") is None


def test_another_way_of_writing_a_day_is_refused_with_an_example() -> None:
    with pytest.raises(forms.ValidationError, match="Write it as 2013-07-31") as refused:
        DayField().clean("31.7.2013")
    assert refused.value.code == "no_such_day"


@pytest.mark.django_db
def test_the_page_names_the_parameter_and_says_why() -> None:
    form = AsOf({"as_of": "2013-02-30"})
    assert not form.is_valid()
    page = bad_address(RequestFactory().get("/treaties/ccm/?as_of=2013-02-30"), form)
    assert page.status_code == 400
    assert "as_of" in page.content.decode()
    assert "“2013-02-30” is not a day" in page.content.decode()
