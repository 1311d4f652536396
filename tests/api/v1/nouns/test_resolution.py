"""Resolutions as partners get them, with their recorded votes and who stood behind them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.models import ResolutionSponsor
from tests.factories.meetings import make_country, make_source
from tests.factories.votes import make_vote

pytestmark = pytest.mark.django_db


def test_a_resolution_has_its_votes_and_its_sponsors_and_is_asked_for_by_them(ask, client) -> None:
    resolution, zimbabwe = make_vote(2016).resolution, make_country("ZWE", "Zimbabwe")
    make_vote(2016, body="committee", paragraph="A paragraph")
    make_vote(2017)
    with recording(by=None, reason="Named"):
        for country, role in ((zimbabwe, "explanation"), (make_country(), "lead")):
            ResolutionSponsor.objects.create(
                resolution=resolution, country=country, role=role, source=make_source()
            )
    row = ask("resolutions/a-res-2016/")
    assert [(one["body"], one["paragraph"]) for one in row["recorded_votes"]] == [
        ("plenary", ""),
        ("committee", "A paragraph"),
    ]
    assert [(one["state"]["iso3"], one["role"]) for one in row["sponsors"]] == [
        ("ZWE", "explanation"),
        ("PER", "lead"),
    ]
    assert [len(one["sources"]) for one in row["sponsors"]] == [1, 1]
    counts = {
        asked: ask(f"resolutions/?{asked}")["count"]
        for asked in (
            *("", "year=2016", "year=1999", "country=ZWE", "role=lead"),
            *("country=ZWE&role=lead", "country=PER&role=lead", "role=sponsor"),
        )
    }
    assert list(counts.values()) == [2, 1, 0, 1, 1, 0, 1, 0]
    assert client.get("/api/v1/resolutions/?role=friend").status_code == 400
    assert client.get("/api/v1/resolutions/a-res-1999/").status_code == 404
