"""Whether a sum of what was destroyed is the whole, or only the part that is on record."""

from __future__ import annotations

from enum import StrEnum

from editorial.rules.explained import Explained

from .flow import Unit
from .quantity import UNKNOWN, Quantity

BASIS = "Rule of the Monitor on partial sums"


class DestroyedExtent(StrEnum):
    """How much of what was destroyed a sum covers."""

    WHOLE = "whole"  # a source gives the total, or the sum accounts for the whole stock
    PART = "part"  # periods on record that account for less: at least so many
    UNKNOWN = "unknown"  # destroyed, but no source gives a number
    NOT_ON_RECORD = "not_on_record"


def destroyed_extent(
    destroyed: Quantity | None,
    *,
    unit: Unit,
    held: Quantity | None,
    retained: Quantity | None,
    has_total: bool,
    completed: bool,
) -> Explained[DestroyedExtent]:
    """What the sum of the records on destruction may be called, with the arithmetic.

    A partial sum never stands under the name of a whole: South Africa declared 1,495 munitions and completed, and of
    their destruction only 139 by September 2012 are on record.

    held       what was declared, found and received together; None if nothing is on record
    has_total  a source gives what was destroyed altogether, up to the completion where there was one
    """
    kept = retained if retained is not None and retained.value is not None else Quantity(0)
    inputs = (
        ("destroyed, on record", "not on record" if destroyed is None else str(destroyed)),
        ("held", "not on record" if held is None else str(held)),
        ("retained", "not on record" if retained is None else str(retained)),
        ("a source gives the total", "yes" if has_total else "no"),
        ("completion declared", "yes" if completed else "no"),
    )

    def answer(extent: DestroyedExtent, words: str) -> Explained[DestroyedExtent]:
        return Explained(extent, BASIS, inputs, words)

    declared = "; completion declared" if completed else ""
    if destroyed is None:
        return answer(DestroyedExtent.NOT_ON_RECORD, f"No {unit.value} destroyed are on record{declared}.")
    if destroyed.value is None:
        return answer(
            DestroyedExtent.UNKNOWN, f"No source here gives the number of {unit.value} destroyed{declared}."
        )
    if has_total:
        return answer(DestroyedExtent.WHOLE, f"A source gives the total of {unit.value} destroyed: {destroyed}.")
    stock = held or UNKNOWN
    if stock.value is not None and not stock.is_partial:
        slack = destroyed.tolerance + stock.tolerance + kept.tolerance
        if destroyed.value >= stock.value - slack:
            return answer(
                DestroyedExtent.WHOLE,
                f"The records account for the whole stock: {destroyed} of {stock} {unit.value}.",
            )
        if kept.value and destroyed.value + kept.value >= stock.value - slack:
            words = f"{destroyed} destroyed + {kept} retained = {stock} {unit.value} held"
            return answer(DestroyedExtent.WHOLE, f"The records account for the whole stock: {words}.")
    of_stock = f", of {stock} held" if stock.value is not None else ""
    so_many = str(destroyed.at_least()).capitalize()
    words = f"{so_many} {unit.value} destroyed are on record{of_stock}; the total is not on record{declared}."
    return answer(DestroyedExtent.PART, words)
