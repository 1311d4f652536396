"""The order of the articles of the convention: 2, 3, 3(6), 21."""

from __future__ import annotations

import re


def article_number(article: str) -> int:
    """3 for "3(6)"; 0 for what has no number, such as the preamble."""
    number = re.match(r"[0-9]+", article)
    return int(number.group()) if number else 0


def article_order(article: str) -> tuple[int, str]:
    """By number, then by paragraph."""
    return (article_number(article), article)
