"""The forms of all claims: longer texts are no higher than they need be."""

import pytest
from django.contrib import admin
from django.test import RequestFactory

from editorial.admin.claims import NoteWidget
from stockpiles.models import ActivityClaim

pytestmark = pytest.mark.django_db


def test_a_note_is_written_in_the_editor_of_texts_six_lines_high():
    desk = admin.site._registry[ActivityClaim]
    field = desk.formfield_for_dbfield(ActivityClaim._meta.get_field("note"), RequestFactory().get("/"))
    assert isinstance(field.widget, NoteWidget)
    assert field.widget.get_context("note", "", {})["widget"]["attrs"]["rows"] == 6
