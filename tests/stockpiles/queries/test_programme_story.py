"""How far a programme had come on a day, and no further than its end."""

from __future__ import annotations

from datetime import date

import pytest

from stockpiles.models import DestructionProgramme
from stockpiles.queries.figure_groups import Proofs
from stockpiles.queries.programme_story import parts_of, programme_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_the_programme_of_peru_is_told_with_every_part_and_its_progress_on_the_day_asked_about() -> None:
    programme = DestructionProgramme.objects.get(country__iso3="PER")
    story = programme_story(programme, Proofs([programme, *parts_of(programme)]), as_of=date(2026, 2, 3))
    assert [one.record for one in story.stages] == list(programme.stages.all())
    assert len([*parts_of(programme)]) == len(story.stages) + len(story.delays) + len(story.contributions)
    assert all(one.proof.sources for one in story.stages)
    assert all(one.proof.sources for one in story.contributions)
    assert story.problems == ()
    assert story.progress.value.over == 1
