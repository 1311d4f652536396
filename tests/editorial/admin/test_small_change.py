"""A small change at the desk: offered to who may review, held to spelling, shown to who publishes."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import CountryProfile
from editorial.actions import publishing
from editorial.models import Status
from tests.editorial.admin.taking import take


def address(page: str, profile: CountryProfile) -> str:
    return reverse(f"admin:countries_countryprofile_{page}", args=[profile.pk])


def form_values(client: Client, profile: CountryProfile) -> dict[str, Any]:
    form = client.get(address("change", profile)).context["adminform"].form
    return {name: "" if (value := form[name].value()) is None else value for name in form.fields}


def newest(profile: CountryProfile) -> tuple[str, str, str, str]:
    version = profile.history.first()
    return (version.history_user.username, version.status, version.history_change_reason, version.public_note)


def offered(client: Client, profile: CountryProfile) -> list[str]:
    return [step.name for step in client.get(address("change", profile)).context["offered"]]


class TestSmallChange:
    """An editor corrects a word in the form and says so."""

    def test_it_is_offered_to_who_may_review_before_publication(self, at_desk, draft, person) -> None:
        researcher, editor = at_desk("researcher"), at_desk("editor", "Editor")
        box = 'name="small_change"'
        assert box not in researcher.get(address("change", draft)).content.decode()
        assert box in editor.get(address("change", draft)).content.decode()
        assert box not in editor.get(reverse("admin:countries_countryprofile_add")).content.decode()
        publishing.submit(record=draft, by=person("researcher"), reason="Ready")
        publishing.approve(record=draft, by=person("editor"), reason="Read")
        publishing.publish(record=draft, by=person("publisher"), reason="Out")
        assert box not in editor.get(address("change", draft)).content.decode()

    def test_the_editor_stays_a_reviewer_and_the_publisher_sees_each_word(self, at_desk, in_review) -> None:
        editor, publisher = at_desk("editor", "Editor"), at_desk("publisher", "Publisher")
        values = form_values(editor, in_review) | {
            "text": in_review.text.replace("The size", "The siez"),
            "small_change": "on",
            "reason": "Typing",
        }
        assert editor.post(address("change", in_review), values).status_code == 302
        in_review.refresh_from_db()
        assert in_review.status == Status.IN_REVIEW
        assert newest(in_review)[2] == "Typing; small change (spelling, typing)"
        assert "approve" in offered(editor, in_review)
        take(editor, in_review, "approve", reason="Read")
        page = publisher.get(address("change", in_review)).content.decode()
        assert "<del>size</del> <ins>siez</ins>" in page.split('class="small-changes"')[1]
        history = editor.get(address("history", in_review)).content.decode()
        assert "small change (spelling, typing)" in history
        assert take(publisher, in_review, "publish", reason="Agreed").status_code == 302

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"text": "Peru signed on 4 December 2008.[^1]\n\n[^1]: A note.\n"}, "A figure"),
            ({"language": "es"}, "More than the lead and the text differs: Language"),
        ],
    )
    def test_more_than_that_is_refused_in_the_form_with_the_words_kept(
        self, at_desk, in_review, changes: dict[str, str], why: str
    ) -> None:
        editor = at_desk("editor", "Editor")
        before = in_review.history.count()
        values = form_values(editor, in_review) | changes | {"small_change": "on", "reason": "Typing"}
        answer = editor.post(address("change", in_review), values)
        assert answer.status_code == 200
        assert why in answer.content.decode()
        assert next(iter(changes.values())).splitlines()[0] in answer.content.decode()
        assert in_review.history.count() == before

    def test_a_researcher_who_sends_the_mark_all_the_same_is_an_author(self, at_desk, in_review) -> None:
        client = at_desk("other")
        values = form_values(client, in_review) | {"lead": in_review.lead + " More.", "small_change": "on"}
        client.post(address("change", in_review), values | {"reason": "More"})
        in_review.refresh_from_db()
        assert in_review.status == Status.DRAFT

    def test_who_corrected_and_approved_does_not_publish(self, at_desk, in_review) -> None:
        alone = at_desk("alone", "Publisher")
        values = form_values(alone, in_review) | {"lead": in_review.lead.replace("signed", "singed")}
        alone.post(address("change", in_review), values | {"small_change": "on", "reason": "Typing"})
        take(alone, in_review, "approve", reason="Read")
        page = alone.get(address("change", in_review))
        assert "publish" not in [step.name for step in page.context["offered"]]
        assert "a second person publishes it" in page.content.decode()
        assert take(alone, in_review, "publish", reason="Out").status_code == 403
