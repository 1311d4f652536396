"""The tables that people import at the desk."""

from __future__ import annotations

from .activity_claim import ACTIVITY_CLAIMS
from .completion_declaration import COMPLETIONS
from .destruction_record import STOCKPILE_YEARS
from .extension_request import EXTENSION_REQUESTS
from .holding import HOLDINGS
from .munition_type import MUNITION_TYPES
from .retention_record import RETENTION
from .stock import STOCKPILES
from .transparency_report import ART7_REPORTS

#: What the desk imports, in the order in which it is offered.
AT_THE_DESK = (
    STOCKPILES,
    STOCKPILE_YEARS,
    HOLDINGS,
    RETENTION,
    ACTIVITY_CLAIMS,
    EXTENSION_REQUESTS,
    COMPLETIONS,
    ART7_REPORTS,
    MUNITION_TYPES,
)
