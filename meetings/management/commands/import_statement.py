"""Bring a statement, paper or presentation in as a draft with its parties."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandParser

from editorial.importing.text_import import WrittenImport
from editorial.management.text_import import Options, TextImportCommand
from meetings.importing.statement import NEEDED, StatementDestination, statement_meant
from meetings.importing.statement_parties import PARTIES_DIFFER
from meetings.models import Role, Statement, StatementKind


class Command(TextImportCommand[Statement]):
    """One text, one draft statement."""

    needs = NEEDED
    makes = "statements and sources"
    decisions = {**TextImportCommand.decisions, "parties_as_given": PARTIES_DIFFER}

    help = (
        "Statement, paper or slides as text → draft statement with its parties. Without --write only the "
        "reconciliation report is printed. Exit code 0: clean; 1: with problems; 2: the input cannot be used."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="text file in UTF-8, Markdown or plain")
        parser.add_argument("--meeting", default="", help="slug of the meeting, for example lima-2007")
        parser.add_argument(
            "--kind",
            default="",
            help="taken from the words above the text if left out; presentation reads slides. "
            + ", ".join(StatementKind.values),
        )
        parser.add_argument("--title", default="", help="in place of the one in the file")
        parser.add_argument("--date", default="", help="2013-09-11, “May 2007”, or a bound: “after 31 July 2013”")
        parser.add_argument("--source", default="", help="key of the source that the statement is in the library")
        for role in Role:
            parser.add_argument(
                f"--{role.value}",
                nargs="+",
                action="extend",
                default=[],
                metavar="STATE",
                help=f"{role.label.lower()}: ISO 3166 alpha-3 codes, names, or a list as it is printed; "
                "found in the text if none is given",
            )
        parser.add_argument(
            "--parties-as-given",
            action="store_true",
            help="the states given hold, also where the text names others; the differences stay in the report",
        )
        self.add_shared_arguments(parser)

    def destination(self, options: Options) -> StatementDestination:
        named = ("meeting", "kind", "title", "date", "language", "source")
        states = {role.value: options[role.value.replace("-", "_")] for role in Role}
        return statement_meant(states=states, **{name: options[name] for name in named})

    def written(self, done: WrittenImport[Statement]) -> str:
        number = done.record.pk
        return (
            f"Written: draft “{done.record}” as number {number} ({len(done.parts)} parties, {len(done.created)} "
            f"sources created to be checked, {len(done.reused)} reused). While nobody has changed it, "
            f"undo_import_statement {number} takes it back."
        )
