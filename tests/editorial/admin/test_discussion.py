"""Comments at the form of a record under review: by those who may change or review it, by POST alone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.actions import publishing
from editorial.actions.commenting import Where, comment
from editorial.admin.comment_form import LONGEST_COMMENT
from editorial.models import ReviewComment

pytestmark = pytest.mark.django_db


def address(page: str, record) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[record.pk])


def test_a_reviewer_comments_at_words_and_settles(at_desk, draft, person) -> None:
    publishing.submit(record=draft, by=person("researcher"), reason="Ready")
    at_desk("researcher")  # has the role by which a comment can be addressed to them
    editor = at_desk("editor", "Editor")
    said = {"words": "Which day?", "quote": "signed on *3* December 2008", "addressee": person("researcher").pk}
    answer = editor.post(address("comment", draft), said)
    assert answer["Location"] == address("change", draft) + "#comments"
    (made,) = ReviewComment.objects.all()
    assert (made.by.username, made.addressee, made.settled_at) == ("editor", person("researcher"), None)
    assert made.quote == "signed on 3 December 2008"
    page = editor.get(address("change", draft)).content.decode()
    assert '<q data-quote data-occurrence="0">signed on 3 December 2008</q>' in page
    assert f"{address('preview', draft)}#:~:text=signed%20on%203%20December%202008" in page
    editor.post(address("reply", draft), {"comment": made.pk, "settle": "1"})
    made.refresh_from_db()
    assert made.settled_by == person("editor")
    assert "settled by editor" in editor.get(address("change", draft)).content.decode()


def test_the_preview_shows_the_talk_and_leads_back_to_itself(at_desk, draft, person) -> None:
    editor = at_desk("editor", "Editor")
    answer = editor.post(address("comment", draft), {"words": "Why?", "about": "note:1", "back": "preview"})
    assert answer["Location"] == address("preview", draft) + "#comments"
    page = editor.get(address("preview", draft)).content.decode()
    assert "At note 1" in page
    assert "Why?" in page
    assert 'name="back" value="preview"' in page


def test_words_that_are_not_stored_bring_the_form_back_with_all_that_was_typed(at_desk, draft) -> None:
    said = {"words": "Is <this> right?", "quote": "Nobody wrote this", "about": "", "back": "preview"}
    answer = at_desk("editor", "Editor").post(address("comment", draft), said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "do not stand in the stored text" in page
    assert "Is &lt;this&gt; right?" in page
    assert "Nobody wrote this" in page
    assert not ReviewComment.objects.exists()


def test_a_comment_has_at_most_so_many_characters(at_desk, draft) -> None:
    answer = at_desk("editor", "Editor").post(address("comment", draft), {"words": "x" * (LONGEST_COMMENT + 1)})
    assert answer.status_code == 422


def test_words_that_have_changed_say_so_and_lead_nowhere(at_desk, draft, press, person) -> None:
    comment(
        record=draft, by=person("editor"), text="Day?", at=timezone.now(), where=Where(quote="3 December 2008")
    )
    press.change(draft, text=draft.text.replace("3 December", "4 December"))
    page = at_desk("editor", "Editor").get(address("change", draft)).content.decode()
    assert "Its words have changed. It was about: <q>3 December 2008</q>" in page
    assert "data-place>" not in page


@pytest.mark.parametrize("number", ["", "abc", "9" * 30, "12"])
def test_a_comment_that_is_not_there_settles_nothing(at_desk, draft, number: str) -> None:
    said = {"comment": number, "settle": "1"}
    answer = at_desk("editor", "Editor").post(address("reply", draft), said, follow=True)
    assert [str(one.tags) for one in answer.context["messages"]] == ["error"]


def test_nothing_is_said_by_a_link_or_by_who_may_only_read(at_desk, draft) -> None:
    assert at_desk("editor", "Editor").get(address("comment", draft)).status_code == 405
    guest = at_desk("guest", "Read-only")
    assert guest.post(address("comment", draft), {"words": "Look"}).status_code == 403
    assert guest.post(address("reply", draft), {"words": "Look"}).status_code == 403
    assert "New comment" not in guest.get(address("change", draft)).content.decode()
    assert not ReviewComment.objects.exists()
