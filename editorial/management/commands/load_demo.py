"""Load the demo content: profiles, statements and programmes published through the real actions."""

from typing import Any

from django.core.management.base import CommandError

from editorial.actions.accounts import demo_refusal
from editorial.management.commands.load_reference import Command as LoadReference


class Command(LoadReference):
    """As load_reference, for example content. Refused where demo accounts are."""

    help = "Load demo content (development only)."
    demo = True

    def handle(self, *args: Any, **options: Any) -> None:
        if refusal := demo_refusal():
            raise CommandError(refusal)
        super().handle(*args, **options)
