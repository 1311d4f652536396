"""Reading the cells of a row. Each refusal names the field, its value and the remedy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from editorial.actions.reference import BadRow
from editorial.rules.partial_date import BadDate, PartialDate

Row = Mapping[str, Any]

_DIGITS = re.compile(r"[0-9]{1,15}", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3})+", re.ASCII)


def cell(row: Row, name: str) -> str:
    """The text of a cell, without white space around it; "" when the table has no such column."""
    value = row.get(name)
    return "" if value is None else str(value).strip()


def refuse(name: str, value: str, remedy: str) -> BadRow:
    """The refusal of one cell."""
    return BadRow(f"{name}: “{value}”. {remedy}" if value else f"{name}: empty. {remedy}")


def number(row: Row, name: str) -> int | None:
    """A count, None for an empty cell: 2012 or 2,012. Raises BadRow for anything else, negative numbers included."""
    text = cell(row, name)
    if not text:
        return None
    if text.startswith(("-", "−")):
        raise refuse(name, text, "A count is not negative; correct it or leave the cell empty.")
    if _GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    if not _DIGITS.fullmatch(text):
        raise refuse(name, text, "Write a whole number such as 2012, or leave the cell empty if it is unknown.")
    return int(text)


def day(row: Row, name: str) -> PartialDate | None:
    """A date at its precision, None for an empty cell. Raises BadRow for what is no date."""
    text = cell(row, name)
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except BadDate as problem:
        raise refuse(name, text, str(problem)) from None


def choice(row: Row, name: str, choices: Any, default: str = "") -> Any:
    """One of the values of a list of choices; ``default`` for an empty cell. Raises BadRow naming the choices."""
    text = cell(row, name) or default
    if text not in choices.values:
        raise refuse(name, text, f"Write one of {', '.join(choices.values)}.")
    return choices(text)


def yes(row: Row, name: str) -> bool:
    """Whether a cell says yes. Raises BadRow for anything but yes, no or nothing."""
    text = cell(row, name).lower()
    if text not in ("", "yes", "no"):
        raise refuse(name, text, "Write yes or no.")
    return text == "yes"


def required(row: Row, name: str) -> str:
    """The text of a cell that may not be empty."""
    text = cell(row, name)
    if not text:
        raise refuse(name, "", "Every row needs it.")
    return text
