"""Action plans as partners get them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.models import Action, ActionPlan, ActionPlanPart
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def test_a_plan_has_its_actions_in_their_order_and_all_its_sources(ask) -> None:
    cited = {"source": make_source("plan-text"), "source_locator": "p. 1"}
    other = make_source("report-of-the-meeting")
    with recording(by=None, reason="Made for a test"):
        plan = ActionPlan.objects.create(
            slug="vientiane", name="Vientiane Action Plan", note=f"Adopted: [@{other.key}, p. 9].", **cited
        )
        part = ActionPlanPart.objects.create(plan=plan, order=1, title="Universalisation")
        Action.objects.create(plan=plan, number=2)
        Action.objects.create(plan=plan, number=1, part=part)
    entry = ask("action-plans/vientiane/")
    assert [(one["number"], one["part"]) for one in entry["actions"]] == [(1, "Universalisation"), (2, "")]
    places = [(one["key"], one["locator"]) for one in entry["sources"]]
    assert places == [("plan-text", "p. 1"), ("report-of-the-meeting", "p. 9")]
    assert "actions" not in ask("action-plans/")["results"][0]
