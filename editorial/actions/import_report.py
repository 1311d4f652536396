"""What an import did, or would do: one shape for sheets at the desk, for loaders and for what they refuse."""

from __future__ import annotations

from dataclasses import dataclass, field

from .bad_row import BadRow


@dataclass
class RowReport:
    """What one row does: the records it makes or changes, what looks odd, or why it is refused."""

    line: int
    created: int = 0
    changed: int = 0
    records: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    refusals: list[BadRow] = field(default_factory=list)

    @property
    def word(self) -> str:
        if self.refusals:
            return "Refused"
        return "New" if self.created else "Changed" if self.changed else "Unchanged"


@dataclass
class ImportReport:
    """Counts of records, the rows that were refused, what stays as a person edited it, and, at the desk, row by row.

    ``problems`` stop a file as a whole: a column is missing, it cannot be read.
    """

    name: str = ""
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    refused: list[BadRow] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    rows: list[RowReport] = field(default_factory=list)
    passed_over: int = 0  # rows without any value
    written: bool = False

    @property
    def refused_rows(self) -> int:
        return len({one.place or one for one in self.refused})

    @property
    def flagged(self) -> int:
        return sum(1 for row in self.rows if row.flags)

    def refuse(self, problem: BadRow | str, *, file: str = "", line: int = 0) -> None:
        problem = problem if isinstance(problem, BadRow) else BadRow(problem)
        self.refused.append(problem.at(line, file))

    def __str__(self) -> str:
        words = f"{self.name}: {self.created} created, {self.changed} changed, {self.unchanged} unchanged"
        if self.kept:
            words += f", {len(self.kept)} kept as edited by people"
        return words + f", {self.refused_rows} refused"
