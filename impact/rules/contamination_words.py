"""What a source says of contamination, as a sentence says it (Article 4; areas in km²)."""

from __future__ import annotations

from decimal import Decimal

from countries.rules.bounded import WORDS, figure_words, plain

_ANSWERED = {
    "contaminated": "is contaminated",
    "suspected": "is suspected to be contaminated",
    "unclear": "may or may not be contaminated: the source finds it unclear",
    "residual": "has residual contamination",
    "cleared": "has been cleared",
    "none_found": "has no known contamination",
    "not_contaminated": "is not contaminated",
}


def answer_words(answer: str, *, place: str = "", extent: str = "", when: str = "") -> str:
    """One answer, to be said of a state or area, and with whoever says so.

    >>> answer_words("contaminated", place="in areas outside government control", when="as of August 2017")
    'is contaminated in areas outside government control (as of August 2017)'
    >>> answer_words("contaminated", extent="about 11 km²")
    'is contaminated: about 11 km²'
    """
    words = " ".join(part for part in (_ANSWERED[answer], place) if part)
    words = f"{words}: {extent}" if extent else words
    return f"{words} ({when})" if when else words


def area_in_words(
    area: Decimal | None,
    confirmed: Decimal | None,
    suspected: Decimal | None,
    bound: str = "",
    areas: int | None = None,
) -> str:
    """An extent with its kind where the source names it; "" where it gives none. A bound goes for all its figures.

    >>> area_in_words(None, Decimal("1.12"), Decimal("7.3"))
    '1.12 km² confirmed and 7.3 km² suspected'
    >>> area_in_words(Decimal("4.5"), Decimal("2.76"), Decimal("1.78"))
    '4.5 km²: 2.76 km² confirmed and 1.78 km² suspected'
    """
    parts = [(confirmed, "confirmed"), (suspected, "suspected")]
    kinds = " and ".join(f"{WORDS[bound]}{plain(one)} km² {kind}" for one, kind in parts if one is not None)
    whole = f"{figure_words(area, bound)} km²" if area is not None else ""
    words = ": ".join(part for part in (whole, kinds) if part)
    counted = f"{areas:,} areas" if areas is not None else ""
    return ", ".join(part for part in (words, counted) if part)
