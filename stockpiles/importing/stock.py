"""One row a state: what it declared, destroyed and retains, and when it was done."""

from __future__ import annotations

from typing import Any

from countries.importing.state_column import ISO3
from editorial.importing.cells import Number, When, YesNo
from editorial.importing.sheet import Column, Made, Sheet, SheetRow
from editorial.importing.source_cell import documents_of
from editorial.models import Certainty
from editorial.rules.partial_date import PartialDate
from editorial.rules.source_cell import parts_about
from stockpiles.models import (
    Article,
    CompletionDeclaration,
    DestructionRecord,
    DestructionScope,
    HoldingKind,
    RetentionRecord,
    StockpileHolding,
)
from stockpiles.queries.bound import entry_into_force_by_state

from .columns import AS_OF, FOLDER, RANK, SOURCES, cited, edition_of, ranked
from .figures import checked, exact_or_rounded, ledger_flags, loose

#: Words in the labels of a source cell, by the fact that they are about.
OF_STOCK, OF_DESTRUCTION, OF_RETENTION, OF_COMPLETION = FACTS = (
    ("declared",),
    ("destroyed",),
    ("retained",),
    ("completion", "month", "announced"),
)


def read_stock(row: SheetRow) -> list[Made]:
    """The claims of one row: a stock always, the others where the row gives them."""
    _not_more_than(row, "munitions_destroyed", "munitions_declared")
    _not_more_than(row, "submunitions_destroyed", "submunitions_declared")
    return [_declared(row), *_destroyed(row), *_retained(row), *_completed(row)]


def _declared(row: SheetRow) -> Made:
    values = exact_or_rounded(row, "munitions_declared", "submunitions_declared")
    is_unknown = values["munitions"] is None and values["submunitions"] is None
    by = {"kind": HoldingKind.DECLARED, "as_of": row["as_of"], "made_on": _said(row, OF_STOCK)}
    certainty = Certainty.UNKNOWN if is_unknown else Certainty.REPORTED
    return _claim(row, StockpileHolding, by, values, OF_STOCK, certainty=certainty, **ranked(row))


def _destroyed(row: SheetRow) -> list[Made]:
    by = {"scope": DestructionScope.RUNNING_TOTAL, "period_end": row["completion_date_or_year"]}
    values = _counted(row, "munitions_destroyed", "submunitions_destroyed")
    said = _said(row, OF_DESTRUCTION)
    return [_claim(row, DestructionRecord, by, values, OF_DESTRUCTION, made_on=said)] if values else []


def _retained(row: SheetRow) -> list[Made]:
    by = {"as_of": row["retained_as_of"], "made_on": _said(row, OF_RETENTION)}
    values = _counted(row, "retained_munitions", "retained_submunitions")
    return [_claim(row, RetentionRecord, by, values, OF_RETENTION)] if values else []


def _counted(row: SheetRow, munitions: str, submunitions: str) -> dict[str, object]:
    """Two counts of what a row need not speak of; none where it gives neither."""
    is_silent = row[munitions] is None and row[submunitions] is None
    return {} if is_silent else checked(row, munitions, submunitions)


def _claim(
    row: SheetRow, model: Any, by: dict[str, object], values: dict[str, object], fact: tuple[str, ...], **more: Any
) -> Made:
    return Made(
        model,
        {"country": row["iso3"], "munition_type": None, **by},
        {**values, "certainty": Certainty.REPORTED, **more, "note": _about(row, fact)},
        loose(values),
        is_claim=True,
    )


def _completed(row: SheetRow) -> list[Made]:
    done = row["completion_date_or_year"]
    if done is None:
        return []
    in_force = row.known.once(entry_into_force_by_state).get(row["iso3"].pk)
    early = in_force is not None and done.latest < in_force
    return [
        Made(
            CompletionDeclaration,
            {"country": row["iso3"], "article": Article.DESTRUCTION, "last_item_on": done},
            {
                **row.given("announced_on", "declared_on", "margin_as_stated"),
                "made_on": _edition_about(row, OF_COMPLETION),
                "certainty": Certainty.REPORTED,
                "note": _about(row, OF_COMPLETION),
            },
            [f"Completed ({done}) before entry into force for the state ({in_force})."] if early else [],
            is_claim=True,
        )
    ]


def _not_more_than(row: SheetRow, taken: str, held: str) -> None:
    gone, had = row[taken], row[held]
    if gone is not None and had is not None and gone > had:
        raise row.refusal(taken, f"That is more than was held ({held}: {had:,}); correct one of the two.")


def _others(fact: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for other in FACTS if other is not fact for word in other)


def _about(row: SheetRow, fact: tuple[str, ...]) -> str:
    return cited(row, fact, others=_others(fact))


def _said(row: SheetRow, fact: tuple[str, ...]) -> PartialDate | None:
    """When one fact of a row was said: the edition cited for it, else the day that ``made_on`` gives for the row."""
    found: PartialDate | None = _edition_about(row, fact) or row["made_on"]
    return found


def _edition_about(row: SheetRow, fact: tuple[str, ...]) -> PartialDate | None:
    parts = parts_about(documents_of(row.cells), fact, _others(fact))
    return next((edition for part in parts if (edition := edition_of(part.words))), None)


STOCKPILES = Sheet(
    "stockpiles",
    "Stocks: declared, destroyed, retained, completed",
    (
        ISO3,
        Column("munitions_declared", Number(), "Declared; empty: unknown.", needed=True),
        Column("submunitions_declared", Number(), "Declared in them; empty: unknown.", needed=True),
        Column("munitions_rounded", YesNo(), "Whether the first is rounded."),
        Column("submunitions_rounded", Number(), "In place of the exact number, where the source rounds."),
        Column("munitions_destroyed", Number(), "Destroyed altogether."),
        Column("submunitions_destroyed", Number(), "Destroyed in them."),
        Column("retained_munitions", Number(), "Retained for training."),
        Column("retained_submunitions", Number(), "Retained in them."),
        Column("retained_as_of", When(), "The day on which they were retained."),
        Column("completion_date_or_year", When(), "When the last one was destroyed."),
        Column("announced_on", When(), "When that was announced."),
        Column("declared_on", When(), "When it was declared to the states parties."),
        Column("margin_as_stated", meaning="How far before or after the deadline, in the source’s words."),
        Column("art3_deadline", meaning="Left aside: the deadline is computed."),
        AS_OF,
        Column("made_on", When(), "When it was said, where the source names no edition."),
        *RANK,
        SOURCES[0],
    ),
    records=read_stock,
    check=ledger_flags,
    file=FOLDER / "stockpiles.csv",
    has_claims=True,
)
