"""Where an upload is kept: under its fingerprint alone."""

from __future__ import annotations

from types import SimpleNamespace

from editorial.models.kept_file import stored_under


def test_no_name_from_outside_reaches_the_disk() -> None:
    assert stored_under(SimpleNamespace(sha256="abcdef"), "../../etc/passwd") == "documents/ab/abcdef"
