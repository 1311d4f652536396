"""What the two documents on Peru show: on its page, found by search, each with its source; no file is claimed."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.models import Medium
from editorial.actions.reference import load
from editorial.queries.proof import unsourced
from editorial.search import SearchRequest, find

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


@pytest.fixture(autouse=True)
def media():
    load("media")


def test_photographs_video_and_the_last_slide_are_on_record_without_files():
    assert sorted(Medium.objects.values_list("country__iso3", "kind")) == [
        ("PER", "photographs"),
        ("PER", "photographs"),
        ("PER", "slide"),
        ("PER", "video"),
    ]
    assert not unsourced(Medium).exists()
    assert not Medium.objects.exclude(file="").exists()


def test_the_page_says_what_they_show_and_that_no_file_is_here(client):
    text = " ".join(client.get("/countries/peru/").content.decode().split())
    section = text.partition('id="media"')[2].partition("</section>")[0]
    assert "Video: The destruction of the cluster munitions" in section
    assert section.count("no file here") == 4
    assert "/sources/Peru-MFA-slides-2024/" in section
    other = " ".join(client.get("/countries/chile/").content.decode().split())
    assert "No photograph and no video of it is recorded here" in other


@pytest.mark.parametrize(
    "typed", ["Contraminas", "video destruction Peru", "photographs Human Rights Watch Air Force"]
)
def test_search_finds_them_with_their_state(typed):
    hits = find(SearchRequest(typed, timezone.now())).hits
    assert "/countries/peru/" in [hit.url for hit in hits]
