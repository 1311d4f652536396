"""What comes with the site is loaded once for each version, and again after a failure."""

import pytest

from editorial.actions import loaded_files
from editorial.actions.loaded_files import load_once
from editorial.models import LoadedFiles

pytestmark = pytest.mark.django_db


def test_a_version_loads_once_and_the_next_one_again(monkeypatch):
    runs: list[int] = []
    for build in ("one", "one", "two"):
        monkeypatch.setattr(loaded_files, "fingerprint", build.strip)
        load_once("reference", lambda: runs.append(1))
    assert len(runs) == 2
    assert LoadedFiles.objects.get().build == "two"


def test_what_failed_is_tried_again():
    def fails() -> None:
        raise ValueError("a row was refused")

    with pytest.raises(ValueError, match="refused"):
        load_once("reference", fails)
    assert load_once("reference", lambda: None)
    assert not load_once("reference", lambda: None)


def test_each_set_of_files_by_itself():
    assert load_once("reference", lambda: None)
    assert load_once("demo", lambda: None)
