"""Everything between a fresh clone and a serving site, except the packages: `make run` calls it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.actions.accounts import (
    DEMO_ACCOUNTS,
    DEMO_PASSWORD,
    ELSEWHERE,
    database_elsewhere,
    demo_refusal,
    ensure_demo_accounts,
)
from editorial.actions.loaded_files import load_once
from editorial.installation import installation


class Command(BaseCommand):
    """Safe to repeat: the second run changes nothing that a person edited, and of one version reads no file again.

    On the development settings it refuses a database on another machine before anything is changed, and leaves a
    database that people use without demo accounts and demo content.
    """

    help = "Migrate, load reference data, demo content and demo accounts, and print where to look."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", default="8000")
        parser.add_argument(
            "--without-demo",
            action="store_true",
            help="migrate and load reference data, but nothing for a try-out",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        wants_demo = settings.MONITOR_DEMO_ACCOUNTS and not options["without_demo"]
        if wants_demo and (address := database_elsewhere()):
            raise CommandError(ELSEWHERE.format(address=address) + "\nNothing was changed.")
        call_command("migrate", verbosity=0)
        self._load("reference")
        refusal = demo_refusal() if wants_demo else ""
        has_demo = wants_demo and not refusal
        if has_demo:
            ensure_demo_accounts()
            self._load("demo")
        base = f"http://{options['host']}:{options['port']}"
        self.stdout.write(f"\n{installation().name}\n")
        for path, what in (("/", "public site"), ("/admin/", "the desk"), ("/api/", "API documentation")):
            self.stdout.write(f"  {base + path:<32} {what}")
        if refusal:
            self.stderr.write(f"\n{refusal}\n")
        if has_demo:
            self.stdout.write(f"  demo accounts ({', '.join(DEMO_ACCOUNTS)}): password {DEMO_PASSWORD}\n\n")

    def _load(self, name: str) -> None:
        """The reference data or the demo content. A version that brought it here reads its files no second time."""
        if not load_once(name, lambda: call_command(f"load_{name}", stdout=self.stdout)):
            self.stdout.write(
                f"{name}: loaded by this version already; manage.py load_{name} reads the files again"
            )
