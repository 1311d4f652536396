"""Demo content of meetings: the statements that real documents describe, with their parties and positions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from countries.models import Country
from editorial.actions.accounts import ensure_demo_accounts
from editorial.actions.import_report import ImportReport
from editorial.actions.publishing import approve, publish, submit
from editorial.actions.reference import one, reference, rows
from editorial.models import Source, recording
from meetings.models import (
    ActionPlan,
    Meeting,
    Position,
    Statement,
    StatementAction,
    StatementArticle,
    StatementParty,
    StatementTheme,
    Theme,
)

FOLDER = Path(__file__).resolve().parent.parent / "demo"

Row = dict[str, str]


@reference("demo-statements", demo=True)
def load_demo_statements(report: ImportReport) -> None:
    """Written, reviewed and published by the demo accounts through the real actions; never touched again."""
    people = ensure_demo_accounts()
    path = FOLDER / "statements.csv"
    parties = _by_statement("statement_parties.csv")
    positions = _by_statement("positions.csv")
    for line, row in rows(path):
        if Statement.objects.filter(imported_from=_mark(row["key"])).exists():
            report.unchanged += 1
            continue
        with recording(by=people["researcher"], reason="Written from the sources cited"):
            statement = _create(path, line, row)
            _add_parties(statement, parties.get(row["key"], []))
            _add_positions(statement, positions.get(row["key"], []))
        report.created += 1
        if row["state"] == "published":
            submit(record=statement, by=people["researcher"], reason="Ready for review")
            approve(record=statement, by=people["editor"], reason="Compared with its sources")
            publish(record=statement, by=people["publisher"], reason="First release")


def _mark(key: str) -> str:
    """By this a second run knows what it made, whatever somebody has done to title or text."""
    return f"demo:{key}"


def _by_statement(name: str) -> Mapping[str, list[tuple[int, Row]]]:
    found: dict[str, list[tuple[int, Row]]] = {}
    for line, row in rows(FOLDER / name):
        found.setdefault(row["statement"], []).append((line, row))
    return found


def _create(path: Path, line: int, row: Row) -> Statement:
    statement = Statement.objects.create(
        title=row["title"],
        kind=row["kind"],
        meeting=_found(Meeting, path, line, "meeting", row["meeting"], "slug"),
        date=row["date"] or None,
        language=row["language"],
        source=_found(Source, path, line, "source", row["source"], "key"),
        states_claimed=int(row["states_claimed"]) if row["states_claimed"] else None,
        claimed_in_words=row["claimed_in_words"],
        states_unnamed=int(row["states_unnamed"]),
        unnamed_parties=row["unnamed_parties"],
        lead=row["lead"],
        text=row["text"],
        imported_from=_mark(row["key"]),
    )
    for slug in filter(None, row["themes"].split(";")):
        StatementTheme.objects.create(statement=statement, theme=_found(Theme, path, line, "themes", slug, "slug"))
    for article in filter(None, row["articles"].split(";")):
        StatementArticle.objects.create(statement=statement, article=article)
    if row["plan"]:
        plan = _found(ActionPlan, path, line, "plan", row["plan"], "slug")
        StatementAction.objects.create(statement=statement, plan=plan)
    return statement


def _add_parties(statement: Statement, found: list[tuple[int, Row]]) -> None:
    path = FOLDER / "statement_parties.csv"
    order = 0
    for line, row in found:
        for iso3 in row["states"].split():
            order += 1
            country = _found(Country, path, line, "states", iso3, "iso3")
            StatementParty.objects.create(statement=statement, country=country, role=row["role"], order=order)


def _add_positions(statement: Statement, found: list[tuple[int, Row]]) -> None:
    path = FOLDER / "positions.csv"
    for line, row in found:
        Position.objects.create(
            statement=statement,
            country=_found(Country, path, line, "iso3", row["iso3"], "iso3"),
            theme=_found(Theme, path, line, "theme", row["theme"], "slug"),
            stance=row["stance"],
            paraphrase=row["paraphrase"],
            source=_found(Source, path, line, "source", row["source"], "key"),
            locator=row["locator"],
        )


def _found(model: Any, path: Path, line: int, field: str, value: str, by: str) -> Any:
    return one(model, path, line, field, value, **{by: value}) if value else None
