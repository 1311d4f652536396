"""How far the reference data reaches, kind by kind."""

from __future__ import annotations

from countries.models import Coverage, Extent, FactKind
from editorial.actions.reference import BadRow, LoadReport, keep, reference, rows, source_of_cell
from editorial.models import SourceKind

from .reference_data import FOLDER
from .treaty_reference import days_of


@reference("coverage")
def load_coverage(report: LoadReport) -> None:
    """One row a kind of fact and scope. A researcher who has looked again since is never overruled."""
    path = FOLDER / "coverage.csv"
    for line, row in rows(path):
        try:
            if row["kind"] not in FactKind.values:
                known = ", ".join(FactKind.values)
                raise BadRow(
                    f"{path.name}, line {line}, kind: “{row['kind']}” is no kind of fact. Known: {known}."
                )
            if row["extent"] not in Extent.values:
                raise BadRow(
                    f"{path.name}, line {line}, extent: “{row['extent']}” is neither {Extent.WHOLE} nor {Extent.PART}."
                )
            day = days_of(path, line, row)
            values = {
                "extent": row["extent"],
                "complete_until": day("complete_until"),
                "checked_on": day("checked_on"),
                "source": source_of_cell(row["source"], kind=SourceKind.TREATY_ACTION) if row["source"] else None,
                "covers": row["covers"],
                "missing": row["missing"],
            }
            keep(Coverage, values, by={"kind": row["kind"], "scope": row["scope"]}, report=report)
        except BadRow as problem:
            report.refused.append(str(problem))
