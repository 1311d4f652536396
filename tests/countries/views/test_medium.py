"""Files of photographs and videos: only what readers may have, only as downloads."""

from __future__ import annotations

import hashlib

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from countries.models import Country, Medium
from editorial.models import recording
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db
FILM = b"\x00\x00\x00\x18ftypmp42 pictures"


@pytest.fixture
def film(peru: Country) -> Medium:
    medium = Medium(
        country=peru,
        kind="video",
        words="The destruction",
        source=make_source(),
        file_name="film.mp4",
        file_type="video/mp4",
        file_size=len(FILM),
        sha256=hashlib.sha256(FILM).hexdigest(),
    )
    with recording(by=None, reason="Kept"):
        medium.file.save("ignored", ContentFile(FILM))
    return medium


def test_one_that_the_team_keeps_for_itself_does_not_exist_for_readers(client: Client, film: Medium) -> None:
    answer = client.get(film.get_file_url())
    assert answer.status_code == 404
    assert "film.mp4" not in answer.content.decode()
    page = client.get("/countries/peru/").content.decode()
    assert "The destruction" in page
    assert film.get_file_url() not in page
    assert "film.mp4" not in page
    (shown,) = client.get("/api/v1/media/?country=PER").json()["results"]
    assert (shown["file"], shown["file_type"], shown["sha256"]) == (None, "", "")


def test_one_that_readers_may_have_is_sent_as_a_download(client: Client, film: Medium) -> None:
    with recording(by=None, reason="The ministry allows it"):
        film.file_is_public = True
        film.save()
    answer = client.get(film.get_file_url())
    assert answer.getvalue() == FILM
    assert answer["Content-Disposition"] == 'attachment; filename="film.mp4"'
    assert f'href="{film.get_file_url()}" download' in client.get("/countries/peru/").content.decode()
    (shown,) = client.get("/api/v1/media/?country=PER").json()["results"]
    assert (shown["file"], shown["sha256"]) == (f"http://testserver{film.get_file_url()}", film.sha256)
