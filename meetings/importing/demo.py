"""Demo content of meetings: the statements that real documents describe, with their parties and positions."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from countries.importing.state_column import STATE_OR_NONE, States
from editorial.actions.accounts import ensure_demo_accounts
from editorial.actions.import_report import ImportReport
from editorial.actions.publishing import approve, publish, submit
from editorial.actions.reference import reference
from editorial.importing.cells import Named, Number, OneOf, When
from editorial.importing.sheet import Column, Sheet, SheetRow
from editorial.importing.sheet_loader import readable
from editorial.models import Source, recording
from meetings.models import (
    ActionPlan,
    Meeting,
    Position,
    Role,
    Stance,
    Statement,
    StatementAction,
    StatementArticle,
    StatementKind,
    StatementParty,
    StatementTheme,
    Theme,
)

FOLDER = Path(__file__).resolve().parent.parent / "demo"
SOURCE = Column("source", Named(Source, "key"))

STATEMENTS = Sheet(
    "statements",
    "Statements for a try-out",
    (
        Column("key"),
        Column("state", meaning="published, or draft."),
        Column("title"),
        Column("kind", OneOf(StatementKind)),
        Column("meeting", Named(Meeting)),
        Column("date", When()),
        Column("language"),
        SOURCE,
        Column("states_claimed", Number()),
        Column("claimed_in_words"),
        Column("states_unnamed", Number()),
        Column("unnamed_parties"),
        Column("themes", meaning="By their slugs, parted by semicolons."),
        Column("articles", meaning="Their numbers, parted by semicolons."),
        Column("plan", Named(ActionPlan)),
        Column("lead"),
        Column("text"),
    ),
    file=FOLDER / "statements.csv",
)
PARTIES = Sheet(
    "statement_parties",
    "Who stands behind them",
    (Column("statement"), Column("role", OneOf(Role)), Column("states", States())),
    file=FOLDER / "statement_parties.csv",
)
POSITIONS = Sheet(
    "positions",
    "Positions in them",
    (
        Column("statement"),
        Column("iso3", STATE_OR_NONE, "Only where this state alone takes it."),
        Column("theme", Named(Theme)),
        Column("stance", OneOf(Stance)),
        Column("paraphrase"),
        Column("quote", meaning="Word for word, where a source gives the words."),
        Column("quote_language"),
        SOURCE,
        Column("locator"),
    ),
    file=FOLDER / "positions.csv",
)


@reference("demo-statements", demo=True)
def load_demo_statements(report: ImportReport) -> None:
    """Written, reviewed and published by the demo accounts through the real actions; never touched again."""
    people = ensure_demo_accounts()
    parties, positions = _by_statement(PARTIES, report), _by_statement(POSITIONS, report)
    for row in readable(STATEMENTS, report):
        mark = f"demo:{row['key']}"  # by this a second run knows what it made, whatever became of title or text
        if Statement.objects.filter(imported_from=mark).exists():
            report.unchanged += 1
            continue
        with recording(by=people["researcher"], reason="Written from the sources cited"):
            statement = _create(row, mark)
            _add_parties(statement, parties[row["key"]])
            _add_positions(statement, positions[row["key"]])
        report.created += 1
        if row["state"] == "published":
            submit(record=statement, by=people["researcher"], reason="Ready for review")
            approve(record=statement, by=people["editor"], reason="Compared with its sources")
            publish(record=statement, by=people["publisher"], reason="First release")


def _by_statement(sheet: Sheet, report: ImportReport) -> dict[str, list[SheetRow]]:
    found = defaultdict(list)
    for row in readable(sheet, report):
        found[row["statement"]].append(row)
    return found


def _create(row: SheetRow, mark: str) -> Statement:
    facts = ("title", "kind", "meeting", "date", "language", "source", "lead", "text")
    counts = ("states_claimed", "claimed_in_words", "states_unnamed", "unnamed_parties")
    statement: Statement = Statement.objects.create(**row.given(*facts, *counts), imported_from=mark)
    for slug in filter(None, row["themes"].split(";")):
        StatementTheme.objects.create(statement=statement, theme=row.known.named(Theme, slug))
    for article in filter(None, row["articles"].split(";")):
        StatementArticle.objects.create(statement=statement, article=article)
    if row["plan"]:
        StatementAction.objects.create(statement=statement, plan=row["plan"])
    return statement


def _add_parties(statement: Statement, rows: list[SheetRow]) -> None:
    named = [(country, row["role"]) for row in rows for country in row["states"]]
    for order, (country, role) in enumerate(named, 1):
        StatementParty.objects.create(statement=statement, country=country, role=role, order=order)


def _add_positions(statement: Statement, rows: list[SheetRow]) -> None:
    facts = ("theme", "stance", "paraphrase", "quote", "quote_language", "source", "locator")
    for row in rows:
        Position.objects.create(statement=statement, country=row["iso3"], **row.given(*facts))
