"""publish_due says which embargoes have ended since a moment; it changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command

from countries.models import ProfileRelease
from tests.factories.profiles import Press

MADE, OUT = datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 3, 5, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def release(press: Press, peru, ban_policy) -> ProfileRelease:
    with time_machine.travel(MADE, tick=False):
        return press.release(press.draft(peru, ban_policy), visible_from=OUT)


def said(at: datetime, since: str = "") -> list[str]:
    out = StringIO()
    with time_machine.travel(at, tick=False):
        call_command("publish_due", since=since, stdout=out)
    return out.getvalue().splitlines()


def test_a_release_whose_embargo_ended_is_named_with_its_moment_and_address() -> None:
    assert said(OUT + timedelta(hours=1)) == [
        "2026-03-05 08:00 UTC  Peru: Cluster Munition Ban Policy 2009 r1  "
        "/countries/peru/cluster-munition-ban-policy/2009/r1/",
        "1 became visible since 2026-03-04 09:00 UTC.",
    ]


def test_one_that_waits_is_counted_and_not_named() -> None:
    lines = said(OUT - timedelta(seconds=1))
    assert lines[0].startswith("1 profile releases still under embargo")
    assert lines[-1] == "0 became visible since 2026-03-04 07:59 UTC."
    assert not [line for line in lines if "Peru" in line]


def test_only_what_became_visible_since_the_moment_asked_for() -> None:
    later = OUT + timedelta(days=3)
    assert said(later)[-1].startswith("0 became visible")
    assert said(later, "2026-03-05T07:59+00:00")[-1] == "1 became visible since 2026-03-05 07:59 UTC."
    assert said(later, "2026-03-05T08:00+00:00")[-1].startswith("0 became visible"), (
        "at that very moment it was out"
    )


def test_a_release_without_an_embargo_is_none_of_its_business(press: Press, release: ProfileRelease) -> None:
    with time_machine.travel(OUT + timedelta(hours=1), tick=False):
        press.release(release.profile, lead="Corrected.", note="Corrected")
    lines = said(OUT + timedelta(hours=2))
    assert [line for line in lines if "r2" in line] == []
    assert lines[-1].startswith("1 became visible")


@pytest.mark.parametrize("since", ["yesterday", "2026-02-30T08:00+00:00", "5 March 2026"])
def test_what_is_no_moment_is_refused_with_an_example(since: str) -> None:
    with pytest.raises(CommandError, match=r"not a date and time\. Write it as 2026-11-20T08:00\+00:00"):
        call_command("publish_due", since=since)
