"""Treaty acts from a spreadsheet: one act a row, or a row a state as the depositary's table has it."""

from __future__ import annotations

import datetime
from typing import Any

import tablib
from django.core.exceptions import ValidationError
from import_export import fields, resources
from import_export.results import Result
from import_export.widgets import BooleanWidget, DateWidget, ForeignKeyWidget

from countries.models import Country, Treaty, TreatyAction
from countries.queries.access import countries_of
from countries.rules.final_clauses import ActionKind
from editorial.actions.reference import source_of_cell
from editorial.models import Source, SourceKind

COLUMNS = (
    "treaty",
    "iso3",
    "kind",
    "date",
    "effective_on",
    "published_effect",
    "in_armed_conflict",
    "place",
    "official",
    "source",
    "note",
)
KEY = ("treaty", "iso3", "kind", "date")
ONLY_WHAT_HAPPENED = "An act is recorded once it has happened."
A_ROW_A_STATE = {"iso3", "signed", "deposit_date", "deposit_kind"}


class Named(ForeignKeyWidget):
    """A record by its key in the sheet. A key that is not known is an error that names column, value and remedy."""

    def __init__(self, model: Any, field: str, column: str) -> None:
        super().__init__(model, field=field)
        self.column = column
        self.known: dict[str, Any] = {}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        key = str(value or "").strip()
        if not key:
            return None
        if key not in self.known:
            self.known[key] = self.get_queryset(key, row).filter(**{self.field: key}).first()
        if self.known[key] is None:
            raise ValueError(
                f"{self.column}: “{key[:60]}” is not known. Correct the cell, or enter that {self.column} first."
            )
        return self.known[key]


