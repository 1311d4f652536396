"""The column by which sheets name a state."""

from __future__ import annotations

from typing import cast

from countries.models import Country
from editorial.actions.bad_row import BadRow
from editorial.importing.cells import Named
from editorial.importing.lookups import Lookups
from editorial.importing.sheet import Column

UNKNOWN = "No state has this ISO 3166 alpha-3 code; correct it (Peru is PER)."
STATE = Named(Country, "iso3", must=True, remedy=UNKNOWN)
STATE_OR_NONE = Named(Country, "iso3", remedy=UNKNOWN)
ISO3 = Column("iso3", STATE, "The state, by its ISO 3166 alpha-3 code.", needed=True, field="country")


class States:
    """Several states, by their codes, parted by blanks."""

    def read(self, text: str, known: Lookups) -> list[Country]:
        found = cast("list[Country]", [STATE.read(code, known) for code in text.split()])
        if len(set(found)) < len(found):
            raise BadRow("A state is named twice.")
        return found

    def write(self, value: object) -> str:
        return " ".join(str(country) for country in value) if isinstance(value, list) else ""
