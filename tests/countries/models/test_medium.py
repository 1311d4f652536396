"""What a source shows: kept once, with its source and history; a file only where there is one and readers may have it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country, Medium
from editorial.models import recording
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db

SHOWN = {"kind": "video", "words": "The destruction of the last bombs"}


@pytest.fixture
def video(peru: Country) -> Medium:
    with recording(by=None, reason="Seen in the slides"):
        return Medium.objects.create(country=peru, source=make_source(), source_locator="slide 9", **SHOWN)


def test_in_words_at_its_place_and_with_its_history(video: Medium) -> None:
    assert str(video) == "Peru, video: The destruction of the last bombs"
    assert video.get_absolute_url() == f"/countries/peru/#medium-{video.pk}"
    with recording(by=None, reason="Counted"):
        video.number = 2
        video.save()
    assert [one.history_change_reason for one in video.history.all()] == ["Counted", "Seen in the slides"]


def test_the_same_is_recorded_once_and_none_is_no_number(video: Medium) -> None:
    with recording(by=None, reason="Again"), pytest.raises(IntegrityError), transaction.atomic():
        Medium.objects.create(country=video.country, source=video.source, **SHOWN)
    video.number = 0
    with pytest.raises(ValidationError, match="none is no record"):
        video.full_clean()


def test_a_file_is_offered_where_there_is_one_and_its_owner_allows_it(video: Medium) -> None:
    video.file_is_public = True
    assert not video.is_offered
    video.file.name = "documents/ab/abc"
    assert video.is_offered
    video.file_is_public = False
    assert not video.is_offered


def test_a_file_of_which_nothing_is_known_is_refused(video: Medium) -> None:
    video.file.name = "documents/ab/abc"
    with (
        recording(by=None, reason="Bad"),
        pytest.raises(IntegrityError, match="file_is_known"),
        transaction.atomic(),
    ):
        video.save()
