"""Steps at home towards joining or leaving."""

from __future__ import annotations

from countries.models import DomesticStep, DomesticStepKind
from editorial.importing.cells import OneOf, When
from editorial.importing.sheet import Column, Sheet

from .country import FOLDER, SOURCE, several_documents
from .state_column import ISO3
from .treaty import TREATY

DOMESTIC_STEPS = Sheet(
    "domestic_steps",
    "Steps at home",
    (
        TREATY,
        ISO3,
        Column("kind", OneOf(DomesticStepKind), needed=True),
        Column("date", When(), needed=True),
        Column("description"),
        SOURCE,
    ),
    model=DomesticStep,
    key=("treaty", "country", "kind", "date"),
    cited=several_documents,
    file=FOLDER / "domestic_steps.csv",
)
