"""Take the import of a statement back, as long as nobody has built on it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.actions.text_import import undo_import
from editorial.models import User
from editorial.rules.transitions import Refused
from meetings.models import Statement


class Command(BaseCommand):
    """Deletes an imported draft, its parties and the sources it brought. Exit code 0: done; 1: refused, with reasons."""

    help = "Undo import_statement: the draft, its parties and the sources that only it brought. History keeps all."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int, help="number of the statement, as import_statement printed it")
        parser.add_argument("--by", required=True, help="user name of whoever undoes; kept in the history")
        parser.add_argument("--reason", required=True, help="why; kept in the history")

    def handle(self, *args: Any, **options: Any) -> None:
        statement = Statement.objects.filter(pk=options["number"]).first()
        if statement is None:
            raise CommandError(f"There is no statement {options['number']}.")
        by = User.objects.filter(username=options["by"], is_active=True).first()
        if by is None or not by.has_perm("meetings.delete_statement"):
            raise CommandError(f"--by: “{options['by']}” is nobody who may delete statements.")
        try:
            done = undo_import(record=statement, by=by, reason=options["reason"])
        except Refused as refusal:
            raise CommandError("\n".join([refusal.message, *refusal.problems])) from None
        self.stdout.write(
            f"Undone: “{done.record}” with {done.parts} parties; {len(done.deleted)} sources deleted."
        )
        for key, why in done.kept:
            self.stdout.write(f"  source {key} stays: {why}")
