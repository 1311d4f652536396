"""The action plans, and for each as many numbered actions as its source counts."""

from __future__ import annotations

from countries.importing.country import SOURCE
from editorial.importing.cells import NEEDED, Named, Number, When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import sourced_with_note
from meetings.models import Action, ActionPlan, ActionPlanPart, Meeting, Theme

from .meeting import FOLDER, SLUG

YEAR = Number(must="Write the year.")


def _plan(row: SheetRow) -> list[Made]:
    fields = ("name", "meeting", "adopted", "from_year", "until_year", "actions_claimed")
    plan = Made(ActionPlan, {"slug": row["slug"]}, {**row.given(*fields), **sourced_with_note(row.cells)})
    numbers = range(1, (row["actions_claimed"] or 0) + 1)
    return [plan, *(Made(Action, {"plan": plan, "number": number}, {}) for number in numbers)]


ACTION_PLANS = Sheet(
    "action_plans",
    "Action plans",
    (
        SLUG,
        Column("name", NEEDED, needed=True),
        Column("meeting", Named(Meeting), "The meeting that adopted it, by its slug."),
        Column("adopted", When()),
        Column("from_year", YEAR, needed=True),
        Column("until_year", YEAR, needed=True),
        Column("actions_claimed", Number(), "How many actions its source counts."),
        SOURCE,
    ),
    records=_plan,
    file=FOLDER / "action_plans.csv",
)

ACTION_PLAN_PARTS = Sheet(  # which action stands in which chapter is left open until a source was seen
    "action_plan_parts",
    "Chapters of action plans",
    (
        Column("plan", Named(ActionPlan, must=True), needed=True),
        Column("order", Number(must="Write a whole number."), needed=True),
        Column("title"),
        Column("theme", Named(Theme)),
    ),
    model=ActionPlanPart,
    key=("plan", "order"),
    file=FOLDER / "action_plan_parts.csv",
)
