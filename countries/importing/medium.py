"""What sources show: photographs, videos, slides. Files are added at the desk, one by one."""

from __future__ import annotations

from countries.models import Medium, MediumKind
from editorial.importing.cells import NEEDED, Number, OneOf, When
from editorial.importing.sheet import Column, Sheet

from .country import FOLDER, SOURCE, one_document
from .state_column import ISO3

MEDIA = Sheet(
    "media",
    "Photographs, videos and slides",
    (
        ISO3,
        Column("kind", OneOf(MediumKind), "What it is.", needed=True),
        Column("words", NEEDED, "What it shows, in your own words.", needed=True),
        Column("number", Number(), "How many pictures, where that is known."),
        Column("made_on", When(), "When it was made or shown, where the source says so."),
        Column("credit", meaning="Who made it."),
        SOURCE,
    ),
    model=Medium,
    key=("country", "kind", "words"),
    cited=one_document,
    file=FOLDER / "media.csv",
)
