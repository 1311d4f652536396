"""Load the demo content: profiles, statements and programmes published through the real actions."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from editorial.management.commands.load_reference import Command as LoadReference


class Command(LoadReference):
    """As load_reference, for example content. Refused where demo accounts are not allowed."""

    help = "Load demo content (development only)."
    demo = True

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.MONITOR_DEMO_ACCOUNTS:
            raise CommandError("Demo content is for development only (MONITOR_DEMO_ACCOUNTS is off).")
        super().handle(*args, **options)
