"""Action plans, their numbered actions and chapters."""

import pytest

from editorial.actions.bad_row import BadRow
from meetings.importing.action_plan import ACTION_PLANS
from meetings.models import Action
from tests.factories.sheets import read_row

pytestmark = pytest.mark.django_db
ROW = {"slug": "lima", "name": "Lima Plan", "meeting": "", "from_year": "2026", "until_year": "2030"}


def test_as_many_actions_as_a_source_counts_and_no_others():
    plan, *actions = read_row(ACTION_PLANS, {**ROW, "actions_claimed": "3", "source": "A report"})
    assert [(one.model, one.by["plan"], one.by["number"]) for one in actions] == [
        (Action, plan, number) for number in (1, 2, 3)
    ]
    assert len(read_row(ACTION_PLANS, {**ROW, "actions_claimed": "", "source": "A report"})) == 1


def test_a_plan_without_its_years_is_refused():
    with pytest.raises(BadRow, match=r"from_year: empty. Write the year."):
        read_row(ACTION_PLANS, {**ROW, "from_year": "", "source": "A report"})
