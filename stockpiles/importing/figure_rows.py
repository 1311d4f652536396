"""Rows that give figures: stocks, what was destroyed year by year, single figures, what is retained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from editorial.actions.source_cell import documents_of
from editorial.models import Certainty, Rank
from editorial.rules.partial_date import PartialDate
from editorial.rules.source_cell import parts_about
from stockpiles.models import (
    Article,
    CompletionDeclaration,
    DestructionRecord,
    DestructionScope,
    HoldingKind,
    OutOf,
    RetentionRecord,
    StockpileHolding,
)

from .cells import Row, cell, choice, day, number, refuse, yes
from .known import Known
from .rows import Made, cited, words_of

#: Words in the labels of a source cell, by the fact that they are about.
OF_STOCK, OF_DESTRUCTION, OF_RETENTION, OF_COMPLETION = (
    ("declared",),
    ("destroyed",),
    ("retained",),
    ("completion", "month", "announced"),
)

_EDITION = re.compile(r"profile \((\d{4})\)|/reports/(\d{4})/", re.ASCII)


def edition_of(words: str) -> PartialDate | None:
    """The year of the Monitor edition that a source names. It is when the figures were said, not what they are about."""
    found = _EDITION.search(words)
    return PartialDate(int(found[1] or found[2])) if found else None


def _figures(row: Row, munitions: str, submunitions: str, rounded: str = "") -> dict[str, Any]:
    """Two counts. A rounded figure for submunitions stands in a column of its own, beside an empty exact one."""
    exact, about = number(row, submunitions), number(row, rounded) if rounded else None
    if exact is not None and about is not None:
        raise refuse(
            rounded, cell(row, rounded), f"{submunitions} gives an exact number already; keep one of the two."
        )
    values = {
        "munitions": number(row, munitions),
        "munitions_rounded": yes(row, "munitions_rounded"),
        "submunitions": exact if about is None else about,
        "submunitions_rounded": about is not None,
    }
    if values["submunitions"] and values["munitions"] == 0:
        raise refuse(
            submunitions,
            str(values["submunitions"]),
            f"Submunitions lie in munitions, and {munitions} is 0; leave that cell empty if their number is unknown.",
        )
    if values["munitions_rounded"] and values["munitions"] is None:
        raise refuse(munitions, "", "Only a number can be rounded.")
    return values


def _loose(values: Mapping[str, Any]) -> list[str]:
    if values["submunitions"] and values["munitions"] is None:
        return [f"{values['submunitions']:,} submunitions without the number of munitions they were in."]
    return []


def _rank(row: Row) -> dict[str, Any]:
    rank = choice(row, "rank", Rank, Rank.NORMAL)
    reason = cell(row, "rank_reason")
    if rank != Rank.NORMAL and not reason:
        raise refuse("rank_reason", "", f"Say why this figure is {rank.label.lower()}.")
    return {"rank": rank, "rank_reason": reason}


def _not_more_than(row: Row, taken: str, held: str) -> None:
    gone, had = number(row, taken), number(row, held)
    if gone is not None and had is not None and gone > had:
        raise refuse(
            taken, cell(row, taken), f"That is more than was held ({held}: {had:,}); correct one of the two."
        )


FACTS = (OF_STOCK, OF_DESTRUCTION, OF_RETENTION, OF_COMPLETION)


def _about(row: Row, fact: tuple[str, ...]) -> str:
    return cited(row, fact, others=tuple(word for other in FACTS if other is not fact for word in other))


def _said(row: Row, fact: tuple[str, ...]) -> PartialDate | None:
    """When one fact of a row was said: the edition cited for it, else the day that ``made_on`` gives for the row."""
    return _edition_about(row, fact) or day(row, "made_on")


def _edition_about(row: Row, fact: tuple[str, ...]) -> PartialDate | None:
    others = tuple(word for other in FACTS if other is not fact for word in other)
    parts = parts_about(documents_of(row), fact, others)
    return next((edition for part in parts if (edition := edition_of(part.words))), None)


def read_stock(row: Row, known: Known) -> list[Made]:
    """A row of stockpiles.csv: what a state declared, destroyed, retains, and when it was done."""
    country = known.country(row)
    _not_more_than(row, "munitions_destroyed", "munitions_declared")
    _not_more_than(row, "submunitions_destroyed", "submunitions_declared")
    declared = _figures(row, "munitions_declared", "submunitions_declared", "submunitions_rounded")
    nothing_known = declared["munitions"] is None and declared["submunitions"] is None
    done = day(row, "completion_date_or_year")

    made = [
        Made(
            StockpileHolding,
            {
                "country": country,
                "munition_type": None,
                "kind": HoldingKind.DECLARED,
                "as_of": day(row, "as_of"),
                "made_on": _said(row, OF_STOCK),
            },
            {
                **declared,
                **_rank(row),
                "certainty": Certainty.UNKNOWN if nothing_known else Certainty.REPORTED,
                "note": _about(row, OF_STOCK),
            },
            _loose(declared),
        )
    ]
    if cell(row, "munitions_destroyed") or cell(row, "submunitions_destroyed"):
        destroyed = _figures(row, "munitions_destroyed", "submunitions_destroyed")
        made.append(
            Made(
                DestructionRecord,
                {
                    "country": country,
                    "munition_type": None,
                    "scope": DestructionScope.RUNNING_TOTAL,
                    "period_end": done,
                },
                {
                    **destroyed,
                    "as_of": None,
                    "made_on": _said(row, OF_DESTRUCTION),
                    "certainty": Certainty.REPORTED,
                    "note": _about(row, OF_DESTRUCTION),
                },
                _loose(destroyed),
            )
        )
    if cell(row, "retained_munitions") or cell(row, "retained_submunitions"):
        retained = _figures(row, "retained_munitions", "retained_submunitions")
        made.append(
            Made(
                RetentionRecord,
                {
                    "country": country,
                    "munition_type": None,
                    "as_of": day(row, "retained_as_of"),
                    "made_on": _said(row, OF_RETENTION),
                },
                {**retained, "certainty": Certainty.REPORTED, "note": _about(row, OF_RETENTION)},
                _loose(retained),
            )
        )
    if done is not None:
        in_force = known.in_force.get(country.pk)
        early = in_force is not None and done.latest < in_force
        made.append(
            Made(
                CompletionDeclaration,
                {"country": country, "article": Article.DESTRUCTION, "last_item_on": done},
                {
                    "announced_on": day(row, "announced_on"),
                    "declared_on": day(row, "declared_on"),
                    "margin_as_stated": cell(row, "margin_as_stated"),
                    "made_on": _edition_about(row, OF_COMPLETION),
                    "certainty": Certainty.REPORTED,
                    "note": _about(row, OF_COMPLETION),
                },
                [f"Completed ({done}) before entry into force for the state ({in_force})."] if early else [],
            )
        )
    return made


def read_year(row: Row, known: Known) -> list[Made]:
    """A row of stockpile_years.csv: what was destroyed in a year, in a shorter period, or altogether."""
    country, munition_type = known.country(row), known.munition_type(row)
    values = _figures(row, "munitions_destroyed", "submunitions_destroyed", "submunitions_rounded")
    if values["munitions"] is None and values["submunitions"] is None:
        raise refuse("munitions_destroyed", "", "A row without any number says nothing; give one of the two.")
    scope = choice(row, "scope", DestructionScope, DestructionScope.PERIOD)
    out_of = choice(row, "out_of", OutOf, OutOf.STOCK)
    if out_of == OutOf.RETAINED and scope == DestructionScope.RUNNING_TOTAL:
        raise refuse("scope", scope, "What was destroyed out of what was retained is given period by period.")
    year, start, end = day(row, "year"), day(row, "period_start"), day(row, "period_end")
    if year is not None and year.precision != "year":
        raise refuse("year", cell(row, "year"), "Write the year alone; give days in period_start and period_end.")
    start, end = start or year, end or year
    if scope == DestructionScope.RUNNING_TOTAL:
        start = None
    elif start is None or end is None:
        raise refuse("year", "", "Say when: a year, or period_start and period_end.")
    elif end.latest < start.earliest:
        raise refuse("period_end", str(end), f"It lies before the beginning, {start}.")
    words = words_of(row)
    return [
        Made(
            DestructionRecord,
            {
                "country": country,
                "munition_type": munition_type,
                "scope": scope,
                "period_start": start,
                "period_end": end,
            },
            {
                **values,
                **_rank(row),
                "out_of": out_of,
                "as_of": None,
                "made_on": day(row, "made_on") or edition_of(words),
                "method": cell(row, "method"),
                "certainty": choice(row, "certainty", Certainty, Certainty.REPORTED),
                "note": cited(row),
            },
            _loose(values),
        )
    ]


def read_holding(row: Row, known: Known) -> list[Made]:
    """A row of holdings.csv: one figure for one type or the whole stock, beside others."""
    values = _figures(row, "munitions", "submunitions", "submunitions_rounded")
    return [
        Made(
            StockpileHolding,
            {
                "country": known.country(row),
                "munition_type": known.munition_type(row),
                "kind": choice(row, "kind", HoldingKind, HoldingKind.DECLARED),
                "as_of": day(row, "as_of"),
                "made_on": day(row, "made_on") or edition_of(words_of(row)),
            },
            {
                **values,
                **_rank(row),
                "holder": cell(row, "holder"),
                "certainty": choice(row, "certainty", Certainty, Certainty.REPORTED),
                "note": cited(row),
            },
            _loose(values),
        )
    ]


def read_retention(row: Row, known: Known) -> list[Made]:
    """A row of retention.csv: what is retained as of one day, beside what other rows say of other days."""
    values = _figures(row, "munitions", "submunitions")
    return [
        Made(
            RetentionRecord,
            {
                "country": known.country(row),
                "munition_type": known.munition_type(row),
                "as_of": day(row, "as_of"),
                "made_on": day(row, "made_on") or edition_of(words_of(row)),
            },
            {
                **values,
                **_rank(row),
                "purpose": cell(row, "purpose"),
                "certainty": choice(row, "certainty", Certainty, Certainty.REPORTED),
                "note": cited(row),
            },
            _loose(values),
        )
    ]
