"""Begin an edition year from the one before."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from countries.actions.edition_year import start_edition
from editorial.models import User
from editorial.rules.transitions import Refused


class Command(BaseCommand):
    """Safe to repeat: what exists is left as it is."""

    help = "Begin an edition year as drafts with the words that an earlier one was published with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("edition", type=int, help="the year to begin, for example 2027")
        parser.add_argument(
            "--from", dest="since", type=int, help="the year to start from (default: the year before)"
        )
        parser.add_argument("--country", default="", help="ISO 3166 alpha-3 code, for example PER")
        parser.add_argument("--region", default="", help="for example Americas")
        parser.add_argument("--theme", default="", help="for example cluster-munition-ban-policy")
        parser.add_argument("--by", required=True, help="user name; kept in the history")
        parser.add_argument("--reason", default="", help="why; kept in the history")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"], is_active=True).first()
        if by is None or not by.has_perm("countries.add_countryprofile"):
            raise CommandError(f"--by {options['by']}: nobody of this name may begin profiles.")
        edition, since = options["edition"], options["since"] or options["edition"] - 1
        try:
            report = start_edition(
                edition=edition,
                since=since,
                by=by,
                reason=options["reason"] or f"Edition {edition} started from {since}",
                country=options["country"].upper(),
                region=options["region"],
                theme=options["theme"],
            )
        except Refused as refused:
            raise CommandError(str(refused)) from None
        for profile in report.created:
            self.stdout.write(f"begun    {profile}")
        for profile in report.existing:
            self.stdout.write(f"is there {profile}")
        self.stdout.write(f"{len(report.created)} begun, {len(report.existing)} were there already.")
