"""Dates of adoption by further sources: kept beside the one on record, which no other is preferred to."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import recording
from meetings.models import ActionPlan, PlanAdoption
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> ActionPlan:
    with recording(by=None, reason="Made for a test"):
        return ActionPlan.objects.create(
            slug="vientiane", name="Vientiane Action Plan", adopted="2010-11-12", source=make_source("plan")
        )


@pytest.fixture
def claim(plan: ActionPlan) -> PlanAdoption:
    with recording(by=None, reason="Read in the non-paper"):
        PlanAdoption.objects.create(plan=plan, adopted="2011", source=make_source("paper"))
    return PlanAdoption.objects.get()


def test_it_stands_beside_the_date_on_record_with_its_history(claim: PlanAdoption, plan: ActionPlan) -> None:
    assert str(claim) == "Vientiane Action Plan: adopted 2011"
    assert claim.get_absolute_url() == "/action-plans/vientiane/#adopted"
    assert claim.beside == "differs from the record: 12 November 2010"
    assert claim.history.get().history_change_reason == "Read in the non-paper"
    assert str(ActionPlan.objects.get().adopted) == "12 November 2010"


def test_one_source_gives_one_date(claim: PlanAdoption) -> None:
    with recording(by=None, reason="Again"), pytest.raises(IntegrityError), transaction.atomic():
        PlanAdoption.objects.create(plan=claim.plan, adopted="2012", source=claim.source)


def test_what_is_preferred_stands_with_the_plan(claim: PlanAdoption) -> None:
    claim.rank, claim.rank_reason = "preferred", "It says so"
    with pytest.raises(ValidationError, match="correct it there"):
        claim.full_clean()
