"""Programmes at the desk: saved with their parts, and warned of stages that cannot follow each other."""

from __future__ import annotations

import pytest
from django.urls import reverse

from editorial.models import recording
from stockpiles.models import DestructionProgramme, ProgrammeStage
from tests.editorial.admin.sent import sent_by

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
LIST = reverse("admin:stockpiles_destructionprogramme_changelist")


@pytest.fixture
def programme(peru) -> DestructionProgramme:
    with recording(by=None, reason="Test"):
        return DestructionProgramme.objects.create(country=peru, slug="peru-npa", title="Stockpile destruction")


def save(client, programme: DestructionProgramme, **changed: object) -> str:
    where = reverse("admin:stockpiles_destructionprogramme_change", args=[programme.pk])
    values = {**sent_by(client.get(where)), "reason": "By the report", **changed}
    return " ".join(client.post(where, values, follow=True).content.decode().split())


def stage(programme: DestructionProgramme, started: str, ended: str) -> dict[str, object]:
    row = {"number": "1", "name": "Opening", "started": started, "ended": ended, "programme": programme.pk}
    return {"stages-TOTAL_FORMS": "1", **{f"stages-0-{name}": value for name, value in row.items()}}


def test_stages_are_saved_with_the_programme_as_one_change(at_desk, programme: DestructionProgramme) -> None:
    page = save(at_desk(), programme, **stage(programme, "2014-09", "2015"))
    one = ProgrammeStage.objects.get()
    assert (str(one), str(one.started)) == ("1. Opening", "September 2014")
    assert one.history.get().history_change_reason == "By the report"
    assert 'class="warning"' not in page


def test_an_order_that_cannot_be_is_kept_with_a_warning(at_desk, programme: DestructionProgramme) -> None:
    page = save(at_desk(), programme, **stage(programme, "2015-01-01", "2014-12-31"))
    assert 'class="warning"' in page
    assert ProgrammeStage.objects.count() == 1


def test_a_stage_without_a_number_from_one_is_refused(at_desk, programme: DestructionProgramme) -> None:
    page = save(at_desk(), programme, **{**stage(programme, "", ""), "stages-0-number": "0"})
    assert "Stages are numbered from 1." in page
    assert not ProgrammeStage.objects.exists()


def test_it_is_found_by_its_state(at_desk, programme: DestructionProgramme) -> None:
    client = at_desk()
    for asked, found in (("per", [programme]), ("Stockpile", [programme]), ("chile", [])):
        assert list(client.get(LIST, {"q": asked}).context["cl"].result_list) == found
