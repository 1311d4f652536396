"""Whether this installation is well, a line a thing, and what to do where it is not."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from ccm_site.doctor.condition import Condition, Level
from ccm_site.doctor.examinations import examine


class Command(BaseCommand):
    """Changes nothing. Exit status 1 where anything is bad; a warning is for somebody to look at."""

    help = "Look whether settings, database, releases, search, files, backups and services are well."
    requires_system_checks: list[str] = []  # they are its first examination

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="an object of JSON, for a machine that watches")

    def handle(self, *args: Any, **options: Any) -> None:
        at, found = timezone.now(), []
        for one in examine(at):
            found.append(one)
            if not options["json"]:
                self._tell(one)
        bad = sum(one.level is Level.BAD for one in found)
        warned = sum(one.level is Level.WARN for one in found)
        if options["json"]:
            told = {"at": at.isoformat(timespec="seconds"), "bad": bad, "warn": warned}
            self.stdout.write(json.dumps({**told, "conditions": [one.as_json() for one in found]}, indent=1))
        else:
            self.stdout.write(f"{len(found)} things looked at: {bad} bad, {warned} to look at.")
        if bad:
            raise CommandError(f"{bad} things are bad.", returncode=1)

    def _tell(self, one: Condition) -> None:
        style = {Level.GOOD: self.style.SUCCESS, Level.WARN: self.style.WARNING, Level.BAD: self.style.ERROR}
        self.stdout.write(f"{style[one.level](f'{one.level.value:4}')}  {one.about}: {one.says}")
        if one.mend:
            self.stdout.write(f"      → {one.mend}")
