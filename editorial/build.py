"""Which code makes the pages, for which installation: what another made is not served as if this one had made it."""

from __future__ import annotations

import hashlib
from functools import cache

from django.conf import settings

from editorial.installation import installation

CODE = (
    "api",
    "ccm_site",
    "countries",
    "editorial",
    "impact",
    "meetings",
    "stockpiles",
    "templates",
    "static/css",
    "static/js",
)


def build() -> str:
    """A fingerprint of the code. On a developer's machine, where templates change under a running server, of this moment."""
    return fingerprint() if settings.DEBUG else _at_the_start()


def fingerprint() -> str:
    """Made from names, sizes and times of change, and from what the installation says of itself; the same in every worker
    and command of an installation."""
    files = (
        path for folder in CODE for path in (settings.BASE_DIR / folder).rglob("*.*") if path.suffix != ".pyc"
    )
    found = sorted(f"{path} {state.st_size} {state.st_mtime_ns}" for path in files if (state := path.stat()))
    return hashlib.sha256("\n".join([*found, repr(installation())]).encode()).hexdigest()[:16]


@cache
def _at_the_start() -> str:
    return fingerprint()
