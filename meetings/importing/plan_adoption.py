"""When action plans were adopted, as further sources give it."""

from __future__ import annotations

from countries.importing.country import SOURCE
from editorial.importing.cells import Named, OneOf, When
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import sourced_with_note
from editorial.models import Certainty, Rank
from meetings.models import ActionPlan, PlanAdoption

from .meeting import FOLDER


def _adoption(row: SheetRow) -> list[Made]:
    """What two sources say is two rows."""
    cited = sourced_with_note(row.cells)
    by = {"plan": row["plan"], "source": cited.pop("source")}
    return [
        Made(PlanAdoption, by, {**cited, **row.given("adopted", "made_on", "certainty", "rank", "rank_reason")})
    ]


PLAN_ADOPTIONS = Sheet(
    "plan_adoptions",
    "When action plans were adopted, by further sources",
    (
        Column("plan", Named(ActionPlan, must=True), "The plan, by its address.", needed=True),
        Column("adopted", When(), "As the source gives it.", needed=True),
        Column("made_on", When(), "When it was said."),
        Column("certainty", OneOf(Certainty), needed=True),
        Column("rank", OneOf(Rank), needed=True),
        Column("rank_reason"),
        SOURCE,
    ),
    records=_adoption,
    file=FOLDER / "plan_adoptions.csv",
)
