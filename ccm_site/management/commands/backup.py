"""Take a backup of everything into one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from ccm_site.backups.folder import new_name, prune
from ccm_site.backups.refusal import BackupRefused
from ccm_site.backups.writing import refuse_another_version, rows_to_write, write_backup

KEEP_IT_SAFE = (
    "It holds password hashes and what nobody has published: keep it as you keep the database (its mode is 0600)."
)


class Command(BaseCommand):
    """Reads only, at one moment of the database, while people go on writing. Whoever waits sees how far it is."""

    help = "Write the database and the uploaded files into one archive; manage.py restore brings them back."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "path",
            nargs="?",
            default=settings.MONITOR_BACKUP_FOLDER,
            help="a new file, or a folder, in which it gets a name of its moment (default: BACKUP_FOLDER)",
        )
        parser.add_argument(
            "--keep", type=int, help="of the backups in the folder, keep so many and throw older ones away"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        place, now = self._place(options), timezone.now()
        path = place / new_name(now) if place.is_dir() else place
        try:
            refuse_another_version()
            with tqdm(desc="Backup", total=rows_to_write(), unit="row", disable=None, leave=False) as bar:
                manifest = write_backup(path, bar.update)
        except BackupRefused as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{manifest.in_words()}\n{path} ({path.stat().st_size / 2**20:,.1f} MB). {KEEP_IT_SAFE}")
        for name in manifest.files_missing:
            self.stderr.write(f"not in the store, though a record names it: {name}")
        if options["keep"]:
            for old in prune(place, options["keep"], now):
                self.stdout.write(f"thrown away: {old}")

    def _place(self, options: dict[str, Any]) -> Path:
        if not options["path"]:
            raise CommandError("Where to? Name a file or a folder, or set BACKUP_FOLDER.")
        place, keep = Path(options["path"]), options["keep"]
        if not place.is_dir() and not place.parent.is_dir():
            raise CommandError(f"There is no folder {place.parent}. Make it first.")
        if keep is not None and (keep < 1 or not place.is_dir()):
            raise CommandError("--keep takes a number from 1, and a folder in which backups lie.")
        return place
