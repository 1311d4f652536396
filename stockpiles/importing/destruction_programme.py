"""Programmes of destruction: who works with whom, in which stages, what held them up, who paid."""

from __future__ import annotations

from countries.importing.state_column import ISO3, STATE
from editorial.importing.cells import NEEDED, Named, Number, OneOf, When
from editorial.importing.sheet import Column, Sheet
from editorial.models import Organisation, OrganisationKind
from stockpiles.models import Contribution, DestructionProgramme, ProgrammeDelay, ProgrammeStage

from .columns import FOLDER, SOURCES, noted

SLUG = Column("slug", NEEDED, "Its place in addresses.", needed=True)
PROGRAMME = Column("programme", Named(DestructionProgramme, must=True), "The programme, by its slug.", needed=True)
STARTED, ENDED = Column("started", When(), "When it began."), Column("ended", When(), "When it ended.")
SOURCE = SOURCES[0]

ORGANISATIONS = Sheet(
    "organisations",
    "Organisations",
    (
        SLUG,
        Column("name", NEEDED, needed=True),
        Column("abbreviation"),
        Column("kind", OneOf(OrganisationKind), needed=True),
        Column("url", meaning="Its site."),
    ),
    model=Organisation,
    key=("slug",),
    file=FOLDER / "organisations.csv",
)


PROGRAMMES = Sheet(
    "programmes",
    "Programmes of destruction",
    (
        SLUG,
        ISO3,
        Column("title", NEEDED, needed=True),
        Column("partner", Named(Organisation), "The organisation that works with the state, by its slug."),
        Column("state_body", meaning="For the state: ministry, armed force."),
        STARTED,
        ENDED,
        SOURCE,
    ),
    model=DestructionProgramme,
    key=("slug",),
    cited=noted,
    file=FOLDER / "programmes.csv",
)


PROGRAMME_STAGES = Sheet(
    "programme_stages",
    "Stages of programmes",
    (
        PROGRAMME,
        Column("number", Number(), needed=True),
        Column("name", NEEDED, needed=True),
        STARTED,
        ENDED,
        SOURCE,
    ),
    model=ProgrammeStage,
    key=("programme", "number"),
    cited=noted,
    file=FOLDER / "programme_stages.csv",
)


PROGRAMME_DELAYS = Sheet(
    "programme_delays",
    "Delays of programmes",
    (PROGRAMME, Column("cause", NEEDED, needed=True), Column("began", When()), ENDED, SOURCE),
    model=ProgrammeDelay,
    key=("programme", "cause"),
    cited=noted,
    file=FOLDER / "programme_delays.csv",
)


CONTRIBUTIONS = Sheet(
    "contributions",
    "Contributions to programmes",
    (
        PROGRAMME,
        Column("donor_iso3", STATE, "The state that gave.", needed=True, field="donor_state"),
        Column("channel", Named(Organisation), "Through whom, by its slug."),
        Column("form", meaning="What was given."),
        Column("agreed_on", When(), "When that was agreed."),
        SOURCE,
    ),
    model=Contribution,
    key=("programme", "donor_state"),
    cited=noted,
    file=FOLDER / "contributions.csv",
)

SHEETS = (ORGANISATIONS, PROGRAMMES, PROGRAMME_STAGES, PROGRAMME_DELAYS, CONTRIBUTIONS)
