"""Suggestions at the desk: made from the form, read as differences, taken over by who may change the record."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from editorial.history.marks import mark_of
from editorial.models import BegunForm, Suggestion

pytestmark = pytest.mark.django_db


def address(page: str, record, *args: int) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[record.pk, *args])


@pytest.fixture
def made(at_desk, draft) -> Suggestion:
    text = draft.text.replace("Peru signed", "Peru signed in <Oslo>").replace("is unknown", "is not known")
    mark = mark_of(type(draft), draft.pk)
    said = {"text": text, "reason": "Plainer", "seen_version": mark, "lead": draft.lead}
    answer = at_desk("editor", "Editor").post(address("suggest", draft), said)
    one = Suggestion.objects.get()
    assert answer["Location"] == address("suggestion", draft, one.pk)
    return one


def test_its_author_finds_it_reads_it_and_takes_over_one_change(at_desk, draft, made: Suggestion) -> None:
    author = at_desk("researcher")
    where = address("suggestion", draft, made.pk)
    assert where in author.get("/admin/").content.decode()
    assert where in author.get(address("change", draft)).content.decode()
    page = author.get(where)
    words = page.content.decode()
    assert "<ins>in &lt;Oslo&gt; </ins>" in words
    assert "Change 2" in words
    author.post(where, {"take": "2", "read": page.context["read"]})
    draft.refresh_from_db()
    assert "is not known" in draft.text
    assert "Oslo" not in draft.text
    assert "Taken over in part, the rest is open" in author.get(where).content.decode()
    page = author.get(where)
    author.post(where, {"all": "1", "read": page.context["read"]})
    made.refresh_from_db()
    assert made.state == "taken"
    history = author.get(address("history", draft)).content.decode()
    assert "Taken over from editor’s suggestion: Plainer" in history
    assert "researcher" in history
    assert where not in author.get("/admin/").content.decode()


def test_what_was_typed_comes_back_when_it_is_refused(at_desk, draft) -> None:
    said = {"text": draft.text + "\n\nMore & more.", "reason": ""}
    answer = at_desk("editor", "Editor").post(address("suggest", draft), said)
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    assert "More &amp; more." in answer.content.decode()


def test_it_is_declined_with_words_that_who_made_it_reads(at_desk, draft, made: Suggestion) -> None:
    where = address("suggestion", draft, made.pk)
    at_desk("researcher").post(where, {"decline": "1", "words": "The source says unknown."})
    page = at_desk("editor", "Editor").get(where).content.decode()
    assert "The source says unknown." in page
    assert "What was suggested" in page


def test_who_only_reads_neither_suggests_nor_takes_over(at_desk, draft, made: Suggestion) -> None:
    guest = at_desk("guest", "Read-only")
    assert guest.post(address("suggest", draft), {"text": "x", "reason": "y"}).status_code == 403
    assert "Suggest instead" not in guest.get(address("change", draft)).content.decode()
    where = address("suggestion", draft, made.pk)
    assert "Take over" not in guest.get(where).content.decode()
    assert guest.post(where, {"all": "1"}).status_code == 403
    assert guest.get(address("suggestion", draft, 99)).status_code == 404


def test_who_made_it_withdraws_it(at_desk, draft, made: Suggestion) -> None:
    at_desk("editor", "Editor").post(address("suggestion", draft, made.pk), {"withdraw": "1"})
    made.refresh_from_db()
    assert made.state == "withdrawn"


def test_other_fields_are_not_lost_without_a_word(at_desk, draft) -> None:
    said = {"text": draft.text + "\n\nMore.", "reason": "More", "lead": "Another lead"}
    answer = at_desk("editor", "Editor").post(address("suggest", draft), said)
    assert answer.status_code == 422
    assert "or leave it: Lead summary." in answer.content.decode()
    assert not Suggestion.objects.exists()
    del said["lead"]
    assert at_desk("editor", "Editor").post(address("suggest", draft), said).status_code == 302


def test_what_was_begun_is_forgotten_once_it_is_suggested_and_sent_twice_it_is_one(at_desk, draft) -> None:
    client = at_desk("editor", "Editor")
    place, number = address("change", draft), str(uuid.UUID(int=7))
    kept = {"form_id": number, "window": str(uuid.UUID(int=8)), "title": "Peru", "place": place}
    client.post(reverse("admin:begun_forms"), kept | {"typed": '[["text", "Begun words"]]'})
    said = {"text": draft.text + "\n\nMore.", "form_id": number, "reason": ""}
    refused = client.post(address("suggest", draft), said)
    assert (refused.status_code, BegunForm.objects.count()) == (422, 1)
    assert f'name="form_id" value="{number}"' in refused.content.decode()
    for _ in range(2):
        answer = client.post(address("suggest", draft), said | {"reason": "More is known"})
        assert answer["Location"] == address("suggestion", draft, Suggestion.objects.get().pk)
    assert not BegunForm.objects.exists()
