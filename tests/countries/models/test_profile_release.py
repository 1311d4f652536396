"""A release of an edition says up to which day it covers and of which day its facts are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from countries.models import ProfileRelease

OUT = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("payload", "as_of", "heading"),
    [
        ({}, "", "Computed on 5 March 2026, when this release was made"),
        ({}, "2026-03-05", "Computed on 5 March 2026, when this release was made"),
        (
            {},
            "2026-02-03",
            "Computed as of 3 February 2026, the last day of the record when this release was made",
        ),
        (
            {"covers_until": {"value": "2009-03", "precision": "month"}},
            "2009-03-31",
            "Computed as of 31 March 2009, the end of what this edition covers",
        ),
    ],
)
def test_the_heading_says_of_which_day_the_facts_are_and_why(payload, as_of: str, heading: str) -> None:
    release = ProfileRelease(payload=payload, facts=[{"label": "A", "as_of": as_of}], released_at=OUT)
    assert release.facts_heading == heading
    assert str(release.covers_until or "") == ("March 2009" if payload else "")


def test_facts_of_a_working_copy_without_a_day() -> None:
    assert ProfileRelease(payload={}).facts_heading == "Computed for this release"


def test_a_release_stands_at_its_edition_and_language(press, peru, ban_policy) -> None:
    base = "/countries/peru/cluster-munition-ban-policy/2009/r1/"
    assert press.edition(peru, ban_policy).get_absolute_url() == base
    spanish = press.edition(peru, ban_policy, language="es")
    assert spanish.get_absolute_url() == base + "?language=es"
    assert str(spanish) == "Peru: Cluster Munition Ban Policy 2009 (es) r1"
