"""Article 4: by when a State Party has to have cleared the areas contaminated by cluster munition remnants."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from editorial.rules.explained import Explained

from .deadline import years_after
from .extension_chain import Chain, Request, chain_of_extensions

YEARS = 10
LONGEST_EXTENSION_MONTHS = 60


def original_clearance_deadline(
    entry_into_force: date, *, from_later_hostilities: bool = False, hostilities_ended: date | None = None
) -> Explained[date | None]:
    """Ten years: from entry into force for what lay there on that day (CCM, Article 4(1)(a)), or from the end of
    the active hostilities for what came later (Article 4(1)(b)).

    One state may run several clocks, one for each contamination. While hostilities last there is no deadline:
    the value is None. Hostilities that ended before entry into force belong to (a) and raise ValueError.
    """
    if not from_later_hostilities:
        if hostilities_ended is not None:
            raise ValueError("The end of hostilities counts only for contamination from later hostilities.")
        return years_after(YEARS, "entry into force", entry_into_force, article="CCM, Article 4(1)(a)")
    inputs = (("entry into force", entry_into_force), ("active hostilities ended", hostilities_ended))
    if hostilities_ended is None:
        return Explained(
            None, "CCM, Article 4(1)(b)", inputs, "The active hostilities have not ended, so no deadline runs yet."
        )
    if hostilities_ended < entry_into_force:
        raise ValueError(
            f"The hostilities ended on {hostilities_ended.isoformat()}, before entry into force on "
            f"{entry_into_force.isoformat()}: the clock of Article 4(1)(a) applies."
        )
    ended = "the active hostilities ended"
    return years_after(YEARS, ended, hostilities_ended, article="CCM, Article 4(1)(b)", inputs=inputs)


def clearance_deadline(
    entry_into_force: date,
    requests: Sequence[Request] = (),
    *,
    from_later_hostilities: bool = False,
    hostilities_ended: date | None = None,
    as_of: date | None = None,
) -> Chain | None:
    """The deadline of one contamination with every extension granted by ``as_of``: up to five years each,
    renewable, CCM, Article 4(5) to (8). None while hostilities last.
    """
    original = original_clearance_deadline(
        entry_into_force, from_later_hostilities=from_later_hostilities, hostilities_ended=hostilities_ended
    )
    if original.value is None:
        return None
    return chain_of_extensions(
        Explained(original.value, original.article, original.inputs, original.arithmetic),
        requests,
        article="CCM, Article 4(5)",
        longest_months=LONGEST_EXTENSION_MONTHS,
        as_of=as_of,
    )
