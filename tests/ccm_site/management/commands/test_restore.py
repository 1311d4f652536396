"""`manage.py restore` says what it brought back, proves it where it is asked to, and refuses in words."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from ccm_site.backups.writing import write_backup
from countries.models import Country
from tests.ccm_site.backups.conftest import Original, empty, original  # noqa: F401 - fixtures
from tests.ccm_site.backups.elsewhere import elsewhere


def run(path: Path, **options: Any) -> str:
    out = StringIO()
    call_command("restore", str(path), stdout=out, **options)
    return out.getvalue()


pytestmark = pytest.mark.usefixtures("empty")


def test_it_proves_what_it_brought_back(original: Original) -> None:  # noqa: F811
    said = run(original.archive, verify=True)
    assert Country.objects.get().slug == "peru"
    assert (
        f"{len(original.manifest.tables)} tables are those of the archive, by number of rows and SHA-256." in said
    )
    assert "2 seals and releases are as they were sealed." in said
    assert "nobody is signed in" in said


def test_a_release_that_was_broken_before_is_told(original: Original, tmp_path: Path) -> None:  # noqa: F811
    run(original.archive)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE countries_profilerelease SET lead = 'Another lead.'")
    write_backup(tmp_path / "broken.zip")
    with elsewhere(tmp_path, name="further"), pytest.raises(CommandError, match="already had releases"):
        run(tmp_path / "broken.zip", verify=True)


def test_looking_touches_no_database(original: Original, django_assert_num_queries: Any) -> None:  # noqa: F811
    with django_assert_num_queries(0):
        said = run(original.archive, only_read=True)
    assert "The archive is whole" in said


def test_a_refusal_is_an_error_in_words(original: Original, tmp_path: Path) -> None:  # noqa: F811
    run(original.archive)
    with pytest.raises(CommandError, match="The database is not empty"):
        run(original.archive)
    with pytest.raises(CommandError, match="There is no file"):
        run(tmp_path / "nowhere.zip")
