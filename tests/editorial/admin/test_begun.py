"""A form shows again what was begun in it, never over a colleague's words unseen; and it is saved once."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import Country, CountryProfile, ProfileTheme, Treaty, TreatyAction
from editorial.models import BegunForm, ChangeSet, SavedForm, Source, recording
from tests.editorial.admin.sent import sent_by

ADD = reverse("admin:countries_treatyaction_add")
LIST = reverse("admin:countries_treatyaction_changelist")
BEGUN = reverse("admin:begun_forms")
THEMES = reverse("admin:countries_profiletheme_add")


@pytest.fixture
def ccm(db: None) -> Treaty:
    return Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")


@pytest.fixture
def desk(at_desk: Any) -> Client:
    return at_desk()


def address(record: Any) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def opened(client: Client, where: str) -> dict[str, Any]:
    """What the form would send, without any button."""
    return {name: value for name, value in sent_by(client.get(where)).items() if not name.startswith("_")}


def keep(client: Client, place: str, sent: dict[str, Any]) -> None:
    typed = [
        [name, one]
        for name, values in sent.items()
        for one in (values if isinstance(values, list) else [values])
        if name not in ("csrfmiddlewaretoken", "form_id")
    ]
    said = {
        "form_id": sent["form_id"],
        "window": str(uuid.uuid4()),
        "place": place,
        "title": "A form",
        "typed": json.dumps(typed),
    }
    assert client.post(BEGUN, said).status_code == 200


def told(response: Any) -> str:
    return " ".join(str(one) for one in response.context["messages"])


class TestBringingBack:
    def test_the_form_holds_what_was_typed_and_nothing_is_saved(self, desk: Client, draft: CountryProfile) -> None:
        where = address(draft)
        sent = opened(desk, where) | {"lead": "Other words.", "text": "Another text.", "reason": "Read again"}
        keep(desk, where, sent)
        page = desk.get(where, {"begun": sent["form_id"]})
        again = sent_by(page)
        assert {name: again[name] for name in ("lead", "text", "reason", "form_id", "seen_version")} == {
            name: sent[name] for name in ("lead", "text", "reason", "form_id", "seen_version")
        }
        shown = page.content.decode()
        assert "This is what you typed" in shown
        # the button that throws it away is not the one that Enter in a field presses
        assert shown.index('id="forget-begun"') < shown.index('id="countryprofile_form"')
        assert 'form="forget-begun">Throw it away' in shown
        draft.refresh_from_db()
        assert draft.lead != "Other words."

    def test_what_is_still_to_be_filled_in_is_no_mistake(self, desk: Client, draft: CountryProfile) -> None:
        where = address(draft)
        sent = opened(desk, where) | {"lead": "Other words.", "reason": ""}
        keep(desk, where, sent)
        page = desk.get(where, {"begun": sent["form_id"]})
        assert not page.context["errors"]

    def test_a_colleague_who_saved_meanwhile_is_met_at_once(
        self, desk: Client, draft: CountryProfile, person: Any
    ) -> None:
        where = address(draft)
        sent = opened(desk, where) | {"lead": "My lead.", "reason": "Mine"}
        keep(desk, where, sent)
        with recording(by=person("colleague"), reason="Theirs"):
            draft.text = "Their text."
            draft.save()
        page = desk.get(where, {"begun": sent["form_id"]})
        assert page.context["adminform"].form.conflict is not None
        assert "colleague changed this since you opened the form" in page.content.decode()
        again = sent_by(page)
        assert (again["lead"], again["text"]) == ("My lead.", "Their text.")
        desk.post(where, again)
        draft.refresh_from_db()
        assert (draft.lead, draft.text) == ("My lead.", "Their text.")

    def test_a_search_box_and_an_added_row_come_back_in_a_new_form(
        self, desk: Client, peru: Country, ccm: Treaty
    ) -> None:
        sent = opened(desk, ADD) | {"country": str(peru.pk), "treaty": str(ccm.pk), "place": "Oslo"}
        keep(desk, ADD, sent)
        shown = desk.get(ADD, {"begun": sent["form_id"]}).content.decode()
        assert f'<option value="{peru.pk}" selected>Peru</option>' in shown
        assert 'value="Oslo"' in shown
        assert not ChangeSet.objects.exists()

    def test_nobody_else_brings_it_back(self, desk: Client, at_desk: Any, draft: CountryProfile) -> None:
        where = address(draft)
        sent = opened(desk, where) | {"lead": "A secret draft."}
        keep(desk, where, sent)
        page = at_desk("other").get(where, {"begun": sent["form_id"]})
        assert "A secret draft." not in page.content.decode()
        assert "saved by now, or was thrown away" in told(page)

    def test_the_save_that_holds_it_forgets_it(self, desk: Client, draft: CountryProfile) -> None:
        where = address(draft)
        sent = opened(desk, where) | {"lead": "Other words.", "reason": ""}
        keep(desk, where, sent)
        desk.post(where, sent)  # refused: no reason
        assert BegunForm.objects.count() == 1
        desk.post(where, sent | {"reason": "Read again", "_save": "Save"})
        assert not BegunForm.objects.exists()
        draft.refresh_from_db()
        assert draft.lead == "Other words."

    def test_a_save_that_is_proposed_forgets_it(self, desk: Client, peru: Country, ccm: Treaty) -> None:
        sent = _signature(desk, peru, ccm)
        keep(desk, ADD, sent)
        desk.post(ADD, sent)
        assert ChangeSet.objects.count() == 1
        assert not BegunForm.objects.exists()

    def test_with_the_token_of_the_page_asked_for(self, draft: CountryProfile, person: Any, at_desk: Any) -> None:
        at_desk()
        client = Client(enforce_csrf_checks=True)
        client.force_login(person("researcher"), backend="django.contrib.auth.backends.ModelBackend")
        where, number = address(draft), uuid.uuid4()
        BegunForm.objects.create(
            form_id=number,
            window=number,
            person=person("researcher"),
            place=where,
            title="x",
            typed=[["lead", "Kept lead."]],
            kept_at="2026-11-29T10:00Z",
        )
        assert "Kept lead." in client.get(where, {"begun": str(number)}).content.decode()


def _signature(client: Client, country: Country, treaty: Treaty) -> dict[str, Any]:
    return opened(client, ADD) | {
        "country": str(country.pk),
        "treaty": str(treaty.pk),
        "kind": "signature",
        "date": "2008-12-03",
        "reason": "Oslo",
        "_save": "Save",
    }


class TestSavedOnce:
    def test_two_equal_posts_make_one_proposal_and_are_answered_alike(
        self, desk: Client, peru: Country, ccm: Treaty
    ) -> None:
        sent = _signature(desk, peru, ccm)
        first = desk.post(ADD, sent, follow=True)
        second = desk.post(ADD, sent, follow=True)
        assert ChangeSet.objects.count() == 1
        assert second.redirect_chain == first.redirect_chain
        assert told(second) == told(first)
        assert "Proposed. Readers see it" in told(second)

    def test_two_equal_posts_make_one_record_at_once(self, at_desk: Any) -> None:
        admin = at_desk("root", "")
        sent = opened(admin, THEMES) | {"title": "Ban", "slug": "ban", "order": "1", "reason": "Begun"}
        answers = {admin.post(THEMES, sent)["Location"] for _ in range(2)}
        assert len(answers) == 1
        assert ProfileTheme.objects.count() + ChangeSet.objects.count() == 1

    def test_other_words_from_a_saved_form_are_shown_again_before_they_are_another_record(
        self, desk: Client, peru: Country, ccm: Treaty
    ) -> None:
        sent = _signature(desk, peru, ccm)
        desk.post(ADD, sent)
        page = desk.post(ADD, sent | {"place": "Oslo"})
        assert "This form was saved already, with other words" in told(page)
        again = sent_by(page)
        assert again["place"] == "Oslo"
        assert again["form_id"] != sent["form_id"]
        assert ChangeSet.objects.count() == 1
        desk.post(ADD, again)
        assert ChangeSet.objects.count() == 2

    def test_a_repeated_change_is_answered_as_the_first(self, desk: Client, draft: CountryProfile) -> None:
        where = address(draft)
        sent = opened(desk, where) | {"lead": "Other words.", "reason": "Read again", "_continue": "1"}
        for _ in range(2):
            answer = desk.post(where, sent, follow=True)
            assert answer.redirect_chain[-1][0] == where
            assert "changed successfully" in told(answer)
        assert draft.history.count() == 2

    def test_other_words_from_a_saved_change_meet_the_conflict_page(
        self, desk: Client, draft: CountryProfile
    ) -> None:
        where = address(draft)
        sent = opened(desk, where) | {"lead": "Other words.", "reason": "Read again"}
        desk.post(where, sent)
        page = desk.post(where, sent | {"lead": "Third words."})
        assert page.context["adminform"].form.conflict is not None

    def test_a_refused_form_may_come_again(self, desk: Client, peru: Country, ccm: Treaty) -> None:
        sent = _signature(desk, peru, ccm)
        desk.post(ADD, sent | {"reason": ""})
        assert not SavedForm.objects.exists()
        assert desk.post(ADD, sent)["Location"] == LIST

    def test_a_window_of_its_own_is_closed_by_both_answers(self, desk: Client) -> None:
        where = reverse("admin:editorial_source_add") + "?_popup=1"
        sent = opened(desk, where) | {
            "key": "list-2026",
            "kind": "other",
            "title": "List",
            "reason": "To cite",
            "_popup": "1",
        }
        first, second = desk.post(where, sent), desk.post(where, sent)
        assert "data-popup-response" in first.content.decode()
        assert second.content == first.content
        assert Source.objects.count() == 1

    def test_a_form_without_a_number_is_saved_as_before(self, desk: Client, peru: Country, ccm: Treaty) -> None:
        sent = {k: v for k, v in _signature(desk, peru, ccm).items() if k != "form_id"}
        desk.post(ADD, sent)
        assert ChangeSet.objects.count() == 1
        assert not SavedForm.objects.exists()
        assert not TreatyAction.objects.exists()
