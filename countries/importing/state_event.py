"""Events of states that are no legal acts."""

from __future__ import annotations

from countries.models import StateEvent, StateEventKind
from editorial.importing.cells import NEEDED, OneOf, When
from editorial.importing.sheet import Column, Sheet

from .country import FOLDER, SOURCE, several_documents
from .state_column import ISO3, STATE_OR_NONE

STATE_EVENTS = Sheet(
    "state_events",
    "Events of states",
    (
        ISO3,
        Column("kind", OneOf(StateEventKind), "What kind of thing happened.", needed=True),
        Column("date", When(), "When.", needed=True),
        Column("words", NEEDED, "What happened, in one sentence.", needed=True),
        Column("towards", STATE_OR_NONE, "The other state, where it is between two."),
        SOURCE,
    ),
    model=StateEvent,
    key=("country", "kind", "date", "words"),
    cited=several_documents,
    file=FOLDER / "state_events.csv",
)
