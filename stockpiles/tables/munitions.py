"""Types of cluster munitions."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.tables import Cell, Table, table_of
from stockpiles.queries.munitions import TypeRow


def type_table(rows: Iterable[TypeRow]) -> Table:
    """One line a munition type."""
    return table_of(
        "Types of cluster munitions",
        {
            "Designation": lambda row: row.munition_type.designation,
            "Kind": lambda row: row.munition_type.get_kind_display(),
            "Origin": lambda row: row.munition_type.origin,
            "Submunition": lambda row: row.munition_type.submunition,
            "Submunitions in each": _load,
            "Approximate": lambda row: "yes" if row.munition_type.submunitions_approximate else "",
            "Article 2(2)": lambda row: row.classification.value.verdict.value.replace("_", " "),
            "Why": lambda row: row.classification.arithmetic,
            "States on record as holding or having held it": lambda row: "; ".join(
                country.name for country in row.holders
            ),
            "Called by its source": lambda row: row.munition_type.called_by_source,
        },
        rows,
    )


def _load(row: TypeRow) -> Cell:
    inside = row.munition_type.submunitions_per_munition
    return "unknown" if inside is None else inside
