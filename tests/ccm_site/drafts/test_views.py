"""Views on disputed questions in a draft: question by question, with who gives each."""

from __future__ import annotations

import pytest

from ccm_site.drafts.parts import Subject
from ccm_site.drafts.views import ANSWERS, interpretive_views
from ccm_site.pages.parts import this_moment
from countries.models import Country
from meetings.models import InterpretiveAnswer, InterpretivePosition
from tests.ccm_site.drafts.subjects import written
from tests.factories.meetings import make_source


def test_every_answer_has_its_words() -> None:
    assert set(ANSWERS) == set(InterpretiveAnswer)


@pytest.mark.django_db
def test_each_view_names_its_question_and_who_gives_it(peru: Country) -> None:
    about = Subject(peru, this_moment())
    assert written(interpretive_views(about)) == [
        "No view on disputed questions of the convention, outside statements, is recorded here."
    ]
    make_source("a-1", publisher="Alpha")
    for issue, answer, view in (("transit", "prohibited", "No transit at all."), ("investment", "not_given", "")):
        InterpretivePosition.objects.create(
            country=peru,
            issue=issue,
            answer=answer,
            view=view,
            certainty="stated" if view else "reported",
            made_on="2012",
            note="[@a-1]",
        )
    assert written(interpretive_views(about)) == [
        "On transit, by its own word, as given by Alpha (2012), it holds this to be prohibited: No transit at all.",
        "On investment, according to Alpha (2012), it has not given its views.",
    ]
