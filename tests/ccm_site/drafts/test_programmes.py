"""A programme of destruction in a draft: with whom, its stages, delays and helpers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from ccm_site.drafts.programmes import programmes
from editorial.models import Organisation
from stockpiles.models import Contribution, DestructionProgramme, ProgrammeDelay, ProgrammeStage
from tests.ccm_site.drafts.subjects import A, shown, subject, when, written


def test_a_programme_is_told_in_its_order() -> None:
    npa = Organisation(name="NPA")
    story: Any = SimpleNamespace(
        programme=shown(DestructionProgramme(title="The work", partner=npa, started=when("2014")), A),
        stages=(shown(ProgrammeStage(name="Planning"), A), shown(ProgrammeStage(name="Destruction, at last"))),
        delays=(shown(ProgrammeDelay(cause="El Niño", began=when("2017")), A),),
        contributions=(shown(Contribution(donor_organisation=npa, form="training", agreed_on=when("2014"))),),
    )
    found = list(programmes(subject(programmes=(story,))))
    assert written(found) == [
        "The work was the programme “The work” with NPA from 2014.",
        "It had these stages: Planning; Destruction, at last.",
        "It was delayed by El Niño (2017).",
        "NPA helped with training, agreed 2014.",
    ]
    assert found[3].notes[0].words == "No source is recorded for this."


def test_where_there_is_none_nothing_is_said() -> None:
    assert written(programmes(subject())) == []
