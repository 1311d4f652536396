"""A changed file of the code makes another build, whatever it is that changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editorial.build import CODE, build, fingerprint


def test_the_build_is_the_same_for_every_worker() -> None:
    assert build() == build()
    assert len(build()) == 16


@pytest.mark.parametrize("changed", ["a longer text", "other text!"], ids=["size", "time"])
@pytest.mark.parametrize("folder", CODE)
def test_a_changed_file_of_any_folder_makes_another_build(
    settings, tmp_path: Path, folder: str, changed: str
) -> None:
    settings.BASE_DIR = tmp_path
    file = tmp_path / folder / "inside" / "page.html"
    file.parent.mkdir(parents=True)
    file.write_text("first text!")
    os.utime(file, (1, 1))
    first = fingerprint()
    assert fingerprint() == first
    file.write_text(changed)
    os.utime(file, (1, 1) if len(changed) != len("first text!") else (2, 2))
    assert fingerprint() != first


def test_compiled_files_are_no_part_of_the_build(settings, tmp_path: Path) -> None:
    settings.BASE_DIR = tmp_path
    (tmp_path / "api").mkdir()
    before = fingerprint()
    (tmp_path / "api" / "views.cpython-311.pyc").touch()
    assert fingerprint() == before


def test_every_app_and_what_pages_are_made_of_belongs_to_the_build(settings) -> None:
    apps_here = {path.parent.name for path in settings.BASE_DIR.glob("*/apps.py")}
    assert apps_here | {"api", "templates", "static/css", "static/js"} == set(CODE)


def test_on_a_developers_machine_it_follows_the_files_at_once(settings, tmp_path: Path) -> None:
    settings.BASE_DIR, settings.DEBUG = tmp_path, True
    (tmp_path / "templates").mkdir()
    before = build()
    (tmp_path / "templates" / "new.html").touch()
    assert build() != before
