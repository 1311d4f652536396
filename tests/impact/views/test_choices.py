"""Choices that follow from the rows."""

from typing import cast

from django import forms
from django.http import QueryDict

from impact.views.choices import OfferedForm


class Example(OfferedForm):
    word = forms.ChoiceField(required=False)
    year = forms.ChoiceField(required=False)


def test_each_once_in_the_order_of_its_words_years_the_newest_first():
    form = Example(QueryDict("word=b"))
    form.offer("word", "Any", [("b", "Beta"), ("a", "Alpha"), ("b", "Beta")])
    form.offer_years("year", [2015, 2020, 2015])
    choices = {name: cast(forms.ChoiceField, field).choices for name, field in form.fields.items()}
    assert choices["word"] == [("", "Any"), ("a", "Alpha"), ("b", "Beta")]
    assert choices["year"] == [("", "Any year"), ("2020", "2020"), ("2015", "2015")]
    assert form.is_valid()
