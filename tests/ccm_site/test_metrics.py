"""Counts are those of all workers together, and cost nothing where nobody may ask for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as of_django

from ccm_site import metrics
from ccm_site.metrics import Meter, forget_the_dead, meter
from editorial.request_at_hand import RequestNote

ROOT = Path(__file__).parent.parent.parent
COUNT = """
import os, sys, django
django.setup()
from django.conf import settings
settings.MONITOR_METRICS_TOKEN, settings.MONITOR_METRICS_FOLDER = "x" * 32, sys.argv[1]
from ccm_site.metrics import meter
from editorial.request_at_hand import RequestNote
for _ in range(int(sys.argv[2])):
    meter().request(RequestNote("3f2a9c1d", "GET", "country", 200, kept="here"), 0.0003)
meter().database_error()
if len(sys.argv) > 3:
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector
    registry = CollectorRegistry()
    MultiProcessCollector(registry, path=sys.argv[1])
    print(generate_latest(registry).decode())
else:
    print("counted", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def forgotten() -> Any:
    meter.cache_clear()
    yield
    meter.cache_clear()


def test_nothing_is_counted_nor_imported_unless_somebody_may_ask() -> None:
    assert meter() is None
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import django; django.setup(); import ccm_site.request_log, sys; print(*sys.modules)",
        ],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "ccm_site.settings.testing"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {name for name in run.stdout.split() if name.startswith("prometheus_client")}


@pytest.mark.django_db
def test_a_worker_alone_counts_by_itself(settings: Any) -> None:
    settings.MONITOR_METRICS_TOKEN = "x" * 32
    measure = meter()
    assert measure is not None
    measure.request(RequestNote("3f2a9c1d", "GET", "country", 200, kept="here"), 0.0003)
    measure.request(RequestNote("3f2a9c1d", "GET", "country", 200, kept="here"), 3)
    measure.database_error()
    said = measure.text().decode()
    assert 'monitor_request_seconds_count{kept="here",route="country",status="200"} 2.0' in said
    assert 'monitor_request_seconds_bucket{kept="here",le="0.0005",route="country",status="200"} 1.0' in said
    assert "monitor_database_errors_total 1.0" in said
    assert "monitor_database_up 1.0" in said


def test_two_workers_are_counted_together(tmp_path: Path) -> None:
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "ccm_site.settings.testing"}
    command = [sys.executable, "-c", COUNT, str(tmp_path)]
    first = subprocess.Popen(  # noqa: S603
        [*command, "3"], cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        assert first.stdout is not None
        assert first.stdout.readline() == "counted\n"
        second = subprocess.run(  # noqa: S603
            [*command, "4", "say"], cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
    finally:
        first.communicate("")
    assert 'monitor_request_seconds_count{kept="here",route="country",status="200"} 7.0' in second.stdout
    assert "monitor_database_errors_total 2.0" in second.stdout


def test_what_an_earlier_run_counted_is_forgotten_once_all_who_wrote_are_gone(tmp_path: Path) -> None:
    gone, alive = tmp_path / "counter_99999999.db", tmp_path / f"counter_{os.getppid()}.db"
    gone.touch()
    alive.touch()
    forget_the_dead(tmp_path)
    assert gone.exists(), "one lives: the sum must not fall"
    alive.unlink()
    (tmp_path / f"counter_{os.getpid()}.db").touch()  # of an earlier process of this number
    forget_the_dead(tmp_path)
    assert list(tmp_path.glob("*.db")) == []


def test_the_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(metrics.FOLDER, "")
    folder = tmp_path / "a" / "b"
    Meter(str(folder))
    assert folder.is_dir()
    assert of_django.MONITOR_METRICS_FOLDER == ""
