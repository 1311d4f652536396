"""What the sheets of figures share: two counts, each exact, rounded or the least that it can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from editorial.importing.cells import Decimals, Number, YesNo
from editorial.importing.lookups import Lookups
from editorial.importing.sheet import Column, Made, SheetRow
from editorial.models import Claim
from stockpiles.queries.figures import figures as stored_figures
from stockpiles.queries.stock import stocks
from stockpiles.rules.difference import DifferenceKind

from .columns import claimed, ranked

#: What a row leads to that an importer should look at before writing it.
WORTH_A_LOOK = frozenset(
    {
        DifferenceKind.MORE_GONE_THAN_HELD,
        DifferenceKind.RETAINED_EXCEEDED,
        DifferenceKind.PERIODS_EXCEED_TOTAL,
        DifferenceKind.TYPES_DO_NOT_ADD_UP,
    }
)


def counts(munitions: str = "munitions", submunitions: str = "submunitions") -> tuple[Column, ...]:
    """The columns of two counts. A rounded figure for submunitions stands in a column of its own."""
    return (
        Column(munitions, Number(), "How many; empty: unknown.", needed=True, said=lambda one: one.munitions),
        Column(
            submunitions,
            Number(),
            "How many in them; empty: unknown.",
            needed=True,
            said=lambda one: None if one.submunitions_rounded else one.submunitions,
        ),
        Column("munitions_rounded", YesNo(), "Whether the number of munitions is rounded."),
        Column(
            "submunitions_rounded",
            Number(),
            "How many in them, where the source rounds; then the exact column is empty.",
            said=lambda one: one.submunitions if one.submunitions_rounded else None,
        ),
        Column("munitions_at_least", YesNo(), "Whether the source says only that there were more munitions."),
        Column("submunition_mass_kg", Decimals(), "What one of them weighs, where the source says so."),
        Column(
            "submunitions_at_least", YesNo(), "Whether the source says only that there were more submunitions."
        ),
    )


def figures(row: SheetRow, munitions: str = "munitions", submunitions: str = "submunitions") -> dict[str, object]:
    """The two counts of a row, each of which may be the least that it can be, and what a submunition weighs.

    Raises BadRow where they cannot be.
    """
    values = exact_or_rounded(row, munitions, submunitions)
    if row["submunition_mass_kg"] == 0:
        raise row.refusal("submunition_mass_kg", "A mass is more than zero; leave it empty where it is not given.")
    values |= row.given("submunition_mass_kg")
    for count, column in (("munitions", munitions), ("submunitions", submunitions)):
        is_least = values[f"{count}_at_least"] = row[f"{count}_at_least"]
        if is_least and values[count] is None:
            raise row.refusal(column, "Only a number can be the least.")
    return values


def exact_or_rounded(row: SheetRow, munitions: str, submunitions: str) -> dict[str, object]:
    """The two counts of a row. Raises BadRow where they cannot be."""
    exact, about = row[submunitions], row["submunitions_rounded"]
    if exact is not None and about is not None:
        raise row.refusal(
            "submunitions_rounded", f"{submunitions} gives an exact number already; keep one of the two."
        )
    return checked(row, munitions, submunitions, about, is_rounded=row["munitions_rounded"])


def checked(
    row: SheetRow, munitions: str, submunitions: str, about: int | None = None, *, is_rounded: bool = False
) -> dict[str, object]:
    """Two counts of a row that may stand beside others; ``about`` is a rounded one of submunitions."""
    values = {
        "munitions": row[munitions],
        "munitions_rounded": is_rounded,
        "submunitions": row[submunitions] if about is None else about,
        "submunitions_rounded": about is not None,
    }
    if values["submunitions"] and values["munitions"] == 0:
        raise row.refusal(
            submunitions if about is None else "submunitions_rounded",
            f"Submunitions lie in munitions, and {munitions} is 0; leave that cell empty if their number is unknown.",
        )
    if is_rounded and values["munitions"] is None:
        raise row.refusal(munitions, "Only a number can be rounded.")
    return values


def figure(row: SheetRow, model: type[Claim], by: dict[str, object], values: dict[str, object]) -> list[Made]:
    """The one claim of a row of figures: on a state and a type, with what it is known by and what it says."""
    return [
        Made(
            model,
            {"country": row["iso3"], "munition_type": row["munition_type"], **by},
            {**values, **ranked(row), **claimed(row)},
            loose(values),
            is_claim=True,
        )
    ]


def loose(values: dict[str, object]) -> list[str]:
    """What looks odd: submunitions without the munitions that they were in."""
    if values["submunitions"] and values["munitions"] is None:
        return [f"{values['submunitions']:,} submunitions without the number of munitions they were in."]
    return []


def ledger_flags(records: Sequence[Any], known: Lookups) -> list[str]:
    """What the ledger of the state says once a row of figures is in it."""
    pk = records[0].country_id
    book = stocks(stored_figures(countries=[pk])).get(pk)
    return [one.words for one in book.ledger.differences if one.finding in WORTH_A_LOOK] if book else []
