"""Two people publish two records at once: their seals stand one after the other in one chain."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from countries.models import Country, ProfileTheme
from editorial.actions.publishing import approve, publish, submit
from editorial.models import ReleaseSeal, User
from editorial.queries.seals import verify
from tests.concurrency.beside import Beside, needs_two_writers, open_change
from tests.factories.profiles import Press

pytestmark = needs_two_writers
A_MOMENT = 0.5  # seconds in which a publication that waits for nobody is long over


@pytest.mark.parametrize("earlier", [0, 1])
def test_the_second_publisher_waits_and_names_the_seal_of_the_first(
    earlier: int, press: Press, peru: Country, ban_policy: ProfileTheme, person: Callable[..., User]
) -> None:
    for edition in range(2001, 2001 + earlier):
        press.edition(peru, ban_policy, edition)
    mine, theirs = (press.draft(peru, ban_policy, edition) for edition in (2009, 2010))
    for record in (mine, theirs):
        submit(record=record, by=press.researcher, reason="Ready")
        approve(record=record, by=press.editor, reason="Read")
    ana, bo = person("ana"), person("bo")
    with open_change(lambda: publish(record=mine, by=ana, reason="Out")):
        other = Beside(lambda: publish(record=theirs, by=bo, reason="Out"))
        assert not other.is_over(A_MOMENT), other.raised
    assert other.is_over()
    assert other.raised is None
    assert [seal.position for seal in ReleaseSeal.objects.all()] == list(range(1, earlier + 3))
    assert not any(verify())
