"""The kinds of cell that a sheet may have: each reads what people write, and writes what it reads.

A kind refuses with the remedy alone; the sheet adds the column and the value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Protocol

from django.db.models import Choices, Model

from editorial.actions.bad_row import BadRow
from editorial.rules.partial_date import BadDate, PartialDate

from .lookups import Lookups

_DIGITS = re.compile(r"[0-9]{1,15}", re.ASCII)
_DECIMAL = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?", re.ASCII)
_GROUPED = re.compile(r"[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3})+", re.ASCII)


_YES, _NO = {"yes", "1", "true"}, {"no", "0", "false"}


class SheetCell(Protocol):
    """How a cell is read; "" is an empty one, or one of a column that the file does not have."""

    def read(self, text: str, known: Lookups) -> object: ...

    def write(self, value: Any) -> str: ...


@dataclass(frozen=True)
class _MayBeNeeded:
    """``must`` says why the cell may not be empty; "" if it may."""

    must: str = ""

    def given(self, text: str) -> str:
        if self.must and not text:
            raise BadRow(self.must)
        return text

    def write(self, value: Any) -> str:
        return "" if value is None else str(value)


class Text(_MayBeNeeded):
    """Words as they stand."""

    def read(self, text: str, known: Lookups) -> str:
        return self.given(text)


class Nullable(_MayBeNeeded):
    """Words, None for an empty cell."""

    def read(self, text: str, known: Lookups) -> str | None:
        return self.given(text) or None


NEEDED = Text(must="Every row needs it.")


class Number(_MayBeNeeded):
    """A count, None for an empty cell: 2012 or 2,012."""

    def read(self, text: str, known: Lookups) -> int | None:
        if self.given(text).startswith(("-", "−")):
            raise BadRow("A count is not negative; correct it or leave the cell empty.")
        digits = re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else text
        if digits and not _DIGITS.fullmatch(digits):
            raise BadRow("Write a whole number such as 2012, or leave the cell empty if it is unknown.")
        return int(digits) if digits else None


class Decimals(_MayBeNeeded):
    """A number with a point, None for an empty cell: 2.379195 or 1,371.1."""

    def read(self, text: str, known: Lookups) -> Decimal | None:
        if self.given(text).startswith(("-", "−")):
            raise BadRow("An amount is not negative; correct it or leave the cell empty.")
        digits = text.replace(",", "") if _GROUPED.fullmatch(text.partition(".")[0]) else text
        if digits and not _DECIMAL.fullmatch(digits):
            raise BadRow("Write a number such as 2.38, or leave the cell empty if it is unknown.")
        return Decimal(digits) if digits else None

    def write(self, value: Decimal | None) -> str:
        words = "" if value is None else f"{value:f}"
        return words.rstrip("0").rstrip(".") if "." in words else words


class When(_MayBeNeeded):
    """A date at its precision, None for an empty cell."""

    def read(self, text: str, known: Lookups) -> PartialDate | None:
        try:
            return PartialDate.parse(text) if self.given(text) else None
        except BadDate as problem:
            raise BadRow(str(problem)) from None

    def write(self, value: PartialDate | None) -> str:
        return f"{value.bound} {value.iso}".strip() if value is not None else ""


class Day(_MayBeNeeded):
    """A day of the calendar, None for an empty cell."""

    def read(self, text: str, known: Lookups) -> date | None:
        if not self.given(text):
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BadRow("This is not a day. Write it as 2012-09-26.") from None


@dataclass(frozen=True)
class YesNo:
    """Whether a cell says yes. An empty one says no, unless it must say."""

    must_say: bool = False

    def read(self, text: str, known: Lookups) -> bool:
        word = text.lower()
        if word not in _YES | _NO and (word or self.must_say):
            raise BadRow("Write yes or no.")
        return word in _YES

    def write(self, value: object) -> str:
        return "yes" if value else "no"


@dataclass(frozen=True)
class OneOf:
    """One of the values of a list of choices, by its value or its label; ``usual`` for an empty cell."""

    choices: type[Enum]
    usual: str | None = None  # None: the cell may not be empty

    def read(self, text: str, known: Lookups) -> Enum | str:
        word = text.lower()
        if not word and self.usual is not None:
            return self.choices(self.usual) if self.usual else ""
        for one in self.choices:
            label = one.label if isinstance(one, Choices) else one.value
            if word in (str(one.value), str(label).lower()):
                return one
        raise BadRow(f"Write one of {', '.join(str(one.value) for one in self.choices)}.")

    def write(self, value: object) -> str:
        return str(getattr(value, "value", value))


@dataclass(frozen=True)
class Words:
    """Words of the sheet's own for the values of a record: "state" for a kind, "yes" for a flag."""

    values: Mapping[str, object]
    remedy: str = ""

    def read(self, text: str, known: Lookups) -> object:
        if text not in self.values:
            raise BadRow(self.remedy or f"Write one of {', '.join(self.values)}.")
        return self.values[text]

    def write(self, value: object) -> str:
        return next(word for word, one in self.values.items() if one == value)


@dataclass(frozen=True)
class Named:
    """A record by its name in the sheet; None for an empty cell, unless it ``must`` be there."""

    model: type[Model]
    by: str = "slug"
    must: bool = False
    remedy: str = ""

    def read(self, text: str, known: Lookups) -> Model | None:
        name = text.upper() if self.by == "iso3" else text
        if not name and not self.must:
            return None
        found = known.find(self.model, self.by, name) if name else None
        if found is None:
            kind = self.model._meta.verbose_name
            raise BadRow(self.remedy or f"No {kind} has this name. Correct the cell, or enter that {kind} first.")
        return found

    def write(self, value: object) -> str:
        return str(getattr(value, self.by)) if value is not None else ""
