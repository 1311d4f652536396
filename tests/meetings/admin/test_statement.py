"""A statement at the desk: who stands behind it, pasted as lists; its preview."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import User
from meetings.models import Statement
from tests.factories.meetings import make_country, make_meeting, make_statement

pytestmark = pytest.mark.django_db
ADD = reverse("admin:meetings_statement_add")
FORMSETS = ("parties", "themes", "articles", "actions", "positions")


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create(username="chief", is_staff=True, is_superuser=True))
    return client


def statement_form(**fields: str) -> dict[str, str]:
    return {
        "title": "Paper of Spain",
        "kind": "non-paper",
        "language": "en",
        "states_unnamed": "0",
        "lead": "Spain looks back.",
        "text": "Words.",
        "reason": "Entered from the paper",
        **{f"{name}-{part}": "0" for name in FORMSETS for part in ("TOTAL_FORMS", "INITIAL_FORMS")},
        **fields,
    }


def test_pasted_lists_become_parties_and_what_is_no_state_is_kept_in_words(desk: Client) -> None:
    for iso3, name in (("ESP", "Spain"), ("CHL", "Chile"), ("HRV", "Croatia")):
        make_country(iso3, name)
    data: dict[str, Any] = statement_form(
        pasted_lead="Spain", pasted_co_sponsors="Chile, Croatia and Narnia", date="after 31 July 2013"
    )
    refused = desk.post(ADD, data)
    assert (
        refused.context["adminform"].form.errors["pasted_co_sponsors"][0].startswith("“Narnia” is not recognised.")
    )
    assert "Chile, Croatia and Narnia</textarea>" in refused.content.decode(), "nothing is dropped from the box"
    assert not Statement.objects.exists()
    page = desk.post(ADD, data | {"no_states": ["Narnia"]}, follow=True).content.decode()
    statement = Statement.objects.get()
    assert [str(party) for party in statement.parties.all()] == [
        "Spain (lead sponsor)",
        "Chile (co-sponsor)",
        "Croatia (co-sponsor)",
    ]
    assert statement.unnamed_parties == "Narnia"
    assert "Kept under unnamed parties: Narnia." in page
    assert str(statement.date) == "after 31 July 2013"
    assert statement.parties.first().history.get().history_change_reason == "Entered from the paper"


def test_what_is_marked_stands_beside_what_was_unnamed_before_and_not_twice(desk: Client) -> None:
    make_country("CHL", "Chile")
    data: dict[str, Any] = statement_form(
        pasted_lead="Chile, Narnia, several others", unnamed_parties="several others"
    )
    desk.post(ADD, data | {"no_states": ["Narnia", "several others"]})
    assert Statement.objects.get().unnamed_parties == "several others; Narnia"


def test_more_words_than_fit_are_refused_and_not_cut(desk: Client) -> None:
    data: dict[str, Any] = statement_form(pasted_lead="Narnia", unnamed_parties="x" * 250)
    page = desk.post(ADD, data | {"no_states": ["Narnia"]})
    assert "too long: shorten it" in page.content.decode()
    assert not Statement.objects.exists()


def test_the_form_asks_why(desk: Client) -> None:
    page = desk.post(ADD, statement_form(reason="")).content.decode()
    assert "This field is required" in page
    assert not Statement.objects.exists()


def test_the_preview_shows_parties_and_is_no_public_page(desk: Client) -> None:
    statement = make_statement(parties=[(make_country(), "deliverer")])
    page = desk.get(reverse("admin:meetings_statement_preview", args=[statement.pk])).content.decode()
    assert "Readers do not see this" in page
    assert "Delivered by" in page


def test_who_is_a_party_already_keeps_the_role_and_is_named(desk: Client) -> None:
    statement = make_statement(parties=[(make_country(), "deliverer")])
    where = reverse("admin:meetings_statement_change", args=[statement.pk])
    seen = desk.get(where).context["adminform"].form["seen_version"].value()
    data = statement_form(pasted_endorsers="Peru", seen_version=seen)
    page = desk.post(where, data, follow=True).content.decode()
    assert "Parties already: Peru." in page
    assert "Entered as parties" not in page
    assert [str(party) for party in statement.parties.all()] == ["Peru (deliverer)"]


def test_the_list_names_the_meeting_and_asks_for_it_once(desk: Client, django_assert_max_num_queries) -> None:
    meeting = make_meeting()
    for title in ("One", "Two", "Three"):
        make_statement(title, parties=[(make_country(), "deliverer")], meeting=meeting)
    where = reverse("admin:meetings_statement_changelist")
    desk.get(where)
    with django_assert_max_num_queries(12):
        page = desk.get(where)
    assert {row.title for row in page.context["cl"].result_list} == {"One", "Two", "Three"}
    assert page.content.decode().count(f">{meeting}<") >= 3


def test_the_list_reads_no_text_to_put_rows_in_order(desk: Client, django_assert_max_num_queries) -> None:
    address = reverse("admin:meetings_statement_changelist")
    make_statement("Statement of Peru")
    desk.get(address)
    with django_assert_max_num_queries(12) as one:
        desk.get(address)
    for number in range(5):
        make_statement(f"Statement {number}", text=f"Said in {number}[^a].")
    with django_assert_max_num_queries(13) as many:  # one more: the texts whose problems are not known yet
        page = desk.get(address).content.decode()
    assert len(many) <= len(one) + 1
    assert page.count('<span class="problem-count">1</span>') == 5
    ordered = [
        asked["sql"]
        for asked in many.captured_queries
        if '"date" DESC' in asked["sql"] and " IN (" not in asked["sql"]
    ]
    assert len(ordered) == 1
    assert '"meetings_statement"."text"' not in ordered[0]


def test_what_is_found_by_several_parties_is_listed_once_and_searched_once(
    desk: Client, django_assert_max_num_queries
) -> None:
    states = [make_country("PER", "Peru"), make_country("XPE", "Peruvia")]
    make_statement("Joint paper", parties=[(state, "deliverer") for state in states])
    make_statement("Another")
    with django_assert_max_num_queries(15) as asked:
        answer = desk.get(reverse("admin:meetings_statement_changelist"), {"q": "peru"})
    assert [str(row) for row in answer.context["cl"].result_list] == ["Joint paper"]
    assert sum("LIKE" in one["sql"] for one in asked.captured_queries) == 1
