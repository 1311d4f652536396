"""What a comment asks for: the places it can be about, and the people it can be addressed to."""

from __future__ import annotations

from typing import cast
from uuid import UUID

import pytest
from django.forms import ChoiceField

from editorial.actions.commenting import Where
from editorial.actions.roles import ensure_roles
from editorial.admin.comment_form import CommentForm, people_who_may_talk
from editorial.models import User

pytestmark = pytest.mark.django_db

ROW = "6a6fd7f0-0d1c-4b8e-9a3e-5f5c3a1f2b10"


def form_of(record, **given) -> CommentForm:
    form = CommentForm(given, record=record, people=User.objects.none())
    about = cast(ChoiceField, form.fields["about"])
    offered = cast(list[tuple[str, str]], about.choices)
    about.choices = [*offered, (f"row:{ROW}:date", "A date")]
    assert form.is_valid(), form.errors
    return form


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({}, Where()),
        ({"about": "note:1"}, Where(note="1")),
        ({"about": "field:lead"}, Where(field="lead")),
        ({"quote": "3 December", "before": "signed on "}, Where(quote="3 December", before="signed on ")),
        ({"quote": "Seen in", "about": "note:1"}, Where(quote="Seen in", note="1")),
    ],
)
def test_a_place_of_a_text(draft, given: dict[str, str], where: Where) -> None:
    assert form_of(draft, words="Why?", **given).where() == where


def test_a_place_of_a_change_set_is_a_field_of_a_row(draft) -> None:
    found = form_of(draft, words="Why?", about=f"row:{ROW}:date").where()
    assert found == Where(field="date", row=UUID(ROW))


def test_people_are_those_with_the_right_at_the_desk(person) -> None:
    ensure_roles()
    person("editor", "Editor")
    person("guest", "Read-only")
    gone = person("gone", "Editor")
    gone.is_active = False
    gone.save()
    assert [str(one) for one in people_who_may_talk(["countries.review_countryprofile"])] == ["editor"]
