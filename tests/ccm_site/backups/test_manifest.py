"""What stands beside the rows."""

from __future__ import annotations

import dataclasses
import json

import pytest

from ccm_site.backups.manifest import (
    FORMAT,
    ArchivedFile,
    ArchivedTable,
    Manifest,
    applied_migrations,
    code_version,
    version_in_words,
)
from ccm_site.backups.refusal import BackupRefused

MANIFEST = Manifest(
    made_at="2026-03-01T04:00:00+00:00",
    installation="CCM Monitor",
    database="SQLite 3.46.0",
    code={"version": "0.1.0", "commit": "abcdef1234567890", "django": "5.2"},
    migrations={"countries": ["0001_squashed_0009_order_of_releases"]},
    tables=[ArchivedTable("editorial_source", ["id", "key"], 1200, "0" * 64, 1300, False)],
    files=[ArchivedFile("documents/ab/abc", 17, "1" * 64)],
    files_missing=[],
    releases={"count": 3, "sha256": "2" * 64},
    seals={"count": 4, "newest": [4, "3" * 64]},
    left_out={"django_session": "who is signed in"},
)


def test_it_comes_back_as_it_was() -> None:
    assert Manifest.from_json(MANIFEST.to_json()) == MANIFEST


def test_it_says_in_a_line_what_it_is() -> None:
    assert MANIFEST.in_words() == (
        "CCM Monitor, 2026-03-01 04:00 UTC, SQLite 3.46.0: 1 tables, 1,200 rows, 1 files, 3 releases, 4 seals"
    )


def test_a_newer_format_names_what_to_check_out() -> None:
    newer = dataclasses.replace(MANIFEST, format=FORMAT + 1)
    with pytest.raises(BackupRefused, match=r"format 2.*commit abcdef123456 \(version 0\.1\.0\)"):
        Manifest.from_json(newer.to_json())


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", json.dumps({"format": 1, "tables": [{}]}).encode()])
def test_what_is_no_manifest_is_refused(text: bytes) -> None:
    with pytest.raises(BackupRefused, match="manifest cannot be read"):
        Manifest.from_json(text)


def test_without_a_checkout_the_version_is_named() -> None:
    assert version_in_words({"version": "0.1.0", "commit": ""}) == "version 0.1.0"
    assert set(code_version()) == {"version", "commit", "django"}


@pytest.mark.django_db
def test_the_migrations_are_those_of_the_database() -> None:
    assert "0001_squashed_0009_order_of_releases" in applied_migrations()["countries"]
