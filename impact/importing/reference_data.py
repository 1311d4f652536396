"""The reference data of impact, in the order in which it loads."""

from __future__ import annotations

from editorial.importing.sheet_loader import loads

from .casualty_figure import CASUALTY_FIGURES
from .clearance_record import CLEARANCE_RECORDS
from .contamination_claim import CONTAMINATION_CLAIMS
from .published_deadline import PUBLISHED_DEADLINES

#: No table names another; all rest on the states.
LOADERS = (
    loads("contamination", CONTAMINATION_CLAIMS),
    loads("clearance", CLEARANCE_RECORDS),
    loads("published-deadlines", PUBLISHED_DEADLINES),
    loads("casualties", CASUALTY_FIGURES),
)

#: What the desk imports, in the order in which it is offered.
AT_THE_DESK = (CONTAMINATION_CLAIMS, CLEARANCE_RECORDS, PUBLISHED_DEADLINES, CASUALTY_FIGURES)
