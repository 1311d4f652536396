"""Fill an empty database from a backup."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import ZipFile

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from ccm_site.backups.archive import opened
from ccm_site.backups.manifest import Manifest
from ccm_site.backups.reading import check_archive
from ccm_site.backups.refusal import BackupRefused
from ccm_site.backups.restoring import restore
from editorial.queries.seals import to_verify, verify


class Command(BaseCommand):
    """Refuses a database in which anything is. Whatever is wrong with the archive, nothing is half restored."""

    help = (
        "Fill an empty database (SQLite or PostgreSQL) and the store of files from an archive of manage.py backup."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", help="the archive")
        parser.add_argument(
            "--verify",
            action="store_true",
            help="read every table back and compare it with the archive; verify every release against its seal",
        )
        parser.add_argument(
            "--only-read", action="store_true", help="look whether the archive is whole, and touch no database"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with opened(Path(options["path"])) as (archive, manifest):
                self.stdout.write(manifest.in_words())
                if options["only_read"]:
                    self._look(archive, manifest)
                else:
                    self._restore(archive, manifest, prove=options["verify"])
        except BackupRefused as problem:
            raise CommandError(str(problem)) from problem

    def _look(self, archive: ZipFile, manifest: Manifest) -> None:
        with _bar("Reading", manifest) as bar:
            check_archive(archive, manifest, bar.update)
        self.stdout.write("The archive is whole: every part has its hash.")

    def _restore(self, archive: ZipFile, manifest: Manifest, *, prove: bool) -> None:
        with _bar("Restore", manifest) as bar:
            was_earlier = restore(archive, manifest, prove=prove, done=bar.update)
        self.stdout.write("Restored. Search, lists and ready texts were made anew; nobody is signed in.")
        if was_earlier:
            self.stdout.write("The archive was of an earlier version; the database was migrated on from there.")
        for name in manifest.files_missing:
            self.stderr.write(f"was not in the store when the backup was taken: {name}")
        if prove:
            self.stdout.write(
                f"{len(manifest.tables)} tables are those of the archive, by number of rows and SHA-256."
            )
            self._verify_releases()

    def _verify_releases(self) -> None:
        broken = [f"{one.about}: {one.message}" for found in verify() for one in found]
        if broken:
            self.stdout.write("\n".join(dict.fromkeys(broken)))
            raise CommandError("The original already had releases that are not as they were sealed.", returncode=1)
        self.stdout.write(f"{to_verify()} seals and releases are as they were sealed.")


def _bar(what: str, manifest: Manifest) -> Any:
    total = sum(one.rows for one in manifest.tables) + len(manifest.files)
    return tqdm(desc=what, total=total, unit="row", disable=None, leave=False)
