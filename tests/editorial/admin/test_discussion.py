"""Comments at the form of a record under review: by those who may change or review it, by POST alone."""

from __future__ import annotations

import pytest
from django.urls import reverse

from editorial.actions import publishing
from editorial.admin.discussion import LONGEST_COMMENT
from editorial.models import ReviewComment

pytestmark = pytest.mark.django_db


def address(page: str, record) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[record.pk])


def test_a_reviewer_comments_and_settles(at_desk, draft, person) -> None:
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    editor = at_desk("editor", "Editor")
    answer = editor.post(address("comment", draft), {"text": "x" * (LONGEST_COMMENT + 1)})
    assert answer["Location"] == address("change", draft) + "#comments"
    (comment,) = ReviewComment.objects.all()
    assert (comment.by.username, len(comment.text), comment.settled_at) == ("editor", LONGEST_COMMENT, None)
    editor.post(address("settle", draft), {"comment": comment.pk})
    comment.refresh_from_db()
    assert comment.settled_by == person("editor")


@pytest.mark.parametrize("number", ["", "abc", "9" * 30, "12"])
def test_a_comment_that_is_not_there_settles_nothing(at_desk, draft, number: str) -> None:
    answer = at_desk("editor", "Editor").post(address("settle", draft), {"comment": number}, follow=True)
    assert [str(one.tags) for one in answer.context["messages"]] == ["error"]


def test_nothing_is_said_by_a_link_or_by_who_may_only_read(at_desk, draft) -> None:
    assert at_desk("editor", "Editor").get(address("comment", draft)).status_code == 405
    assert at_desk("guest", "Read-only").post(address("comment", draft), {"text": "Look"}).status_code == 403
    assert not ReviewComment.objects.exists()
