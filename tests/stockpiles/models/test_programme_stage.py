"""Stages of a programme: numbered from one, each once, handed to the rule of order as they stand."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.rules.partial_date import PartialDate
from stockpiles.models import DestructionProgramme, ProgrammeStage
from stockpiles.rules.dated import bounds
from stockpiles.rules.programme_order import problems_of_order

pytestmark = pytest.mark.usefixtures("in_a_change")


@pytest.fixture
def programme(peru) -> DestructionProgramme:
    return DestructionProgramme.objects.create(country=peru, slug="peru-air-force", title="Demilitarisation")


def stage(programme: DestructionProgramme, number: int, name: str = "", **days: str) -> ProgrammeStage:
    dates = {field: PartialDate.parse(day) for field, day in days.items()}
    return ProgrammeStage(programme=programme, number=number, name=name or f"Stage {number}", **dates)


def test_in_words_and_in_order(programme) -> None:
    for number in (10, 2, 1):
        stage(programme, number).save()
    assert [str(one) for one in programme.stages.all()] == ["1. Stage 1", "2. Stage 2", "10. Stage 10"]
    with pytest.raises(IntegrityError), transaction.atomic():
        stage(programme, 10, "Another").save()


def test_stages_are_numbered_from_one(programme) -> None:
    stage(programme, 1).full_clean()
    with pytest.raises(ValidationError) as refused:
        stage(programme, 0).full_clean()
    assert refused.value.message_dict == {"number": ["Stages are numbered from 1."]}


def test_the_rule_gets_every_date_at_its_precision_and_none_that_nobody_gave(programme) -> None:
    asked = stage(programme, 1, "Opening", planned_start="2014-09", started="2014-09-15", ended="2015").as_stage
    assert (asked.number, asked.name) == (1, "Opening")
    assert asked.planned_start == bounds(PartialDate.parse("September 2014"))
    assert asked.ended == bounds(PartialDate.parse("2015"))
    assert asked.planned_end is None


def test_a_stage_that_ended_before_it_started_is_found_by_the_rule(programme) -> None:
    wrong = stage(programme, 1, "Opening", started="2015-01-01", ended="2014-12-31").as_stage
    right = stage(programme, 1, "Opening", started="2015-01-01", ended="2015-01-01").as_stage
    assert len(problems_of_order([wrong])) == 1
    assert problems_of_order([right]) == []
