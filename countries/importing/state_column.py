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


class StateOrArea:
    """A state or area by its code, or by its place in addresses where it has none: PER, nagorno-karabakh."""

    def read(self, text: str, known: Lookups) -> Country:
        found = known.find(Country, "slug", text) if text.islower() else None
        return cast(Country, found or STATE.read(text, known))

    def write(self, value: object) -> str:
        return value.key if isinstance(value, Country) else ""


AREA = Column(
    "iso3",
    StateOrArea(),
    "The state or area, by its ISO 3166 alpha-3 code; nagorno-karabakh, which has none, by its place in addresses.",
    needed=True,
    field="country",
)


class States:
    """Several states, by their codes, parted by blanks."""

    def read(self, text: str, known: Lookups) -> list[Country]:
        found = cast("list[Country]", [STATE.read(code, known) for code in text.split()])
        if len(set(found)) < len(found):
            raise BadRow("A state is named twice.")
        return found

    def write(self, value: object) -> str:
        return " ".join(str(country) for country in value) if isinstance(value, list) else ""
