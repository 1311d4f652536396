"""Of whom the desk asks a second factor: something they have, beside the password that they know."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from .roles import PUBLISHER

NOBODY: Final = "nobody"  # it is offered to everybody
PUBLISHERS: Final = "publishers"  # who publishes, and administrators
EVERYBODY: Final = "everybody"  # all who work at the desk
CHOICES: Final = (NOBODY, PUBLISHERS, EVERYBODY)


def must_have_one(whom: str, *, roles: Collection[str], is_administrator: bool) -> bool:
    """Whether somebody in these roles gets in only with a second factor; ``whom`` is one of CHOICES.

    Raises ValueError for anything else: a slip in the settings must not open the desk.
    """
    if whom not in CHOICES:
        raise ValueError(f"A second factor can be asked of {', '.join(CHOICES)}; not of “{whom}”.")
    if whom == PUBLISHERS:
        return is_administrator or PUBLISHER in roles
    return whom == EVERYBODY
