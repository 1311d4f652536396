"""What an import did, or would do: one shape for sheets at the desk, for loaders and for what they refuse."""

from __future__ import annotations

from dataclasses import dataclass, field

from .bad_row import BadRow


@dataclass(frozen=True)
class Refusal:
    """One thing because of which a row is not taken: where it stands, what was found, and how to mend it."""

    remedy: str
    file: str = ""
    line: int = 0
    field: str = ""
    value: str = ""

    @classmethod
    def of(cls, problem: BadRow, *, file: str = "", line: int = 0) -> Refusal:
        return cls(problem.remedy, file, line, problem.field, problem.value)

    @property
    def place(self) -> str:
        """ "meetings.csv, line 3"."""
        return ", ".join(filter(None, (self.file, f"line {self.line}" if self.line else "")))

    @property
    def words(self) -> str:
        """Without the place: "parent: “nowhere”. Correct the cell …"."""
        return str(BadRow(self.remedy, field=self.field, value=self.value))

    def __str__(self) -> str:
        return f"{self.place}, {self.words}" if self.place else self.words


@dataclass
class RowReport:
    """What one row does: the records it makes or changes, what looks odd, or why it is refused."""

    line: int
    created: int = 0
    changed: int = 0
    records: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)

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
    refused: list[Refusal] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    rows: list[RowReport] = field(default_factory=list)
    passed_over: int = 0  # rows without any value
    written: bool = False

    @property
    def refused_rows(self) -> int:
        return len({(one.file, one.line) if one.line else one for one in self.refused})

    @property
    def flagged(self) -> int:
        return sum(1 for row in self.rows if row.flags)

    def refuse(self, problem: BadRow | str, *, file: str = "", line: int = 0) -> None:
        problem = problem if isinstance(problem, BadRow) else BadRow(problem)
        self.refused.append(Refusal.of(problem, file=file, line=line))

    def __str__(self) -> str:
        words = f"{self.name}: {self.created} created, {self.changed} changed, {self.unchanged} unchanged"
        if self.kept:
            words += f", {len(self.kept)} kept as edited by people"
        return words + f", {self.refused_rows} refused"
