"""Make a fresh database, load reference data and demo content, and print every row beside that of the run before."""

from __future__ import annotations

import argparse
import importlib
import io
import json
import os
import pkgutil
import sys
import tempfile
from pathlib import Path
from typing import Any

KEPT = Path("var/bench.json")
"""The figures of the run before, on this machine."""


def _print(name: str, value: float | str, before: float | str | None) -> None:
    def words(one: float | str | None) -> str:
        return f"{one:.2f}" if isinstance(one, int | float) else one or ""

    times = (
        f"{value / before:>8.2f} ×"
        if isinstance(value, int | float) and isinstance(before, int | float) and before
        else ""
    )
    print(f"  {name:<62} {words(value):>10} {words(before):>10} {times}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Print the project's own figures.")
    parser.add_argument("only", nargs="*", help="modules of tests/bench to run; all if left out")
    wanted = parser.parse_args().only
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DJANGO_SETTINGS_MODULE"] = "ccm_site.settings.testing"
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        import django  # after the settings are named
        from django.conf import settings

        settings.MONITOR_PAGE_CACHE = True
        django.setup()
        from django.core.management import call_command
        from django.db import connection
        from django.test.utils import setup_databases, teardown_databases

        old = setup_databases(verbosity=0, interactive=False)
        try:
            print(f"{connection.vendor}, Python {sys.version.split()[0]}; CPU ms unless said")
            print("Beside each the run before, and how many times as much this one is.")
            call_command("set_up", stdout=io.StringIO())
            before: dict[str, Any] = json.loads(KEPT.read_text()) if KEPT.exists() else {}
            measured: dict[str, Any] = {}
            package = importlib.import_module("tests.bench")
            for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
                if found.name == "__main__" or (wanted and found.name not in wanted):
                    continue
                print(f"\n{found.name}")
                for name, value in importlib.import_module(f"tests.bench.{found.name}").rows():
                    _print(name, value, before.get(f"{found.name}: {name}"))
                    measured[f"{found.name}: {name}"] = value
            KEPT.parent.mkdir(parents=True, exist_ok=True)
            KEPT.write_text(json.dumps({**before, **measured}, indent=1))
        finally:
            connection.close()
            teardown_databases(old, verbosity=0)


if __name__ == "__main__":
    main()
