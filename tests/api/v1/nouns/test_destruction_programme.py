"""Programmes as partners get them: every part with its own sources."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import DestructionProgramme, ProgrammeDelay, ProgrammeStage
from tests.factories.meetings import make_country, make_source

pytestmark = pytest.mark.django_db


def test_each_part_has_the_sources_of_its_own_note(ask, django_assert_num_queries) -> None:
    slides, report = make_source("slides-2024"), make_source("report-2022")
    with recording(by=None, reason="Made for a test"):
        programme = DestructionProgramme.objects.create(country=make_country(), slug="peru", title="Destruction")
        ProgrammeStage.objects.create(programme=programme, number=1, name="Opening", note=f"[@{slides.key}, p. 4]")
        ProgrammeDelay.objects.create(programme=programme, cause="El Niño", began="2017", note=f"[@{report.key}]")
    (row,) = ask("programmes/?country=PER")["results"]
    assert row["sources"] == []
    assert [(one["key"], one["locator"]) for one in row["stages"][0]["sources"]] == [("slides-2024", "p. 4")]
    assert [one["key"] for one in row["delays"][0]["sources"]] == ["report-2022"]
