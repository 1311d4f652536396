"""What a table refers to: states, types, meetings. Read once, however many rows the table has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from countries.models import Country
from meetings.models import Meeting
from stockpiles.models import MunitionType
from stockpiles.queries.bound import entry_into_force_by_state

from .cells import Row, cell, refuse


@dataclass
class Known:
    """The rows that a table may name, by the name it uses, and when the convention entered into force for each state."""

    countries: Mapping[str, Country]
    types: dict[str, MunitionType]
    meetings: Mapping[str, Meeting]
    in_force: Mapping[int, date] = field(default_factory=dict)

    @classmethod
    def read(cls) -> Known:
        """Four queries and those of the standings."""
        return cls(
            countries={c.iso3: c for c in Country.objects.all() if c.iso3},
            types={t.designation: t for t in MunitionType.objects.all()},
            meetings={m.slug: m for m in Meeting.objects.all()},
            in_force=entry_into_force_by_state(),
        )

    def country(self, row: Row, name: str = "iso3") -> Country:
        key = cell(row, name).upper()
        if key not in self.countries:
            raise refuse(name, key, "No state has this ISO 3166 alpha-3 code; correct it (Peru is PER).")
        return self.countries[key]

    def munition_type(self, row: Row, name: str = "munition_type") -> MunitionType | None:
        """The type a cell names; None (the whole stock) for an empty one."""
        designation = cell(row, name)
        if not designation:
            return None
        if designation not in self.types:
            raise refuse(name, designation, "No munition type has this designation; add the type first.")
        return self.types[designation]

    def meeting(self, row: Row, name: str) -> Meeting | None:
        slug = cell(row, name)
        if not slug:
            return None
        if slug not in self.meetings:
            raise refuse(name, slug, "No meeting has this address; correct it (the Ninth Meeting is 9msp).")
        return self.meetings[slug]
