"""Static files as production serves them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.http import HttpResponse
from django.test import RequestFactory
from whitenoise.middleware import WhiteNoiseMiddleware

from ccm_site.static_files import StaticFiles

OURS = Path(settings.BASE_DIR) / "static"
HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.fixture
def collected(tmp_path: Path) -> StaticFiles:
    """Our own scripts, collected as a deployment collects them."""
    written = StaticFilesStorage(location=OURS)
    kept = StaticFiles(location=tmp_path, base_url="/static/")
    names = [str(path.relative_to(OURS)) for path in OURS.glob("js/**/*.js")]
    for name in names:
        with written.open(name) as file:
            kept.save(name, file)
    for name, _, done in kept.post_process({name: (kept, name) for name in names}):
        assert not isinstance(done, Exception), (name, done)
    return kept


def test_a_script_imports_its_neighbours_by_their_hashed_names(collected: StaticFiles) -> None:
    with collected.open(collected.stored_name("js/desk/researched-text.js")) as file:
        imported = re.findall(r'from "\./([^"]+)"', file.read().decode())
    assert [HASHED.sub(".js", name) for name in imported] == [
        "researched-text/codemirror.js",
        "researched-text/editor.js",
    ]
    for name in imported:
        assert HASHED.search(name), name
        assert collected.exists(f"js/desk/{name}"), name


def test_a_file_that_keeps_its_name_is_kept_for_an_hour_and_given_to_no_other_site(settings: Any) -> None:
    settings.WHITENOISE_USE_FINDERS = True
    served: Any = WhiteNoiseMiddleware(lambda request: HttpResponse(status=404))
    answer = served(RequestFactory().get("/static/css/base.css"))
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "max-age=3600, public"
    assert "Access-Control-Allow-Origin" not in answer
    answer.file_to_stream.close()