class Sourced(Named):
    """A source by its key, as @key, or as @key, note 5; other words are kept as a source that somebody has to check."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        words = str(value or "").strip()
        if " " in words or words.startswith("@"):
            return source_of_cell(words, kind=SourceKind.TREATY_ACTION)
        return super().clean(words, row=row, **kwargs)


class Day(DateWidget):
    """A day as 2012-09-26; anything else is an error that names the column and shows the form."""

    def __init__(self, column: str) -> None:
        super().__init__(format="%Y-%m-%d")
        self.column = column

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        try:
            return super().clean(value, row=row, **kwargs)
        except ValueError:
            shown = str(value)[:60]
            raise ValueError(f"{self.column}: “{shown}” is not a day. Write it as 2012-09-26.") from None


def _column(name: str, attribute: str, widget: Any = None) -> fields.Field:
    return fields.Field(column_name=name, attribute=attribute, **({"widget": widget} if widget else {}))


class TreatyActionSheet(resources.ModelResource):
    """Reads and writes the columns of COLUMNS. Each row is checked as the form checks it, with the article.

    A sheet with a row a state (iso3, signed, deposit_date, deposit_kind, perhaps treaty and source) is read as its
    signatures and deposits; the treaty of such a sheet is given by its column or by the ``treaty`` of the upload.
    """

    treaty = _column("treaty", "treaty", Named(Treaty, "slug", "treaty"))
    iso3 = _column("iso3", "country", Named(Country, "iso3", "iso3"))
    kind = _column("kind", "kind")
    date = _column("date", "date", Day("date"))
    effective_on = _column("effective_on", "effective_on", Day("effective_on"))
    published_effect = _column("published_effect", "published_effect", Day("published_effect"))
    in_armed_conflict = _column("in_armed_conflict", "in_armed_conflict", BooleanWidget())
    place = _column("place", "place")
    official = _column("official", "official")
    source = _column("source", "source", Sourced(Source, "key", "source"))
    note = _column("note", "note")

    class Meta:
        model = TreatyAction
        fields = COLUMNS
        import_order = COLUMNS
        export_order = COLUMNS
        import_id_fields = KEY
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True
        use_transactions = True
        use_bulk = False
        store_instance = True

    def __init__(self, treaty: str = "", today: datetime.date | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.today = today
        self.treaty_of_upload = treaty
        self.lines: list[int] = []
        self.theirs: set[str | None] | None = None

    def get_queryset(self) -> Any:
        return TreatyAction.objects.select_related("treaty__parent", "country", "source")

    def import_data(self, *args: Any, **kwargs: Any) -> Result:
        """As the library does it; the result remembers the line in the file of each row."""
        result: Result = super().import_data(*args, **kwargs)
        result.lines = self.lines
        return result

    def before_import(self, dataset: tablib.Dataset, **kwargs: Any) -> None:
        """Bring the sheet to one act a row in the order of time, each with its line in the file."""
        theirs = countries_of(kwargs["user"]) if kwargs.get("user") else None
        self.theirs = None if theirs is None else set(theirs.values_list("iso3", flat=True))
        headers = [str(name or "").strip().lower() for name in dataset.headers or []]
        found: list[dict[str, Any]] = [
            {"line": line, **dict(zip(headers, (_plain(cell) for cell in cells), strict=False))}
            for line, cells in enumerate(dataset, 2)
        ]
        rows = _acts(found) if set(headers) >= A_ROW_A_STATE else found
        named = {name for row in rows for name in row} if rows else set(headers)
        if self.treaty_of_upload:
            named.add("treaty")
        if missing := [name for name in KEY if name not in named]:
            dataset.wipe()  # or the library would go on to its rows
            dataset.headers = list(KEY)
            raise ValueError(
                f"The sheet has no column {', '.join(missing)}. It needs {', '.join(KEY)}, or, with a row a state, "
                "iso3, signed, deposit_date and deposit_kind."
            )
        for row in rows:
            row["treaty"] = row.get("treaty") or self.treaty_of_upload
        rows.sort(key=lambda row: (row.get("date") or "", row.get("kind") != "signature"))
        self.lines = [int(row["line"]) for row in rows]
        present = [name for name in COLUMNS if name in named]
        dataset.wipe()
        dataset.headers = present
        for row in rows:
            dataset.append([row.get(name, "") for name in present])

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Words as the form has them: “Ratification” is the kind ratification."""
        kind = row["kind"]
        known = {kind.value: kind.value for kind in ActionKind} | {k.label.lower(): k.value for k in ActionKind}
        if kind.lower() not in known:
            names = ", ".join(one.value for one in ActionKind)
            raise ValidationError({"kind": f"kind: “{kind[:60]}” is not known. Known: {names}."})
        row["kind"] = known[kind.lower()]
        if self.theirs is not None and row["iso3"] not in self.theirs:
            raise ValidationError({"iso3": f"iso3: “{row['iso3'][:60]}” is not among the states assigned to you."})
        if self.today is not None and _is_after(row["date"], self.today):
            raise ValidationError({"date": f"date: {row['date']} lies ahead. {ONLY_WHAT_HAPPENED}"})
        if blank := [name for name in KEY if not row[name]]:
            raise ValidationError(f"{', '.join(blank)}: empty. Every act needs {', '.join(KEY)}.")


def _acts(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The signatures and deposits of a table with a row a state."""
    found = []
    for row in rows:
        shared = {name: row[name] for name in ("line", "treaty", "iso3", "source") if row.get(name)}
        if row.get("signed"):
            found.append({**shared, "kind": "signature", "date": row["signed"]})
        if row.get("deposit_date"):
            found.append({**shared, "kind": row.get("deposit_kind"), "date": row["deposit_date"]})
    return found


def _is_after(cell: str, today: datetime.date) -> bool:
    """Whether the cell is a day after today; what is no day is left to the column's own check."""
    try:
        return datetime.date.fromisoformat(cell) > today
    except ValueError:
        return False


def _plain(value: Any) -> str:
    """A cell without the time that spreadsheets add to days, and without spaces around it."""
    if hasattr(value, "date") and callable(value.date):
        value = value.date()
    return value.isoformat() if hasattr(value, "isoformat") else str(value).strip() if value is not None else ""
