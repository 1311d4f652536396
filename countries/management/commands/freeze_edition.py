"""Release a whole edition year, or nothing of it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from countries.actions.edition_year import freeze_edition
from editorial.models import User
from editorial.rules.transitions import Refused


class Command(BaseCommand):
    """Exit code 1, with every reason, when something stands in the way; then nothing was released."""

    help = "Release every profile of an edition year together, or none."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("edition", type=int, help="for example 2026")
        parser.add_argument("--theme", default="", help="only this theme, for example cluster-munition-ban-policy")
        parser.add_argument("--language", default="", help="only this language, for example en")
        parser.add_argument("--by", required=True, help="user name of a publisher")
        parser.add_argument("--reason", default="", help="why; kept in the history")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"], is_active=True).first()
        if by is None or not by.has_perm("countries.publish_countryprofile"):
            raise CommandError(f"--by {options['by']}: nobody of this name may publish profiles.")
        edition = options["edition"]
        try:
            with tqdm(disable=None, leave=False) as bar:

                def show(what: str, done: int, total: int) -> None:
                    bar.set_description(what, refresh=False)
                    bar.total, bar.n = total, done
                    bar.refresh()

                releases = freeze_edition(
                    edition=edition,
                    by=by,
                    reason=options["reason"] or f"Edition {edition} released",
                    theme=options["theme"],
                    language=options["language"],
                    tell=show,
                )
        except Refused as refused:
            raise CommandError("\n".join([refused.message, *refused.problems])) from None
        for release in releases:
            self.stdout.write(f"released {release}")
        self.stdout.write(f"{len(releases)} profiles of {edition} released.")
