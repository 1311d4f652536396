"""What is computed beside a released text says its day: the end of what the edition covers, or the day of release."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from countries.actions.country_profile import publish_edition
from countries.models import Country, CountryProfile, ProfileRelease, ProfileTheme
from editorial.actions.publishing import approve, submit
from editorial.models import recording
from editorial.rules.partial_date import PartialDate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
LATE_2026 = datetime(2026, 11, 28, 12, tzinfo=UTC)
PAGE = "/countries/peru/cluster-munition-ban-policy/"


@pytest.fixture
def bring_out(press):
    """An edition on Peru, published through the desk's own action on 28 November 2026."""
    with recording(by=None, reason="Made for a test"):
        theme, _ = ProfileTheme.objects.get_or_create(
            slug="cluster-munition-ban-policy", defaults={"title": "Cluster Munition Ban Policy", "order": 1}
        )

    def publish(edition: int = 2009, **values) -> ProfileRelease:
        with time_machine.travel(LATE_2026, tick=False):
            profile = press.draft(Country.objects.get(iso3="PER"), theme, edition, **values)
            submit(record=profile, by=press.researcher, reason="Ready")
            approve(record=profile, by=press.editor, reason="Read")
            release = publish_edition(profile=profile, by=press.publisher, reason="Out")
        assert isinstance(release, ProfileRelease)
        return release

    return publish


def said(release: ProfileRelease) -> dict[str, str]:
    return {fact["label"]: fact["value"] for fact in release.facts}


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_edition_of_2009_computes_for_the_day_it_covers(bring_out, client):
    release = bring_out(covers_until="2009-03-18")
    assert {fact["as_of"] for fact in release.facts} == {"2009-03-18"}
    assert "State Party" not in said(release)["Convention on Cluster Munitions"]
    assert "not joined" in said(release)["Protocol V on explosive remnants of war"]  # it consented on 29 May 2009
    page = text_of(client.get(f"{PAGE}2009/r1/"))
    assert "<h2>Computed as of 18 March 2009, the end of what this edition covers</h2>" in page
    assert 'Edition 2009, covers until <time datetime="2009-03-18">18 March 2009</time>' in page
    assert 'Release r1, published here <time datetime="2026-11-28">28 November 2026</time>' in page


def test_a_month_counts_to_its_last_day(bring_out):
    release = bring_out(covers_until="2009-06")
    assert {fact["as_of"] for fact in release.facts} == {"2009-06-30"}
    assert release.facts_heading.startswith("Computed as of 30 June 2009")


def test_an_edition_without_such_a_day_speaks_of_the_last_day_of_the_record(bring_out, client):
    release = bring_out()
    assert {fact["as_of"] for fact in release.facts} == {"2026-02-03"}
    assert "State Party" in said(release)["Convention on Cluster Munitions"]
    page = text_of(client.get(f"{PAGE}2009/r1/"))
    assert "<h2>Computed as of 3 February 2026, the last day of the record when this release was made</h2>" in page
    assert "covers until" not in page


def test_a_release_from_before_the_day_was_kept_reads_as_its_own_day_and_keeps_its_hash(bring_out):
    release = bring_out()
    for fact in release.facts:
        del fact["as_of"]
    assert "covers_until" not in release.payload
    assert release.facts_heading == "Computed on 28 November 2026, when this release was made"


def test_what_was_frozen_stays_when_the_edition_is_given_another_day(bring_out, press):
    release = bring_out(covers_until="2009-03-18")
    press.change(release.profile, covers_until="2009-06")
    again = ProfileRelease.objects.get(pk=release.pk)
    assert str(again.covers_until) == "18 March 2009"
    assert again.is_intact
    assert CountryProfile.objects.get().status == "draft"


def test_two_editions_compared_show_the_facts_of_each_with_its_day(bring_out, client):
    bring_out(covers_until="2009-03-18")
    bring_out(2024)
    page = text_of(client.get(f"{PAGE}compare/?from=2009/r1&to=2024/r1"))
    assert "2009/r1, as of 18 March 2009" in page
    assert "2024/r1, as of 3 February 2026" in page


def test_the_api_gives_the_day_of_the_facts_and_of_the_edition(bring_out, client):
    release = bring_out(covers_until="2009-03")
    body = client.get(f"/api/v1/profiles/{release.profile_id}/").json()["release"]
    assert body["covers_until"] == {"value": "2009-03", "precision": "month"}
    assert body["facts_as_of"] == "2009-03-31"
    assert body["facts"][0]["as_of"] == "2009-03-31"
    later = bring_out(2024)
    address = f"/api/v1/profiles/{release.profile_id}/compare/?from=1&to=1&with={later.profile_id}"
    found = client.get(address).json()
    assert (found["old_facts_as_of"], found["new_facts_as_of"]) == ("2009-03-31", "2026-02-03")
    assert {fact["label"] for fact in found["facts"]} >= {"Convention on Cluster Munitions"}


@pytest.mark.parametrize(("day", "words"), [("after 2009", "without “after”"), ("2010-01", "after the year")])
def test_a_day_that_no_edition_of_2009_can_cover_is_refused(day, words):
    with pytest.raises(ValidationError, match=words):
        CountryProfile(edition=2009, covers_until=PartialDate.parse(day)).clean()
