"""Report what has come out of its embargo. For cron; pages follow the clock by themselves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from editorial.management.clock import ClockCommand
from editorial.models import release_models


class Command(ClockCommand):
    """Embargoes end by time alone; this says which did. Exit 0 also when there were none."""

    help = "List the releases whose embargo ended since a moment (default: in the last 24 hours)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--since", default="", help="Date and time, for example 2026-11-20T08:00+00:00.")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        since = self._moment(options["since"]) or now - timedelta(hours=24)
        found = 0
        for model in release_models():
            due = (
                model.objects.visible(now).filter(visible_from__gt=F("released_at")).filter(visible_from__gt=since)
            )
            for release in due.order_by("visible_from").iterator():
                found += 1
                self.stdout.write(
                    f"{release.visible_from:%Y-%m-%d %H:%M} UTC  {release}  {release.get_absolute_url()}"
                )
            waiting = model.objects.not_withdrawn().filter(visible_from__gt=now).count()
            if waiting:
                self.stdout.write(f"{waiting} {model._meta.verbose_name_plural} still under embargo.")
        self.stdout.write(f"{found} became visible since {since:%Y-%m-%d %H:%M} UTC.")

    def _moment(self, given: str) -> datetime | None:
        if not given:
            return None
        try:
            moment = parse_datetime(given)
        except ValueError:
            moment = None
        if moment is None:
            raise CommandError(f"--since {given}: not a date and time. Write it as 2026-11-20T08:00+00:00.")
        return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
