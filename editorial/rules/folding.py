"""Names and words as they are compared and sorted: "Côte d’Ivoire" and "COTE D’IVOIRE" are the same."""

from __future__ import annotations

import unicodedata


def unaccented(words: str) -> str:
    """The words without accents, letters of compatibility taken apart: "San José" → "San Jose", "ﬁ" → "fi"."""
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


def folded(words: str) -> str:
    """The words without accents and without differences of case; punctuation and spaces stay.

    >>> folded("CÔTE d’Ivoire")
    'cote d’ivoire'
    """
    return unaccented(words).casefold()
