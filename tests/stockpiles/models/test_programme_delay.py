"""A programme with its stages and what held them up."""

from __future__ import annotations

import pytest
from django.db.models import RestrictedError

from countries.models import Country
from editorial.models import recording
from stockpiles.models import DestructionProgramme, ProgrammeDelay, ProgrammeStage

pytestmark = pytest.mark.django_db


@pytest.fixture
def el_nino(peru: Country) -> ProgrammeDelay:
    with recording(by=None, reason="Made for a test"):
        programme = DestructionProgramme.objects.create(
            country=peru, slug="peru-air-force", title="Demilitarisation"
        )
        stage = ProgrammeStage.objects.create(programme=programme, number=1, name="Opening")
        return ProgrammeDelay.objects.create(programme=programme, stage=stage, cause="El Niño", began="2017")


def test_a_stage_that_a_delay_names_stays(el_nino: ProgrammeDelay) -> None:
    with recording(by=None, reason="Tidying"), pytest.raises(RestrictedError):
        el_nino.stage.delete()
    el_nino.refresh_from_db()
    assert el_nino.stage.name == "Opening"
    assert el_nino.history.count() == 1


def test_a_programme_goes_with_its_stages_and_delays_and_each_leaves_a_version(el_nino: ProgrammeDelay) -> None:
    with recording(by=None, reason="Entered twice"):
        el_nino.programme.delete()
    for table in (DestructionProgramme, ProgrammeStage, ProgrammeDelay):
        assert not table.objects.exists()
        last = table.history.latest()
        assert (last.history_type, last.history_change_reason) == ("-", "Entered twice")


def test_a_delay_in_words(peru: Country, el_nino: ProgrammeDelay) -> None:
    el_nino.refresh_from_db()
    assert str(el_nino) == "El Niño (2017)"
    assert str(ProgrammeDelay(cause="Lack of funds")) == "Lack of funds"


def test_delays_stand_in_the_order_in_which_they_began(el_nino: ProgrammeDelay) -> None:
    with recording(by=None, reason="Made for a test"):
        for cause, began in (("COVID-19", "2020-03"), ("Rain", "2016-12-31")):
            ProgrammeDelay.objects.create(programme=el_nino.programme, cause=cause, began=began)
    assert [delay.cause for delay in el_nino.programme.delays.all()] == ["Rain", "El Niño", "COVID-19"]
