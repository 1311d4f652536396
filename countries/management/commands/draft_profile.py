"""Print what is on record of a state as the first draft of its profile."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from countries.actions.profile_draft import drafted
from countries.exports import profile_as_markdown
from countries.models import Country
from editorial.rules.transitions import Refused


class Command(BaseCommand):
    """Writes nothing into the database. ``import_profile`` reads what it prints."""

    help = "Print the first draft of a state's profile, made from what is on record, as Markdown with its sources."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "country", help="ISO 3166 alpha-3 code, for example TCD, or the name in addresses: kosovo"
        )
        parser.add_argument(
            "--edition", type=int, help="year of the edition (default: that of the record's last day)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        given = options["country"]
        country = Country.objects.filter(iso3=given.upper()).first() or Country.objects.filter(slug=given).first()
        if country is None:
            raise CommandError(f"There is no state {given}. Give its ISO 3166 alpha-3 code.")
        draft = drafted(country)
        try:
            profile = draft.as_edition(options["edition"] or draft.day.year)
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(profile_as_markdown(profile), ending="")
