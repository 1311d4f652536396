"""What follows for stocks, clearance and reports when the convention enters into force for a state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from countries.models import Treaty
from editorial.rules.explained import Explained
from stockpiles.rules.clearance_deadline import original_clearance_deadline
from stockpiles.rules.destruction_deadline import original_destruction_deadline
from stockpiles.rules.reporting_calendar import first_report_due

from .bound import CONVENTION


def deadlines(treaty: Treaty, in_force: date) -> Sequence[tuple[str, Explained[date] | Explained[date | None]]]:
    """The first report and both original deadlines; other treaties set none that are kept here."""
    if treaty.slug != CONVENTION:
        return ()
    return (
        ("First transparency report due", first_report_due(in_force)),
        ("Stockpiles to be destroyed by", original_destruction_deadline(in_force)),
        ("Contaminated areas to be cleared by", original_clearance_deadline(in_force)),
    )
