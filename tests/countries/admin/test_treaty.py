"""Treaties at the desk: administrators change clauses, and nothing that is recorded of one loses it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from countries.models import Country, Treaty, TreatyAlias
from editorial.models import recording
from editorial.rules.roles import PUBLISHER
from tests.editorial.admin.sent import sent_by
from tests.factories.treaties import make_act, make_treaty

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
LIST = reverse("admin:countries_treaty_changelist")


def page_of(name: str, treaty: Treaty) -> str:
    return reverse(f"admin:countries_treaty_{name}", args=[treaty.pk])


@pytest.fixture
def ccm(peru: Country) -> Treaty:
    ccm = make_treaty("ccm")
    make_act(peru, "signature", "2008-12-03", ccm)
    make_act(peru, "ratification", "2012-09-26", ccm)
    return ccm


def test_the_list_counts_acts_once_however_it_is_searched(at_desk, ccm: Treaty) -> None:
    with recording(by=None, reason="Test"):
        for name in ("Oslo Convention", "Convention of Oslo"):
            TreatyAlias.objects.create(treaty=ccm, name=name)
    client = at_desk()
    rows = {row.slug: row.action_count for row in client.get(LIST).context["cl"].result_list}
    assert rows["ccm"] == 2
    assert rows["ccw"] == 0
    found = client.get(LIST, {"q": "Oslo"}).context["cl"].result_list
    assert [(row.slug, row.action_count) for row in found] == [("ccm", 2)], "by another of its names"


def test_the_list_is_narrowed_to_protocols(at_desk, ccm: Treaty) -> None:
    found = at_desk().get(LIST, {"kind__exact": "protocol"}).context["cl"].result_list
    assert {row.kind for row in found} == {"protocol"}
    assert {str(row.parent.short_name) for row in found} == {"CCW"}


def test_a_clause_is_changed_by_an_administrator_with_a_reason(at_desk, ccm: Treaty) -> None:
    client = at_desk("boss", "")
    values = sent_by(client.get(page_of("change", ccm)))
    client.post(page_of("change", ccm), values | {"withdrawal_months": "12", "reason": "As amended"})
    ccm.refresh_from_db()
    version = ccm.history.first()
    assert ccm.withdrawal_months == 12
    assert (version.history_user.username, version.history_change_reason) == ("boss", "As amended")


def test_a_publisher_reads_it_and_changes_nothing(at_desk, ccm: Treaty) -> None:
    client = at_desk("publisher", PUBLISHER)
    assert "20(3)" in client.get(page_of("change", ccm)).content.decode()
    assert client.post(page_of("change", ccm), {"withdrawal_months": "12", "reason": "Try"}).status_code == 403
    ccm.refresh_from_db()
    assert ccm.withdrawal_months == 6


def test_an_address_once_given_does_not_follow_the_name(at_desk, ccm: Treaty) -> None:
    client = at_desk("boss", "")
    assert client.get(reverse("admin:countries_treaty_add")).context["adminform"].prepopulated_fields != []
    assert client.get(page_of("change", ccm)).context["adminform"].prepopulated_fields == []


@pytest.mark.parametrize("slug", ["ccm", "ccw"])
def test_a_treaty_with_acts_or_protocols_is_not_deleted(at_desk, ccm: Treaty, slug: str) -> None:
    treaty = make_treaty(slug)
    answer = at_desk("boss", "").post(page_of("delete", treaty), {"post": "yes", "reason": "Tidying"}, follow=True)
    assert "A treaty that anything is recorded of cannot be deleted" in answer.content.decode()
    assert Treaty.objects.filter(slug=slug).exists()


def test_a_protocol_without_its_convention_is_refused_in_words(at_desk, ccm: Treaty) -> None:
    client = at_desk("boss", "")
    values = sent_by(client.get(page_of("change", ccm)))
    answer = client.post(page_of("change", ccm), values | {"kind": "protocol", "reason": "Try"})
    assert "A protocol names the convention it belongs to" in answer.content.decode()
