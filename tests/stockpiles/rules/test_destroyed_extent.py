"""Whether a sum of what was destroyed is the whole, or only the part that is on record."""

import pytest

from stockpiles.rules.destroyed_extent import DestroyedExtent, destroyed_extent
from stockpiles.rules.flow import Unit
from stockpiles.rules.quantity import UNKNOWN, Quantity


def extent(destroyed, held, retained=None, **said):
    return destroyed_extent(
        destroyed,
        unit=Unit.MUNITIONS,
        held=held,
        retained=retained,
        **{"has_total": False, "completed": True, **said},
    )


@pytest.mark.parametrize(
    ("destroyed", "held", "retained", "said", "expected"),
    [
        (Quantity(7526), Quantity(573_700), Quantity(570), {}, DestroyedExtent.PART),  # Germany: one year
        (
            Quantity(573_000, bound="at least"),
            Quantity(573_700),
            Quantity(570),
            {},
            DestroyedExtent.PART,
        ),  # "over"
        (Quantity(110), Quantity(100, bound="at least"), None, {}, DestroyedExtent.PART),  # held: at least so many
        (Quantity(59), Quantity(1235), None, {}, DestroyedExtent.PART),  # Slovakia: one year
        (Quantity(139), Quantity(1495), None, {}, DestroyedExtent.PART),  # South Africa: one year
        (Quantity(72), Quantity(72), None, {}, DestroyedExtent.WHOLE),  # Colombia: a year that is the whole stock
        (Quantity(974), Quantity(1000), Quantity(26), {}, DestroyedExtent.WHOLE),  # with what is kept
        (
            Quantity(6862),
            Quantity(6905),
            Quantity(6),
            {"has_total": True},
            DestroyedExtent.WHOLE,
        ),  # Bulgaria: as a source gives it
        (
            Quantity(998),
            None,
            None,
            {"completed": False},
            DestroyedExtent.PART,
        ),  # no stock on record to compare with
        (UNKNOWN, Quantity(1856), None, {"has_total": True}, DestroyedExtent.UNKNOWN),  # Cuba's submunitions
        (
            None,
            Quantity(6),
            Quantity(6),
            {"completed": False},
            DestroyedExtent.NOT_ON_RECORD,
        ),  # Cameroon keeps all
        (
            Quantity(12_180_000),
            Quantity(12_200_000, is_rounded=True),
            None,
            {},
            DestroyedExtent.WHOLE,
        ),  # within the rounding
    ],
)
def test_whole_or_part(destroyed, held, retained, said, expected):
    assert extent(destroyed, held, retained, **said).value is expected


def test_the_arithmetic_is_said():
    assert extent(Quantity(7526), Quantity(573_700)).arithmetic == (
        "At least 7,526 munitions destroyed are on record, of 573,700 held; the total is not on record; "
        "completion declared."
    )
    assert extent(Quantity(974), Quantity(1000), Quantity(26)).arithmetic == (
        "The records account for the whole stock: 974 destroyed + 26 retained = 1,000 munitions held."
    )
