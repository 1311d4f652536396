"""Whether the triggers on treaty actions stand; puts them up again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

from countries.models.treaty_action_triggers import deviations, restore


class Command(BaseCommand):
    """Says what is missing or differs, and exits with 1. After a restore from a file without triggers, mend it here."""

    help = "Check the triggers that refuse impossible orders of treaty actions; with --restore, put them up again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--restore", action="store_true", help="put up what is missing or differs")

    def handle(self, *args: Any, **options: Any) -> None:
        found = deviations(connection)
        for what in found:
            self.stdout.write(what)
        if found and not options["restore"]:
            raise CommandError("Put them up again with manage.py treaty_triggers --restore.", returncode=1)
        if found:
            with transaction.atomic():
                restore(connection)
        self.stdout.write("The triggers stand as the rules want them.")
