"""The reference data of stockpiles, in the order in which it loads."""

from __future__ import annotations

from editorial.importing.sheet_loader import loads

from .activity_claim import ACTIVITY_CLAIMS
from .completion_declaration import COMPLETIONS
from .destruction_programme import SHEETS as PROGRAMMES
from .destruction_record import STOCKPILE_YEARS
from .extension_request import EXTENSION_REQUESTS, EXTENSION_VERSIONS
from .holding import HOLDINGS
from .munition_type import MUNITION_TYPES
from .retention_record import RETENTION
from .settled_difference import SETTLED_DIFFERENCES
from .stock import STOCKPILES
from .transparency_report import ART7_REPORTS

#: In the order in which they must run: what others name comes before them.
LOADERS = (
    loads("munition-types", MUNITION_TYPES),
    loads("stockpiles", STOCKPILES),
    loads("stockpile-years", STOCKPILE_YEARS),
    loads("stockpile-figures", HOLDINGS),
    loads("retention", RETENTION),
    loads("settled-differences", SETTLED_DIFFERENCES),
    loads("activity-claims", ACTIVITY_CLAIMS),
    loads("extension-requests", EXTENSION_REQUESTS),
    loads("extension-versions", EXTENSION_VERSIONS),
    loads("completions", COMPLETIONS),
    loads("transparency-reports", ART7_REPORTS),
    loads("destruction-programmes", *PROGRAMMES),
)
