"""A paper prepared for import, and what its preparation says, for every test of the destination."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from editorial.importing.problems import Problem
from editorial.importing.text_import import PreparedImport, prepare_import
from meetings.importing.statement import StatementDestination, statement_meant
from meetings.importing.statement_parties import PARTIES_DIFFER
from tests.meetings.importing.samples import PAPER

FOUR = ["CHL", "HRV", "MEX", "PRT"]


def prepare(
    text: str = PAPER, *, parties_as_given: bool = False, left_out: tuple[str, ...] | None = None, **to: Any
) -> PreparedImport[StatementDestination]:
    meant = statement_meant(**to)
    if left_out is not None:
        meant = replace(meant, left_out=frozenset(left_out))
    allowed = PARTIES_DIFFER if parties_as_given else ()
    return prepare_import(text.encode(), meant, name="paper.md", allowed=allowed)


def problems(prepared: PreparedImport[StatementDestination]) -> dict[str, Problem]:
    return {problem.code: problem for problem in prepared.problems}


def roles(parties: Any) -> list[tuple[str, str]]:
    return [(country.key, str(role)) for country, role in parties]
