"""Of whom a second factor is asked."""

from __future__ import annotations

import pytest

from editorial.rules.roles import EDITOR, PUBLISHER, RESEARCHER
from editorial.rules.second_factor import EVERYBODY, NOBODY, PUBLISHERS, must_have_one


@pytest.mark.parametrize(
    ("whom", "roles", "is_administrator", "asked"),
    [
        (NOBODY, [PUBLISHER], True, False),
        (PUBLISHERS, [RESEARCHER, EDITOR], False, False),
        (PUBLISHERS, [], False, False),
        (PUBLISHERS, [EDITOR, PUBLISHER], False, True),
        (PUBLISHERS, [], True, True),
        (EVERYBODY, [], False, True),
        (EVERYBODY, [RESEARCHER], False, True),
    ],
)
def test_of_whom_it_is_asked(whom: str, roles: list[str], is_administrator: bool, asked: bool) -> None:
    assert must_have_one(whom, roles=roles, is_administrator=is_administrator) is asked


def test_a_slip_in_the_settings_opens_nothing() -> None:
    with pytest.raises(ValueError, match="nobody, publishers, everybody; not of “publisher”"):
        must_have_one("publisher", roles=[], is_administrator=False)
