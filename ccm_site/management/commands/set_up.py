"""Everything between a fresh clone and a serving site, except the packages: `make run` calls it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from editorial.actions.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD, ensure_demo_accounts


class Command(BaseCommand):
    """Safe to repeat: the second run changes nothing that a person edited."""

    help = "Migrate, load reference data, demo content and demo accounts, and print where to look."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("load_reference", stdout=self.stdout)
        if settings.MONITOR_DEMO_ACCOUNTS:
            ensure_demo_accounts()
            call_command("load_demo", stdout=self.stdout)
        base = f"http://{options['host']}:{options['port']}"
        self.stdout.write(f"\n{settings.MONITOR_NAME}\n")
        for path, what in (("/", "public site"), ("/admin/", "the desk"), ("/api/", "API documentation")):
            self.stdout.write(f"  {base + path:<32} {what}")
        if settings.MONITOR_DEMO_ACCOUNTS:
            self.stdout.write(f"  demo accounts ({', '.join(DEMO_ACCOUNTS)}): password {DEMO_PASSWORD}\n\n")
