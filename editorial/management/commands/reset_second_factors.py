"""Take away the second factors of somebody who has lost them: of the last administrator, for example."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from editorial.actions.second_factors import reset_second_factors
from editorial.models import User
from editorial.rules.transitions import Refused


class Command(BaseCommand):
    """Whoever may run this has the database anyhow; it leaves a line in the audit log."""

    help = (
        "Take away somebody's passkeys, authenticator app and recovery codes, and sign them out everywhere. They sign in "
        "with their password then, and set up new ones."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--reason", required=True, help="For the audit log, for example: lost the telephone.")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(
                f"Nobody signs in as “{options['username']}”. The names are at the desk, under Users."
            )
        try:
            number = reset_second_factors(user=user, by=None, reason=options["reason"])
        except Refused as refused:
            raise CommandError(refused.message) from refused
        self.stdout.write(f"{user} signs in with the password alone now. Taken away: {number}.")
