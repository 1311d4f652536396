"""Action plans with the statements that cite them."""

import pytest
from django.test import Client

from editorial.models import recording
from meetings.models import Action, ActionPlan, ActionPlanPart, StatementAction
from tests.factories.meetings import make_country, make_source, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def plan() -> ActionPlan:
    with recording(by=None, reason="Test"):
        plan = ActionPlan.objects.create(
            slug="vientiane",
            name="Vientiane Action Plan",
            adopted="2010-11-12",
            from_year=2011,
            until_year=2015,
            actions_claimed=3,
            source=make_source("vap", title="Vientiane Action Plan"),
        )
        ActionPlanPart.objects.create(plan=plan, order=1, title="Clearance", theme=make_theme("clearance"))
        for one in (1, 2, 3):
            Action.objects.create(plan=plan, number=one)
        cited: list[tuple[str, int | None, bool]] = [
            ("Cites the whole", None, True),
            ("Cites two", 2, True),
            ("Secret draft", 3, False),
        ]
        for title, number, out in cited:
            statement = make_statement(title, parties=[(make_country(), "deliverer")])
            StatementAction.objects.create(statement=statement, plan=plan, number=number)
            if out:
                publish_statement(statement)
    return plan


def test_the_plans_with_how_often_they_are_cited(client: Client) -> None:
    response = client.get("/action-plans/")
    assert [(plan.slug, citing) for plan, citing in response.context["plans"]] == [("vientiane", 2)]


def test_a_plan_shows_its_actions_by_number_and_who_cites_them(client: Client) -> None:
    response = client.get("/action-plans/vientiane/")
    cited = {action.number: [row.title for row in citing] for action, citing in response.context["actions"]}
    assert cited == {1: [], 2: ["Cites two"], 3: []}
    page = response.content.decode()
    assert "no source seen by the team gives their texts" in page
    assert "Cites the whole" in page
    assert "Secret" not in page


def test_texts_are_shown_where_a_source_was_seen(client: Client, plan: ActionPlan) -> None:
    with recording(by=None, reason="Seen"):
        action = plan.actions.get(number=1)
        action.text, action.source = "Bring further states in.", plan.source
        action.save()
    page = client.get("/action-plans/vientiane/").content.decode()
    assert "Bring further states in." in page
    assert "no source seen by the team" not in page


def test_the_number_of_queries_does_not_grow(client: Client, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(7):
        client.get("/action-plans/vientiane/")
