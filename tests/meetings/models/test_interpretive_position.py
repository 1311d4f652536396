"""Views on disputed questions: recorded side by side, with a place on the page of the state."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.importing.theme import THEMES
from meetings.models import THEME_OF_ISSUE, InterpretiveIssue, InterpretivePosition

pytestmark = pytest.mark.django_db


def test_a_view_says_who_on_what_and_stands_on_the_page_of_its_state(peru) -> None:
    with recording(by=None, reason="Read in a letter"):
        view = InterpretivePosition.objects.create(country=peru, issue="transit", answer="prohibited")
    assert str(view) == "Peru, transit: prohibited"
    assert view.get_absolute_url() == f"/countries/peru/#view-{view.pk}"


def test_every_question_but_several_at_once_has_a_theme_of_statements() -> None:
    assert set(InterpretiveIssue) - set(THEME_OF_ISSUE) == {InterpretiveIssue.GENERAL}
    assert THEMES.file is not None
    words = THEMES.file.read_text(encoding="utf-8")
    assert all(f"\n{slug}," in words for slug in THEME_OF_ISSUE.values())
