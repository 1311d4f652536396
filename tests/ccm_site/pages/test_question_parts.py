"""The four questions on the first page: counted from the record, each with the way to all of it."""

from typing import Any

import pytest

from ccm_site.pages.parts import this_moment
from ccm_site.pages.question_parts import four_questions
from countries.models import PublishedTotal
from editorial.actions.reference import load
from stockpiles.models import ActivityClaim

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def totals():
    load("published-totals")


def asked() -> dict[str, str]:
    """Each question with its answer."""
    content = four_questions(this_moment())
    assert content is not None
    questions: Any = content["questions"]
    return {one.question: one.answer for one in questions}


def test_each_question_has_its_answer_and_its_page(client):
    page = " ".join(client.get("/").content.decode().split())
    for question, url in (
        ("Who used them?", "/use/"),
        ("Who makes them?", "/production/"),
        ("Where do they lie?", "/stockpiles/"),
        ("Whom did they hurt?", "/casualties/"),
    ):
        assert f'<a href="{url}">{question}</a>' in page
    newest = PublishedTotal.objects.filter(subject="casualties", measure="all").order_by("-period_end").first()
    assert newest is not None
    assert f"{newest.in_words} people killed or injured, {newest.when_in_words}." in page


def test_the_numbers_are_those_of_the_lists(reference, client):
    answers = asked()
    rows = client.get("/use/?answer=now").context["listing"].rows
    once = client.get("/use/?answer=once").context["listing"].rows
    assert answers["Who used them?"].startswith(f"Of {len(rows) + len(once)} states sources say")
    makers = client.get("/production/?answer=now").context["listing"].rows
    assert answers["Who makes them?"].startswith(f"Of {len(makers)} states the newest source says")


def test_what_the_record_cannot_answer_is_not_asked(reference):
    PublishedTotal.objects.filter(subject="casualties").delete()
    ActivityClaim.objects.filter(activity="use").delete()
    assert list(asked()) == ["Who makes them?", "Where do they lie?"]
