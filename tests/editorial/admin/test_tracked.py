"""Every form on a tracked record asks why, and never overwrites somebody else's change unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import Organisation, Source, recording

pytestmark = pytest.mark.usefixtures("team_of_one")

LIST = reverse("admin:editorial_organisation_changelist")
ADD = reverse("admin:editorial_organisation_add")
NPA = {"name": "Norwegian People's Aid", "abbreviation": "NPA", "slug": "npa", "kind": "ngo", "url": ""}


def address(page: str, record: Any) -> str:
    return reverse(f"admin:editorial_{record._meta.model_name}_{page}", args=[record.pk])


def form_values(client: Client, record: Any) -> dict[str, Any]:
    """What the browser would send back unchanged."""
    form = client.get(address("change", record)).context["adminform"].form
    return {name: "" if (value := form[name].value()) is None else value for name in form.fields}


@pytest.fixture
def npa(db: None) -> Organisation:
    with recording(by=None, reason="Made for a test"):
        return Organisation.objects.create(**NPA)


def test_adding_without_a_reason_saves_nothing(at_desk) -> None:
    answer = at_desk().post(ADD, NPA)
    assert answer.status_code == 200
    assert "reason" in answer.context["adminform"].form.errors
    assert not Organisation.objects.exists()


def test_adding_keeps_who_why_and_what_readers_are_told(at_desk) -> None:
    answer = at_desk().post(ADD, {**NPA, "reason": " Partner in Peru ", "public_note": "Added."})
    assert answer.status_code == 302
    version = Organisation.objects.get().history.get()
    assert version.history_user.username == "researcher"
    assert (version.history_change_reason, version.public_note, version.history_type) == (
        "Partner in Peru",
        "Added.",
        "+",
    )


def test_changing_without_a_reason_saves_nothing_and_keeps_what_was_typed(at_desk, npa: Organisation) -> None:
    client = at_desk()
    values = form_values(client, npa) | {"url": "https://www.npaid.example/"}
    answer = client.post(address("change", npa), values)
    assert answer.status_code == 200
    assert "https://www.npaid.example/" in answer.content.decode()
    npa.refresh_from_db()
    assert npa.url == ""
    assert npa.history.count() == 1


def test_changing_with_a_reason_writes_the_record_and_one_version(at_desk, npa: Organisation) -> None:
    client = at_desk()
    values = form_values(client, npa) | {"url": "https://www.npaid.example/", "reason": "Their new address"}
    assert client.post(address("change", npa), values).status_code == 302
    npa.refresh_from_db()
    assert npa.url == "https://www.npaid.example/"
    assert list(npa.history.values_list("history_change_reason", flat=True)) == [
        "Their new address",
        "Made for a test",
    ]


def test_saving_without_a_change_leaves_no_version(at_desk, npa: Organisation) -> None:
    client = at_desk()
    client.post(address("change", npa), form_values(client, npa) | {"reason": "Nothing"})
    assert npa.history.count() == 1


def test_line_ends_as_browsers_send_them_change_nothing(at_desk, sources) -> None:
    with recording(by=None, reason="Two authors"):
        sources[0].authors = "Ana Pérez\nJuan Quispe"
        sources[0].save()
    client, before = at_desk(), sources[0].history.count()
    values = form_values(client, sources[0])
    values["authors"] = values["authors"].replace("\n", "\r\n")
    values = {name: value for name, value in values.items() if value is not False}
    assert client.post(address("change", sources[0]), values | {"reason": "Looked"}).status_code == 302
    assert sources[0].history.count() == before


def test_two_people_never_overwrite_each_other_unseen(at_desk, npa: Organisation) -> None:
    """The second to save is told who changed what and why, and overwrites only by saving again."""
    first, second = at_desk("researcher"), at_desk("second")
    mine, theirs = form_values(first, npa), form_values(second, npa)
    first.post(address("change", npa), mine | {"abbreviation": "N.P.A.", "reason": "As they print it"})

    late = theirs | {"url": "https://www.npaid.example/", "reason": "Their new address"}
    refused = second.post(address("change", npa), late)
    assert refused.status_code == 200
    words = refused.content.decode()
    assert "researcher changed this since you opened the form" in words
    assert "Abbreviation: NPA → N.P.A." in words
    assert "Only they changed this. It is taken over below." in words
    assert 'value="N.P.A."' in words
    assert 'value="https://www.npaid.example/"' in words
    assert "As they print it" in words
    npa.refresh_from_db()
    assert (npa.abbreviation, npa.url) == ("N.P.A.", "")

    shown = refused.context["adminform"].form
    again = late | {name: shown[name].value() for name in ("seen_version", "abbreviation", "url")}
    assert second.post(address("change", npa), again).status_code == 302
    npa.refresh_from_db()
    assert (npa.abbreviation, npa.url) == ("N.P.A.", "https://www.npaid.example/")


def test_deleting_asks_for_a_reason_and_keeps_the_history(at_desk, npa: Organisation) -> None:
    client = at_desk()
    asked = client.get(address("delete", npa))
    assert 'name="reason"' in asked.content.decode()

    refused = client.post(address("delete", npa), {"post": "yes"})
    assert refused.status_code == 200
    assert "This field is required" in refused.content.decode()
    assert Organisation.objects.filter(pk=npa.pk).exists()

    client.post(address("delete", npa), {"post": "yes", "reason": "Entered twice"})
    assert not Organisation.objects.filter(pk=npa.pk).exists()
    version = Organisation.history.first()
    assert (version.history_type, version.history_change_reason, version.history_user.username) == (
        "-",
        "Entered twice",
        "researcher",
    )


def test_a_cited_source_is_not_deleted_and_the_message_says_what_to_do(at_desk, sources, draft) -> None:
    with recording(by=None, reason="Cited"):
        draft.text = "See [@peru-oslo-2008]."
        draft.save()
    answer = at_desk().post(address("delete", sources[1]), {"post": "yes", "reason": "Tidying"}, follow=True)
    assert "cited in 1 place" in answer.content.decode()
    assert "Merge it into another source instead" in answer.content.decode()
    assert Source.objects.filter(pk=sources[1].pk).exists()


def test_save_and_next_goes_through_the_list_one_came_from(at_desk, npa: Organisation) -> None:
    """In the order and with the filters of the list: an organisation of another kind is left out."""
    with recording(by=None, reason="Made for a test"):
        Organisation.objects.create(name="Oslo ministry", slug="oslo", kind="ministry")
        last = Organisation.objects.create(name="Partner of NPA", slug="partner", kind="ngo")
    client = at_desk()
    came_from = "?_changelist_filters=kind__exact%3Dngo"
    values = form_values(client, npa) | {"url": "https://www.npaid.example/", "reason": "Address", "_next": "1"}
    answer = client.post(address("change", npa) + came_from, values)
    assert answer["Location"] == address("change", last) + came_from

    values = form_values(client, last) | {"reason": "Nothing to change", "_next": "1"}
    answer = client.post(address("change", last) + came_from, values, follow=True)
    assert answer.redirect_chain[0][0].startswith(LIST)
    assert "It was the last of the list" in answer.content.decode()


def test_save_and_next_finds_the_next_even_when_saving_takes_the_record_out_of_the_list(at_desk, sources) -> None:
    with recording(by=None, reason="Made for a test"):
        after = Source.objects.create(key="z-last", title="Last", to_be_checked=True)
    client = at_desk()
    came_from = "?_changelist_filters=to_be_checked__exact%3D1"
    values = form_values(client, sources[1]) | {"reason": "Compared with the document", "_next": "1"}
    values.pop("to_be_checked")
    answer = client.post(address("change", sources[1]) + came_from, values)
    assert answer["Location"] == address("change", after) + came_from
    sources[1].refresh_from_db()
    assert sources[1].to_be_checked is False


def test_who_may_only_read_sees_no_reason_and_no_buttons(at_desk, npa: Organisation) -> None:
    client = at_desk("reader", "Read-only")
    page = client.get(address("change", npa)).content.decode()
    assert "Norwegian People" in page
    assert 'name="reason"' not in page
    assert 'name="_save"' not in page
    assert client.post(address("change", npa), NPA | {"reason": "Try"}).status_code == 403


def test_nothing_is_deleted_many_at_a_time(at_desk, npa: Organisation) -> None:
    answer = at_desk("boss", "").get(LIST)
    assert "delete_selected" not in answer.content.decode()
