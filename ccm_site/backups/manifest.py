"""What stands in an archive beside the rows: what it is of, what made it, and what each part of it has to be."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

import django
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from .refusal import BackupRefused

FORMAT = 1
"""Counts up when an older programme could not read a newer archive."""


@dataclass(frozen=True)
class ArchivedTable:
    """One table. ``last_key`` is the highest number that a row ever had, so that none is given a second time; ``has_json``
    says that rows are hashed with inner keys in their order (see cells)."""

    table: str
    columns: list[str]
    rows: int
    sha256: str
    last_key: int | None
    has_json: bool


@dataclass(frozen=True)
class ArchivedFile:
    """One uploaded file, by its name in the store; ``size`` in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """``releases`` and ``seals`` say how many there are, and the SHA-256 of the list and of the newest seal.

    ``files_missing`` are named by a row or a version and were not in the store.
    """

    made_at: str
    installation: str
    database: str
    code: dict[str, str]
    migrations: dict[str, list[str]]
    tables: list[ArchivedTable]
    files: list[ArchivedFile]
    files_missing: list[str]
    releases: dict[str, Any]
    seals: dict[str, Any]
    left_out: dict[str, str]
    format: int = field(default=FORMAT)

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Manifest:
        """Raises BackupRefused where it is no manifest, or of a newer format."""
        try:
            told = json.loads(text)
            if told["format"] > FORMAT:
                raise BackupRefused(
                    f"The archive has format {told['format']}, and this version reads up to {FORMAT}. "
                    f"Check out {version_in_words(told['code'])} or a later one."
                )
            tables = [ArchivedTable(**one) for one in told.pop("tables")]
            files = [ArchivedFile(**one) for one in told.pop("files")]
            return cls(tables=tables, files=files, **told)
        except (ValueError, KeyError, TypeError) as problem:
            raise BackupRefused(f"Its manifest cannot be read ({problem!r}). Take another backup.") from problem

    def in_words(self) -> str:
        """What it is, in a line."""
        rows = sum(one.rows for one in self.tables)
        made = datetime.fromisoformat(self.made_at)
        return (
            f"{self.installation}, {made:%Y-%m-%d %H:%M} UTC, {self.database}: {len(self.tables)} tables, {rows:,} "
            f"rows, {len(self.files)} files, {self.releases['count']} releases, {self.seals['count']} seals"
        )


def applied_migrations() -> dict[str, list[str]]:
    """Those of the database at hand, by app; none where it has no tables."""
    found: dict[str, list[str]] = {}
    for app, name in sorted(MigrationRecorder(connection).applied_migrations()):
        found.setdefault(app, []).append(name)
    return found


@cache
def code_version() -> dict[str, str]:
    """Which code this is: the version of the project, the commit where the checkout tells it, and Django's version."""
    project = tomllib.loads((settings.BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {"version": project["version"], "commit": _commit(), "django": django.get_version()}


def version_in_words(code: dict[str, str]) -> str:
    """What to check out."""
    return (
        f"commit {code['commit'][:12]} (version {code['version']})"
        if code["commit"]
        else f"version {code['version']}"
    )


def _commit() -> str:
    """ "" where this is no checkout, or git is not there."""
    if (git := shutil.which("git")) is None:
        return ""
    asked = [git, "-C", str(settings.BASE_DIR), "rev-parse", "HEAD"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 - nothing typed is in it
    return told.stdout.strip() if told.returncode == 0 else ""
