"""A record with a file at the desk: looked at before it is kept, and the team's own until it is given to readers."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from countries.models import Country, Medium
from editorial.rules.roles import READ_ONLY
from tests.factories.meetings import make_source

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("team_of_one")]
FILM = b"\x00\x00\x00\x18ftypmp42 pictures"


def entered(client, peru: Country, content: bytes, name: str):
    values = {"country": peru.pk, "kind": "video", "words": "The destruction", "source": make_source().pk}
    upload = SimpleUploadedFile(name, content)
    return client.post(
        reverse("admin:countries_medium_add"), {**values, "upload": upload, "reason": "Kept"}, follow=True
    )


def test_a_video_is_kept_for_the_team_with_its_history(at_desk, client, peru: Country) -> None:
    entered(at_desk(), peru, FILM, "film.mp4")
    medium = Medium.objects.get()
    assert (medium.file_type, medium.file_name, medium.is_offered) == ("video/mp4", "film.mp4", False)
    assert medium.history.get().history_change_reason == "Kept"
    where = reverse("admin:countries_medium_file", args=[medium.pk])
    assert b"".join(at_desk("guest", READ_ONLY).get(where).streaming_content) == FILM
    assert client.get(where).status_code == 302
    page = at_desk().get(reverse("admin:countries_medium_changelist")).content.decode()
    assert "film.mp4</a> (video/mp4" in page


def test_what_is_no_video_is_refused_and_nothing_recorded(at_desk, peru: Country) -> None:
    page = entered(at_desk(), peru, b"<html>", "film.mp4").content.decode()
    assert "This kind of file is not kept" in page
    assert not Medium.objects.exists()
