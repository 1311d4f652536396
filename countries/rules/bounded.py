"""Figures as far as a source gives them: "at least 890", "almost 78", "56,500 to 86,500"."""

from __future__ import annotations

from decimal import Decimal

WORDS = {
    "": "",
    "about": "about ",
    "almost": "almost ",
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
}
"""What a source may say before a figure, by the value that is stored."""


def figure_words(number: Decimal | int | None, bound: str = "", upper: Decimal | int | None = None) -> str:
    """A figure in words; "" where there is none. No unit.

    Args:
        number: the figure, or the lower end of a range; None where the source gives none, which is not zero.
        bound: what the source says of it, a key of WORDS.
        upper: the upper end of a range.

    >>> figure_words(890, "at_least")
    'at least 890'
    >>> figure_words(56500, upper=86500)
    '56,500 to 86,500'
    >>> figure_words(Decimal("2.379195"))
    '2.379195'
    """
    if number is None:
        return ""
    words = f"{WORDS[bound]}{plain(number)}"
    return f"{words} to {plain(upper)}" if upper is not None else words


def plain(number: Decimal | int) -> str:
    """A number with its thousands apart and no zeros behind the last digit that counts: 1,371.1."""
    words = f"{number:,f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
