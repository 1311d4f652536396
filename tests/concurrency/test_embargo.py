"""Two publishers decide on one embargo at once: one decision holds, the other person is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from countries.models import Country, CountryProfile, ProfileRelease, ProfileTheme
from editorial.actions.embargo import release_now, reschedule, take_back
from editorial.models import User
from editorial.queries.seals import verify
from editorial.rules.transitions import Refused
from tests.concurrency.beside import Beside, needs_two_writers, open_change
from tests.factories.profiles import Press

pytestmark = needs_two_writers
A_MOMENT = 0.5  # seconds in which a step that waits for nobody is long over

Act = Callable[[CountryProfile, User], Any]
STEPS: dict[str, Act] = {
    "now": lambda record, by: release_now(record=record, by=by, reason="Earlier"),
    "move": lambda record, by: reschedule(
        record=record, by=by, reason="Later", visible_from=timezone.now() + timedelta(days=9)
    ),
    "back": lambda record, by: take_back(record=record, by=by, reason="Not yet"),
}


@pytest.mark.parametrize(
    ("first", "second", "is_refused"),
    [("now", "back", True), ("back", "now", True), ("now", "move", True), ("move", "back", False)],
)
def test_the_second_waits_and_sees_what_the_first_decided(
    first: str,
    second: str,
    is_refused: bool,
    peru: Country,
    ban_policy: ProfileTheme,
    person: Callable[..., User],
    press: Press,
) -> None:
    record = press.draft(peru, ban_policy)
    press.release(record, visible_from=timezone.now() + timedelta(days=2))
    mine, theirs = (CountryProfile.objects.get(pk=record.pk) for _ in range(2))
    ana, bo = person("ana"), person("bo")
    with open_change(lambda: STEPS[first](mine, ana)):
        other = Beside(lambda: STEPS[second](theirs, bo))
        assert not other.is_over(A_MOMENT), other.raised
    assert other.is_over()
    assert isinstance(other.raised, Refused) is is_refused, other.raised
    taken_back = ProfileRelease.objects.get().taken_back_at is not None
    assert taken_back is ("back" in (first, second) and not (is_refused and first == "now"))
    assert not any(verify())


def test_what_was_decided_at_the_end_of_an_embargo_is_decided_by_one_statement(
    peru: Country, ban_policy: ProfileTheme, press: Press
) -> None:
    """The clock passes the end while another waits: the write itself asks, not only what was read before it."""
    record = press.draft(peru, ban_policy)
    end = timezone.now() + timedelta(days=2)
    release = press.release(record, visible_from=end)
    assert not ProfileRelease.objects.decide_embargo(release, end, taken_back_at=timezone.now())
    assert ProfileRelease.objects.decide_embargo(release, end - timedelta(seconds=1), visible_from=end)
