"""Throw away what people began at the desk and never went on with. For cron."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.actions.begun_forms import sweep_forms
from editorial.models import BegunForm, SavedForm


class Command(BaseCommand):
    """Nothing that was saved is touched."""

    help = (
        f"Throw away unsaved forms that nobody went on with for {BegunForm.KEPT_FOR.days} days, "
        f"and the notes of saved ones after {SavedForm.KEPT_FOR.days}."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        begun, saved = sweep_forms(at=timezone.now())
        self.stdout.write(f"Thrown away: {begun} unsaved forms, {saved} notes of saved ones.")
