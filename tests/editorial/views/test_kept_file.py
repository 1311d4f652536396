"""A file as it is sent: under headers with which no browser runs it."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import Http404

from editorial.views.kept_file import as_download


def record(**values: object) -> Any:
    kept = SimpleNamespace(open=lambda mode: BytesIO(b"words"))
    known = {"pk": 7, "file": kept, "file_name": "film.mp4", "file_type": "video/mp4", "sha256": "ab" * 32}
    return SimpleNamespace(**{**known, **values})


def test_it_is_a_download_of_the_type_that_its_contents_show() -> None:
    answer = as_download(record())
    assert answer["Content-Disposition"] == 'attachment; filename="film.mp4"'
    assert answer["Content-Type"] == "video/mp4"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_without_a_name_it_has_its_number() -> None:
    assert as_download(record(file_name="…"))["Content-Disposition"] == 'attachment; filename="document-7"'


def test_one_that_is_lost_is_not_found() -> None:
    def lost(mode: str) -> None:
        raise FileNotFoundError

    with pytest.raises(Http404, match="not in the store"):
        as_download(record(file=SimpleNamespace(open=lost)))
