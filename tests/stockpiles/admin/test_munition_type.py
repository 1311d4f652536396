"""Types at the desk: the list says what Article 2(2) makes of each, by the facts entered."""

from __future__ import annotations

import pytest
from django.urls import reverse

from editorial.models import recording
from stockpiles.models import MunitionType
from tests.editorial.admin.sent import sent_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
LIST = reverse("admin:stockpiles_munitiontype_changelist")


@pytest.fixture
def m26() -> MunitionType:
    with recording(by=None, reason="Test"):
        return MunitionType.objects.create(
            designation="M26", slug="m26", kind="rocket", also_called="M26A1", submunitions_per_munition=644
        )


def test_the_verdict_stands_in_the_list(at_desk, m26: MunitionType) -> None:
    with recording(by=None, reason="Test"):
        MunitionType.objects.create(designation="X", slug="x", submunitions_per_munition=9)
        MunitionType.objects.create(designation="Smoke", slug="smoke", exempt_purpose=True)
    page = at_desk().get(LIST).content.decode()
    assert [
        page.count(f'class="field-verdict">{words}<') for words in ("cluster munition", "undecided", "excluded")
    ] == [
        1,
        1,
        1,
    ]


def test_it_is_found_by_another_designation_and_by_kind(at_desk, m26: MunitionType) -> None:
    client = at_desk()
    assert list(client.get(LIST, {"q": "M26A1"}).context["cl"].result_list) == [m26]
    assert list(client.get(LIST, {"kind__exact": "rocket"}).context["cl"].result_list) == [m26]
    assert list(client.get(LIST, {"kind__exact": "bomb"}).context["cl"].result_list) == []


def test_the_form_refuses_a_mass_of_nothing_and_keeps_what_it_was(at_desk, m26: MunitionType) -> None:
    client, where = at_desk(), reverse("admin:stockpiles_munitiontype_change", args=[m26.pk])
    page = client.post(where, {**sent_by(client.get(where)), "mass_kg": "0", "reason": "Try"}).content.decode()
    assert "A mass is more than zero." in page
    client.post(where, {**sent_by(client.get(where)), "mass_kg": "306", "reason": "By the handbook"})
    m26.refresh_from_db()
    assert m26.mass_kg == 306
    assert m26.history.first().history_change_reason == "By the handbook"


def test_a_state_that_the_origin_points_to_is_entered_with_the_type(at_desk, m26: MunitionType, peru) -> None:
    client, where = at_desk(), reverse("admin:stockpiles_munitiontype_change", args=[m26.pk])
    origin = {"origins-TOTAL_FORMS": "1", "origins-0-country": peru.pk, "origins-0-munition_type": m26.pk}
    client.post(where, {**sent_by(client.get(where)), **origin, "reason": "By the handbook"})
    row = m26.origins.get()
    assert str(row) == "M26: Peru"
    assert row.history.get().history_change_reason == "By the handbook"
