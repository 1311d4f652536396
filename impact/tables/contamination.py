"""What is said of contamination as a file: one line a claim or completion, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.tables import Table, iso, table_of
from impact.models import ContaminationClaim
from impact.queries.contamination import ContaminationLine, StateContamination

Line = tuple[StateContamination, ContaminationLine]


def contamination_table(rows: Iterable[StateContamination]) -> Table:
    """Every word on the states of a list, the newest of each state first. Areas in km²."""
    lines: Iterable[Line] = ((row, one) for row in rows for one in row.lines)
    return table_of(
        "Contamination",
        {
            "ISO3": lambda line: line[0].country.iso3 or "",
            "State": lambda line: line[0].country.name,
            "In a word": lambda line: line[0].upshot.value,
            "Answer": lambda line: line[1].answer,
            "In words": lambda line: line[1].words,
            "Area km2": lambda line: _decimal(line[1], "area_km2"),
            "Confirmed km2": lambda line: _decimal(line[1], "confirmed_km2"),
            "Suspected km2": lambda line: _decimal(line[1], "suspected_km2"),
            "Speaks of": lambda line: iso(line[1].record.as_of),
            "Said on": lambda line: iso(line[1].record.made_on),
            "By": lambda line: line[1].who,
            "Certainty": lambda line: line[1].record.certainty,
            "Article 4 deadline": lambda line: "; ".join(
                duty.due.isoformat() for duty in line[0].duties if duty.due is not None
            ),
            "Remark": lambda line: line[1].shown.proof.words,
            "Sources": lambda line: "; ".join(cited.line for cited in line[1].shown.proof.sources),
        },
        lines,
    )


def _decimal(line: ContaminationLine, field: str) -> str:
    """An area as it was given, without zeros behind it."""
    record = line.record
    value = getattr(record, field) if isinstance(record, ContaminationClaim) else None
    return "" if value is None else f"{value.normalize():f}"
