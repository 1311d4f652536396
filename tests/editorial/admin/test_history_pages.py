"""Comparing, restoring and bringing back at the desk."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from countries.models import Country, CountryAssignment, CountryProfile
from editorial.models import recording
from meetings.models import Statement, StatementParty

pytestmark = pytest.mark.usefixtures("team_of_one")


def address(page: str, record: Any) -> str:
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_{page}", args=[record.pk])


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def edited(draft: CountryProfile, person) -> CountryProfile:
    with recording(by=person("editor"), reason="The size became known"):
        draft.text = draft.text.replace("is unknown", "is <b>2,012</b> bombs").replace(
            "depositary's table", "depositary's list"
        )
        draft.edition = 2010
        draft.save()
    return draft


def tokens(record: Any) -> list[int]:
    return list(record.history.order_by("history_id").values_list("history_id", flat=True))


def test_any_two_versions_are_compared_field_by_field_and_word_by_word(at_desk, edited: CountryProfile) -> None:
    first, second = tokens(edited)
    page = words(at_desk().get(address("compare", edited), {"from": first, "to": second}))
    assert "<h2>Edition</h2>" in page
    assert "<del>2009</del>" in page
    assert "<ins>2010</ins>" in page
    assert "<del>unknown</del><ins>&lt;b&gt;2,012&lt;/b&gt; bombs</ins>" in page
    assert "<strong>Note 1: changed</strong>" in page
    assert "unchanged paragraph" in page
    assert "<b>2,012" not in page


def test_the_older_version_stands_first_whichever_was_chosen_as_from(at_desk, edited: CountryProfile) -> None:
    first, second = tokens(edited)
    page = words(at_desk().get(address("compare", edited), {"from": second, "to": first}))
    assert "<del>2009</del>" in page


def test_without_a_first_version_the_page_shows_what_that_act_changed(at_desk, edited: CountryProfile) -> None:
    first, second = tokens(edited)
    client = at_desk()
    assert "The size became known" in words(client.get(address("compare", edited), {"to": second}))
    assert "This act created the record" in words(client.get(address("compare", edited), {"to": first}))


@pytest.mark.parametrize(
    "token", ["", "0", "x", "countries.country-1", "9" * 17, "9" * 30, "meetings.statementparty-1"]
)
def test_a_version_that_is_not_of_this_record_is_not_found(at_desk, edited: CountryProfile, token: str) -> None:
    page = at_desk().get(address("compare", edited), {"to": token})
    assert page.status_code == 404
    assert "The size became known" not in page.content.decode()


@pytest.fixture
def assigned(peru: Country, person) -> None:
    """Researchers are kept to their countries; Peru is in the hands of "researcher"."""
    with recording(by=None, reason="Made for a test"):
        CountryAssignment.objects.create(country=peru, person=person("researcher"))


def test_few_queries_however_many_versions(
    at_desk, edited: CountryProfile, person, assigned: None, django_assert_max_num_queries
) -> None:
    for number in range(30):
        with recording(by=None, reason=f"Draft {number}"):
            edited.lead = f"Lead {number}."
            edited.save()
    with recording(by=person("researcher"), reason="Ready"):
        edited.status, edited.submitted_at, edited.submitted_by = "in_review", timezone.now(), person("editor")
        edited.save_step()
    every = tokens(edited)
    client = at_desk()
    asked = {"from": every[0], "to": every[-1]}
    client.get(address("compare", edited), asked)
    with django_assert_max_num_queries(
        9
    ):  # seven are session, person, role, record, permissions, work that is over
        page = words(client.get(address("compare", edited), asked))
    assert '<p class="row-field">Submitted by</p>' in page.split("Steps on its way to the public")[1]
    assert "<ins>editor</ins>" in page
    with django_assert_max_num_queries(9):
        page = words(client.get(address("compare", edited), {"to": every[-1]}))
    assert "by researcher: Ready" in page


def test_of_a_whole_only_the_kinds_of_rows_are_read_that_changed(
    at_desk, peru: Country, person, assigned: None, django_assert_max_num_queries
) -> None:
    with recording(by=person("researcher"), reason="Entered"):
        statement = Statement.objects.create(title="Lima", text="Text.")
        party = StatementParty.objects.create(statement=statement, country=peru, role="deliverer")
    with recording(by=person("editor"), reason="Text only"):
        statement.text = "Another text."
        statement.save()
    with recording(by=person("editor"), reason="As a sponsor"):
        party.role = "lead"
        party.save()
    client = at_desk()
    first, second = tokens(statement)
    last = f"meetings.statementparty-{party.history.latest().history_id}"
    client.get(address("compare", statement), {"from": first, "to": last})
    with django_assert_max_num_queries(9):
        page = client.get(address("compare", statement), {"from": first, "to": second})
    assert ([field.label for field in page.context["changes"].fields], page.context["changes"].rows) == (
        ["Text"],
        [],
    )
    with django_assert_max_num_queries(10):
        page = client.get(address("compare", statement), {"from": last, "to": first})
    assert [field.label for field in page.context["changes"].fields] == ["Text"]
    (row,) = page.context["changes"].rows
    assert (row.kind, row.label.split(" · ")[0]) == ("changed", "Peru")
    assert [(one.label, one.old, one.new) for one in row.fields] == [
        ("Role", "Deliverer", "Lead sponsor"),
    ]


def test_rows_of_a_whole_are_added_and_removed_by_name(at_desk, peru: Country, person) -> None:
    with recording(by=person("researcher"), reason="Entered"):
        statement = Statement.objects.create(title="Lima", text="Text.")
        StatementParty.objects.create(statement=statement, country=peru, role="deliverer")
    with recording(by=person("editor"), reason="Chile instead"):
        statement.parties.get().delete()
        chile = Country.objects.create(iso3="CHL", slug="chile", name="Chile")
        party = StatementParty.objects.create(statement=statement, country=chile, role="deliverer")
    token = f"meetings.statementparty-{party.history.get().history_id}"
    page = at_desk().get(address("compare", statement), {"to": token})
    assert sorted((row.kind, row.label.split(" · ")[0]) for row in page.context["changes"].rows) == [
        ("added", "Chile"),
        ("removed", "Peru"),
    ]
    assert "Chile instead" in words(page)


def test_restoring_a_version_needs_a_reason_a_post_and_the_right_to_change(
    at_desk, edited: CountryProfile
) -> None:
    first, _ = tokens(edited)
    client = at_desk()
    assert client.get(address("restore", edited)).status_code == 405
    client.post(address("restore", edited), {"version": first, "reason": " "})
    assert edited.history.count() == 2
    reader = at_desk("reader", "Read-only")
    assert reader.post(address("restore", edited), {"version": first, "reason": "Why not"}).status_code == 403
    assert 'value="Restore"' not in words(reader.get(address("compare", edited), {"from": first, "to": first}))

    client.post(address("restore", edited), {"version": first, "reason": "The source was wrong"})
    edited.refresh_from_db()
    assert edited.edition == 2009
    assert "is unknown" in edited.text
    newest = edited.history.first()
    assert (newest.history_user.username, newest.history_change_reason) == ("researcher", "The source was wrong")


def test_one_field_is_restored_and_the_others_stay(at_desk, edited: CountryProfile) -> None:
    first, _ = tokens(edited)
    values = {"version": first, "reason": "Only the year", "fields_wanted": ["edition"]}
    done = at_desk().post(address("restore", edited), values, follow=True)
    edited.refresh_from_db()
    assert edited.edition == 2009
    assert "2,012" in edited.text
    [told] = map(str, done.context["messages"])
    assert told.startswith(f"Edition of {edited} is as it was on ")


def test_what_a_deleted_record_said_last_is_read_with_its_history(at_desk, edited: CountryProfile, person) -> None:
    pk = edited.pk
    with recording(by=person("editor"), reason="Entered twice"):
        edited.delete()
    where = reverse("admin:countries_countryprofile_gone", args=[pk])
    client = at_desk()
    assert where in words(client.get(reverse("admin:countries_countryprofile_deleted")))
    page = words(client.get(where))
    assert "2,012" in page
    assert "What it said last" in page
    assert page.index("Entered twice") < page.index("First draft")
    assert client.get(reverse("admin:countries_countryprofile_gone", args=[pk + 1])).status_code == 404


def test_deleted_records_are_listed_and_brought_back(at_desk, draft: CountryProfile, person) -> None:
    pk = draft.pk
    with recording(by=person("editor"), reason="Entered twice"):
        draft.delete()
    listed = reverse("admin:countries_countryprofile_deleted")
    back = reverse("admin:countries_countryprofile_bring_back", args=[pk])
    client = at_desk()
    assert "Entered twice" in words(client.get(listed))
    assert 'href="/admin/countries/countryprofile/deleted/"' in words(
        client.get(reverse("admin:countries_countryprofile_changelist"))
    )
    assert at_desk("reader", "Read-only").post(back, {"reason": "Mine"}).status_code == 403
    client.post(back, {"reason": ""})
    assert not CountryProfile.objects.exists()
    client.post(back, {"reason": "It was the only one"})
    assert CountryProfile.objects.get().pk == pk
    assert CountryProfile.history.first().history_change_reason == "It was the only one"
    assert "Entered twice" not in words(client.get(listed))
    assert client.post(back, {"reason": "Again"}).status_code == 404
