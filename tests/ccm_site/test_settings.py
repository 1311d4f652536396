"""Production says what it needs, and is safe by Django's own checks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = {
    "SECRET_KEY": "k" * 50 + "abcdefghijklmnop",
    "DATABASE_URL": "sqlite:///:memory:",
    "ALLOWED_HOSTS": "monitor.example.org",
}
# What this suite's own run sets (the browser's fixtures among it) is not part of a production environment.
SET_BY_TESTS = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def manage(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    base = {k: v for k, v in os.environ.items() if k not in SET_BY_TESTS | set(NEEDED)}
    return subprocess.run(  # noqa: S603
        [sys.executable, "manage.py", *args],
        cwd=ROOT,
        env=base | {"DJANGO_SETTINGS_MODULE": "ccm_site.settings.production"} | env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_names_every_missing_variable_at_once() -> None:
    result = manage("check")
    assert result.returncode != 0
    for name in NEEDED:
        assert f"{name}: " in result.stderr
    assert "secrets.token_hex" in result.stderr


def test_check_deploy_is_clean() -> None:
    result = manage("check", "--deploy", "--fail-level", "WARNING", **NEEDED)
    assert result.returncode == 0, result.stderr
