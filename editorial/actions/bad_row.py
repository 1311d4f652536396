"""What an import says of a row that it cannot take."""

from __future__ import annotations


class BadRow(ValueError):
    """A row that cannot be taken: the column and the value that are to blame, where it is one, and how to mend it.

    In words: "iso3: “XYZ”. No state has this code." or "source: empty. Every row names where it comes from."
    """

    def __init__(self, remedy: str, *, field: str = "", value: str = "") -> None:
        super().__init__(remedy)
        self.remedy, self.field, self.value = remedy, field, value
        self.place = ""

    def at(self, line: int, file: str = "") -> BadRow:
        """The same, with the place where it stands: "meetings.csv, line 3"."""
        self.place = ", ".join(filter(None, (file, f"line {line}" if line else "")))
        return self

    @property
    def words(self) -> str:
        """Without the place: "parent: “nowhere”. Correct the cell …"."""
        found = f"“{self.value}”" if self.value else "empty"
        return f"{self.field}: {found}. {self.remedy}" if self.field else self.remedy

    def __str__(self) -> str:
        return f"{self.place}, {self.words}" if self.place else self.words
