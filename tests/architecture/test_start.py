"""A start is quick because it imports what a start needs: heavy libraries and the desk's doors come when asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
HEAVY = {"openpyxl", "snowballstemmer", "import_export", "rest_framework.serializers", "drf_spectacular.views"}
DOORS = {f"{app}.admin" for app in ("editorial", "countries", "meetings", "stockpiles", "impact")}


def imported_by(code: str) -> set[str]:
    """The modules that a fresh process has after the application's start and those lines."""
    whole = f"import sys, django; django.setup()\n{code}\nprint(*sys.modules)"
    run = subprocess.run(  # noqa: S603
        [sys.executable, "-c", whole],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "ccm_site.settings.testing"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("", id="a command"),
        pytest.param(
            "from django.urls import resolve, reverse; resolve('/countries/mali/'); reverse('api')", id="a page"
        ),
    ],
)
def test_neither_a_command_nor_a_reader_s_page_waits_for_what_it_does_not_need(code: str):
    assert sorted(imported_by(code) & (HEAVY | DOORS)) == []


def test_the_desk_has_all_its_doors_as_soon_as_it_is_asked():
    assert imported_by("from django.urls import reverse; reverse('admin:index')") >= DOORS


def test_a_worker_finds_a_desk_that_nobody_has_asked_for() -> None:
    code = "from editorial.admin.sheet_job import desk_of; desk_of('stockpiles.stockpileholding').offered"
    assert imported_by(code) >= DOORS


def test_the_system_checks_see_all_doors_of_the_desk():
    assert imported_by("from django.contrib import admin; admin.site.check(None)") >= DOORS
