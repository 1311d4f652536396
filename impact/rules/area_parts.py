"""Whether confirmed and suspected areas make up the area that a source gives beside them (km²)."""

from __future__ import annotations

from decimal import Decimal

from countries.rules.bounded import plain


def parts_differ(area: Decimal | None, confirmed: Decimal | None, suspected: Decimal | None) -> str:
    """The two sums in words where they do not agree; "" where they do, or where one of the three is not given.

    A whole is compared as exactly as it is given: 2.76 and 1.78 make up 4.5.

    >>> parts_differ(Decimal("4.5"), Decimal("2.76"), Decimal("1.78"))
    ''
    >>> parts_differ(Decimal("9"), Decimal("2.76"), Decimal("1.78"))
    '2.76 km² confirmed and 1.78 km² suspected make 4.54 km²; 9 km² were given'
    """
    if area is None or confirmed is None or suspected is None:
        return ""
    made = confirmed + suspected
    exactness = area.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(min(int(exactness), 0))
    if abs(made - area) <= step / 2:
        return ""
    return (
        f"{plain(confirmed)} km² confirmed and {plain(suspected)} km² suspected make {plain(made)} km²; "
        f"{plain(area)} km² were given"
    )
