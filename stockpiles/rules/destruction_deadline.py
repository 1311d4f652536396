"""Article 3: by when a State Party has to have destroyed its stockpiles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from editorial.rules.explained import Explained

from .deadline import years_after
from .extension_chain import Chain, Request, chain_of_extensions

YEARS = 8
LONGEST_EXTENSION_MONTHS = 48


def original_destruction_deadline(entry_into_force: date) -> Explained[date]:
    """Eight years after entry into force for that state: CCM, Article 3(2)."""
    return years_after(YEARS, "entry into force", entry_into_force, article="CCM, Article 3(2)")


def destruction_deadline(
    entry_into_force: date, requests: Sequence[Request] = (), *, as_of: date | None = None
) -> Chain:
    """The deadline with every extension granted by ``as_of``: up to four years each, CCM, Article 3(3) to (5).

    The states may grant less than asked; the date they decided is authoritative.
    """
    return chain_of_extensions(
        original_destruction_deadline(entry_into_force),
        requests,
        article="CCM, Article 3(3)",
        longest_months=LONGEST_EXTENSION_MONTHS,
        as_of=as_of,
    )
