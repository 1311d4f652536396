"""Calls a command as a shell would: with a file, for its exit code and its words."""

from __future__ import annotations

import io
from pathlib import Path

from django.core.management import call_command


def import_file(
    command: str, path: Path, contents: str | bytes | None, *options: str
) -> tuple[int | str | None, str]:
    """Exit code and output of a command that imports a file of these contents; None for a file that is not there."""
    if contents is not None:
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    out = io.StringIO()
    try:
        call_command(command, str(path), *options, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()
