"""The desk's doors: what a researcher saves, deletes, restores or brings back is proposed, and readers see it later."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from countries.models import Country, StateGroup, Treaty, TreatyAction
from editorial.actions.confirming import confirm, fingerprint
from editorial.models import ChangeSet, Organisation, Source, User
from editorial.rules.roles import EDITOR

ADD = reverse("admin:countries_treatyaction_add")
LIST = reverse("admin:countries_treatyaction_changelist")


@pytest.fixture
def ccm(db: None) -> Treaty:
    return Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")


@pytest.fixture
def signature(ccm: Treaty, peru: Country) -> TreatyAction:
    return TreatyAction.objects.create(treaty=ccm, country=peru, kind="signature", date="2008-12-03")


@pytest.fixture
def desk(at_desk: Any) -> Client:
    return at_desk()


def address(page: str, record: Any) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def as_opened(client: Client, record: Any) -> dict[str, Any]:
    """What the browser would send back unchanged."""
    form = client.get(address("change", record)).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()} | {
        "reason": "Seen in the list"
    }


def open_set() -> ChangeSet:
    found: ChangeSet = ChangeSet.objects.open().get()
    return found


def told(response: Any) -> str:
    return " ".join(str(one) for one in response.context["messages"])


class TestAdding:
    def test_it_is_proposed_and_the_list_says_so(self, desk: Client, ccm: Treaty, peru: Country) -> None:
        values = {
            "treaty": ccm.pk,
            "country": peru.pk,
            "kind": "signature",
            "date": "2008-12-03",
            "reason": "Oslo",
        }
        done = desk.post(ADD, values, follow=True)
        assert done.redirect_chain[-1][0] == LIST
        assert "Proposed. Readers see it once a second person has confirmed it" in told(done)
        assert not TreatyAction.objects.exists()
        assert not TreatyAction.history.exists()
        [row] = open_set().rows.all()
        assert (row.kind, row.subject_id) == ("created", peru.public_id)
        assert open_set().reason == "Oslo"

    def test_a_form_that_is_refused_proposes_nothing_and_keeps_what_was_typed(
        self, desk: Client, ccm: Treaty, peru: Country
    ) -> None:
        values = {"treaty": ccm.pk, "country": peru.pk, "kind": "signature", "date": "2008-12-03", "reason": ""}
        page = desk.post(ADD, values)
        assert page.status_code == 200
        assert "reason" in page.context["adminform"].form.errors
        assert 'value="2008-12-03"' in page.content.decode()
        assert not ChangeSet.objects.exists()

    def test_what_no_reader_sees_yet_is_written_at_once(self, desk: Client) -> None:
        values = {
            "key": "list-2026",
            "kind": "other",
            "title": "List",
            "to_be_checked": "on",
            "reason": "To cite it",
        }
        desk.post(reverse("admin:editorial_source_add"), values)
        assert Source.objects.get().title == "List"
        assert not ChangeSet.objects.exists()


class TestChanging:
    def test_it_is_proposed_and_its_author_goes_on_with_it_in_the_form(
        self, desk: Client, signature: TreatyAction, at_desk: Any
    ) -> None:
        desk.post(address("change", signature), as_opened(desk, signature) | {"place": "Oslo"})
        signature.refresh_from_db()
        assert signature.place == ""
        page = desk.get(address("change", signature))
        assert page.context["adminform"].form["place"].value() == "Oslo"
        assert "The form shows what you propose" in page.content.decode()
        desk.post(address("change", signature), as_opened(desk, signature) | {"date": "2008-12-04"})
        [row] = open_set().rows.all()
        assert (row.after["place"], row.after["date"], row.before["date"]) == ("Oslo", "2008-12-04", "2008-12-03")
        assert open_set().revision == 2

    def test_others_see_what_is_confirmed_and_that_something_is_proposed(
        self, desk: Client, signature: TreatyAction, at_desk: Any
    ) -> None:
        desk.post(address("change", signature), as_opened(desk, signature) | {"place": "Oslo"})
        page = at_desk("editor", EDITOR).get(address("change", signature))
        assert page.context["adminform"].form["place"].value() == ""
        assert "researcher proposes a change here" in page.content.decode()
        assert "What is confirmed" not in told(page)

    def test_saving_what_changes_nothing_proposes_nothing(self, desk: Client, signature: TreatyAction) -> None:
        done = desk.post(address("change", signature), as_opened(desk, signature), follow=True)
        assert "was changed successfully" in told(done)
        assert not ChangeSet.objects.exists()

    def test_a_source_that_something_public_rests_on_waits(
        self, desk: Client, signature: TreatyAction, sources: list[Source]
    ) -> None:
        signature.source = sources[0]
        signature.save()
        desk.post(address("change", sources[0]), as_opened(desk, sources[0]) | {"title": "Other words"})
        sources[0].refresh_from_db()
        assert sources[0].title == "Conferencia en Lima"
        assert open_set().rows.get().after["title"] == "Other words"


class TestDeleting:
    def test_it_is_proposed_with_its_reason(self, desk: Client, signature: TreatyAction) -> None:
        done = desk.post(address("delete", signature), {"post": "yes", "reason": "Of another state"}, follow=True)
        assert "Proposed." in told(done)
        assert TreatyAction.objects.exists()
        made = open_set()
        assert (made.reason, made.rows.get().kind) == ("Of another state", "deleted")


class TestWhatWas:
    def test_a_version_is_restored_by_two(self, desk: Client, signature: TreatyAction, person: Any) -> None:
        first = signature.history.earliest()
        signature.place = "Lima"
        signature.save()
        desk.post(
            address("restore", signature),
            {"version": str(first.history_id), "reason": "It was right"},
            follow=True,
        )
        signature.refresh_from_db()
        assert signature.place == "Lima"
        confirm(change_set=open_set(), by=person("editor"), read=fingerprint(open_set()))
        signature.refresh_from_db()
        assert signature.place == ""

    def test_a_deleted_record_comes_back_by_two_under_its_number(
        self, desk: Client, signature: TreatyAction, person: Any
    ) -> None:
        number, name = signature.pk, signature.public_id
        signature.delete()
        desk.post(reverse("admin:countries_treatyaction_bring_back", args=[number]), {"reason": "It was right"})
        assert not TreatyAction.objects.exists()
        confirm(change_set=open_set(), by=person("editor"), read=fingerprint(open_set()))
        assert TreatyAction.objects.get(pk=number).public_id == name


def test_two_sources_are_merged_by_two_and_what_cites_them_follows(
    desk: Client, signature: TreatyAction, sources: list[Source], draft: Any, person: Any
) -> None:
    signature.source = sources[0]
    signature.save()
    draft.text = f"Seen.[^1]\n\n[^1]: [@{sources[0].key}]\n"
    draft.save()
    chosen = {"action": "merge", "_selected_action": [sources[0].pk, sources[1].pk]}
    wanted = chosen | {"confirmed": "1", "keep": sources[1].pk, "reason": "One document"}
    desk.post(reverse("admin:editorial_source_changelist"), wanted)
    signature.refresh_from_db()
    assert signature.source == sources[0]
    assert sources[0].uses.count() == 1
    confirm(change_set=open_set(), by=person("editor"), read=fingerprint(open_set()))
    signature.refresh_from_db()
    assert signature.source == sources[1]
    assert (sources[0].uses.count(), sources[1].uses.count()) == (0, 1)


def test_one_of_a_team_of_one_sees_it_written(desk: Client, signature: TreatyAction, team_of_one: None) -> None:
    done = desk.post(address("change", signature), as_opened(desk, signature) | {"place": "Oslo"}, follow=True)
    signature.refresh_from_db()
    assert signature.place == "Oslo"
    assert "was changed successfully" in told(done)
    newest = signature.history.latest()
    assert (str(newest.history_user), str(newest.confirmed_by)) == ("researcher", "researcher")
    made = ChangeSet.objects.get()
    assert (made.state, made.waived, made.public_id) == ("confirmed", True, newest.change_id)


def test_what_waits_for_a_second_person_is_not_added_beside_a_field(desk: Client) -> None:
    page = desk.get(ADD).content.decode()
    assert "add_id_source" in page
    assert "add_id_treaty" not in page


def test_an_organisation_is_no_fact_until_something_names_it(desk: Client, person: Any) -> None:
    values = {"name": "Norwegian People's Aid", "abbreviation": "NPA", "slug": "npa", "kind": "ngo", "url": ""}
    desk.post(reverse("admin:editorial_organisation_add"), values | {"reason": "New"})
    made = Organisation.objects.get()
    assert str(made.history.get().history_user) == "researcher"
    assert User.objects.filter(username="researcher").exists()
    assert StateGroup.objects.count() == 0


def test_without_a_source_it_is_proposed_and_the_person_is_told(desk: Client, ccm: Treaty, peru: Country) -> None:
    values = {"treaty": ccm.pk, "country": peru.pk, "kind": "signature", "date": "2008-12-03", "reason": "Oslo"}
    assert "It names no source." in told(desk.post(ADD, values, follow=True))
    assert open_set().rows.get().kind == "created"


def test_in_a_team_of_one_what_cannot_be_confirmed_stays_proposed(
    desk: Client, ccm: Treaty, peru: Country, team_of_one: None
) -> None:
    values = {"treaty": ccm.pk, "country": peru.pk, "kind": "signature", "date": "2008-12-03", "reason": "Oslo"}
    done = desk.post(ADD, values, follow=True)
    assert done.status_code == 200
    assert "No source is named." in told(done)
    assert open_set().rows.get().kind == "created"
    assert not TreatyAction.objects.exists()
