"""A sheet: the columns of one table, what each means, and which records a row of it makes.

One declaration serves the desk (preview, import, export), the commands and the loaders of reference data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from editorial.actions.bad_row import BadRow
from editorial.models import Tracked
from editorial.rules.source_cell import SOURCE_COLUMNS
from editorial.tables import Table

from .cells import SheetCell, Text
from .lookups import Lookups
from .sheet_file import SheetFile
from .sheet_rows import Unreadable

WORDS = Text()


@dataclass(frozen=True)
class Column:
    """One column: its heading, the kind of its cells, what it means, and the field of the record that it fills.

    ``needed``: without it the file cannot be read. ``field`` is the heading where nothing else is said, "" for a column
    that fills no field by itself. ``said`` gives the value to export where it is not that of the field.
    """

    name: str
    cell: SheetCell = WORDS
    meaning: str = ""
    needed: bool = False
    field: str | None = None
    said: Callable[[Any], Any] | None = None

    @property
    def fills(self) -> str:
        return self.name if self.field is None else self.field

    def written(self, record: Any) -> str:
        """The cell for a record; read back it changes nothing."""
        value = self.said(record) if self.said else getattr(record, self.fills)
        return self.cell.write(value)


@dataclass(frozen=True)
class SheetRow:
    """A row that was read: ``row["munitions"]`` is a value, ``row.cells["munitions"]`` what stands in the file.

    ``problems`` is everything that is wrong with its cells; such a row makes nothing.
    """

    line: int
    cells: Mapping[str, str]
    values: Mapping[str, object]
    known: Lookups
    problems: tuple[BadRow, ...] = ()

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def has(self, name: str) -> bool:
        """Whether the file has that column, empty or not."""
        return name in self.cells

    def given(self, *names: str) -> dict[str, object]:
        """The values of those columns that the file has: a file says nothing of what it has no column for."""
        return {name: self.values[name] for name in names if self.has(name)}

    def refusal(self, name: str, remedy: str) -> BadRow:
        return BadRow(remedy, field=name, value=self.cells.get(name, ""))


@dataclass(eq=False)
class Made:
    """One record that a row makes: which it is, what the row says of it, and what looks odd but is kept.

    ``by`` and ``values`` may name another record of the same row, which is stored before. ``is_claim``: a record is the
    same only if it rests on the same document too, so that what two sources say stands side by side.
    """

    model: type[Tracked]
    by: dict[str, Any]
    values: dict[str, Any]
    flags: list[str] = field(default_factory=list)
    is_claim: bool = False


@dataclass(frozen=True)
class Sheet:
    """A table that people and loaders import.

    A row makes one record of ``model`` that is found by the fields ``key``, or the records that ``records`` names.
    ``cited`` gives the values that its source cell fills, ``check`` what looks odd once a row is written, ``order`` the
    place of a row where the order of the file does not count, ``for_all`` the column that a person may give for all rows
    of a file at once. ``has_claims``: its records are found by their documents too. ``names_none_above``: no row names a
    record of another row, so that a load may store what is new together.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    model: type[Tracked] | None = None
    key: tuple[str, ...] = ()
    cited: Callable[[SheetRow], dict[str, object]] | None = None
    records: Callable[[SheetRow], list[Made]] | None = None
    check: Callable[[Sequence[Any], Lookups], list[str]] | None = None
    order: Callable[[SheetRow], tuple[Any, ...]] | None = None
    for_all: str = ""
    file: Path | None = None  # the reference data of the table
    has_claims: bool = False
    names_none_above: bool = False

    @property
    def is_read_first(self) -> bool:
        """Whether all rows of a file are read before the first is written: none of them names another. Claims of one
        file are told from each other first."""
        return self.has_claims or self.names_none_above

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def needed(self) -> list[str]:
        return [column.name for column in self.columns if column.needed]

    def at(self, folder: Path) -> Sheet:
        """The same table with its file in another folder."""
        assert self.file is not None  # noqa: S101 - only what has reference data moves
        return replace(self, file=folder / self.file.name)

    def wrong_columns(self, headings: Sequence[str], given: Mapping[str, str]) -> list[str]:
        """What is wrong with the head of a file, in words; columns that nobody reads are named, not passed over."""
        there = {*headings, *given} | ({"source"} if "source_title" in headings else set())
        found = [f"Column “{name}” is missing." for name in self.needed if name not in there]
        known = {*self.by_name, *(SOURCE_COLUMNS if "source" in self.by_name else ())}
        found += [
            f"Column “{name}” is not known in this table." for name in headings if name and name not in known
        ]
        doubled = {name for name in headings if name and headings.count(name) > 1}
        return found + [f"Column “{name}” is there twice." for name in sorted(doubled)]

    def read(self, file: SheetFile, known: Lookups, given: Mapping[str, str] | None = None) -> Iterator[SheetRow]:
        """The rows one by one, each read when it is asked for: it may name a record of a row above."""
        rows = (self._row(line, file.headings, cells, known, given or {}) for line, cells in file.rows)
        place = self.order
        return rows if place is None else iter(sorted(rows, key=lambda row: () if row.problems else place(row)))

    def _row(
        self, line: int, headings: Sequence[str], cells: Sequence[str], known: Lookups, given: Mapping[str, str]
    ) -> SheetRow:
        there = dict(zip(headings, cells, strict=False))
        there |= {name: there.get(name) or value for name, value in given.items()}
        problems = [
            BadRow(cell.why, field=name, value=cell)
            for name, cell in there.items()
            if isinstance(cell, Unreadable)
        ]
        values: dict[str, object] = {}
        for name, column in self.by_name.items():
            cell = there.get(name, "")
            try:
                values[name] = column.cell.read(cell, known) if not isinstance(cell, Unreadable) else None
            except BadRow as problem:
                problems.append(BadRow(problem.remedy, field=name, value=cell))
        return SheetRow(line, there, values, known, tuple(problems))

    def made(self, row: SheetRow) -> list[Made]:
        """The records of a row. Raises BadRow; may enter the documents that the row names into the library."""
        if self.records is not None:
            return self.records(row)
        assert self.model is not None  # noqa: S101 - one of the two is declared
        by = {column.fills: row[column.name] for column in self.columns if column.fills in self.key}
        said = {
            column.fills: row[column.name]
            for column in self.columns
            if column.fills and column.fills not in by and row.has(column.name)
        }
        return [
            Made(self.model, by, {**said, **(self.cited(row) if self.cited else {})}, is_claim=self.has_claims)
        ]

    def table(self, records: Iterable[Any]) -> Table:
        """The records under its headings, for the writers of CSV and XLSX; imported again, they change nothing."""
        rows = ([column.written(record) for column in self.columns] for record in records)
        return Table(self.name, [column.name for column in self.columns], rows)
