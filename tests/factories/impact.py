"""The reference data of impact and the published totals, loaded after that of stockpiles."""

from __future__ import annotations

from editorial.actions.import_report import ImportReport
from editorial.actions.reference import load
from editorial.search import indexed_once
from tests.factories.kept_rows import once
from tests.factories.stockpiles import load_stocks

LOADERS = ("published-totals", "contamination", "clearance", "published-deadlines", "casualties")


def load_impact() -> dict[str, ImportReport]:
    """All states, acts, stocks and what the munitions left behind. Returns what each loader of impact reported."""
    return once("impact", _load_impact)


def _load_impact() -> dict[str, ImportReport]:
    load_stocks()
    with indexed_once():
        return {name: load(name) for name in LOADERS}
