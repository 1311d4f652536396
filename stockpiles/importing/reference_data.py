"""Reference data of stockpiles: types, stocks, destruction, extensions, reports, and Peru's programme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from editorial.actions.reference import BadRow, LoadReport, keep, one, reference, rows, source_of_cell
from editorial.models import Organisation, OrganisationKind, SourceKind
from stockpiles.models import (
    Contribution,
    DestructionProgramme,
    ExtensionRequest,
    ExtensionRequestVersion,
    ProgrammeDelay,
    ProgrammeStage,
)

from .cells import choice, day, number, required
from .extension_rows import read_extension
from .figure_rows import read_holding, read_retention, read_stock, read_year
from .known import Known
from .rows import (
    Made,
    cited,
    read_activity,
    read_article,
    read_completion,
    read_report,
    read_type,
)
from .settled_difference import read_settled_difference

FOLDER = Path(__file__).resolve().parent.parent / "reference"

Reader = Callable[[dict[str, str], Known], list[Made]]


@reference("munition-types")
def load_munition_types(report: LoadReport) -> None:
    """Types that sources name, with what they say of origin and load."""
    _load("munition_types.csv", read_type, report)


@reference("stockpiles")
def load_stockpiles(report: LoadReport) -> None:
    """36 states that hold or held stocks: declared, destroyed, retained, completed."""
    _load("stockpiles.csv", read_stock, report)


@reference("stockpile-years")
def load_stockpile_years(report: LoadReport) -> None:
    """What was destroyed in single years; examples, far from complete."""
    _load("stockpile_years.csv", read_year, report)


@reference("stockpile-figures")
def load_holdings(report: LoadReport) -> None:
    """Further figures beside the first: other declarations of the same stock, single types."""
    _load("holdings.csv", read_holding, report)


@reference("retention")
def load_retention(report: LoadReport) -> None:
    """What is retained on further days than the one of the newest profile; two states as yet."""
    _load("retention.csv", read_retention, report)


@reference("settled-differences")
def load_settled_differences(report: LoadReport) -> None:
    """What became of ledgers that do not come out, on the figures as loaded."""
    _load("settled_differences.csv", read_settled_difference, report)


@reference("activity-claims")
def load_activity_claims(report: LoadReport) -> None:
    """Use, production, trade and stockpiling, as sources answer."""
    _load("activity_claims.csv", read_activity, report)


@reference("extension-requests")
def load_extension_requests(report: LoadReport) -> None:
    """Requests under Articles 3 and 4 in the order in which they were made."""
    numbers: dict[tuple[int, int], int] = {}
    _load("extension_requests.csv", lambda row, known: read_extension(row, known, numbers), report)


@reference("extension-versions")
def load_extension_versions(report: LoadReport) -> None:
    """The versions in which requests were filed, where a document was seen."""

    def load(path: Path, line: int, row: dict[str, str], known: Known) -> None:
        request = one(
            ExtensionRequest,
            path,
            line,
            "number",
            row["number"],
            country=known.country(row),
            article=read_article(row),
            number=number(row, "number"),
        )
        keep(
            ExtensionRequestVersion,
            {
                "filed_on": day(row, "filed_on"),
                "months_requested": number(row, "months_requested"),
                "document": source_of_cell(row["document"], kind=SourceKind.STATEMENT),
            },
            by={"request": request, "number": number(row, "version")},
            report=report,
        )

    _each("extension_versions.csv", load, report)


@reference("completions")
def load_completions(report: LoadReport) -> None:
    """Ends of duties that the table of stockpiles does not hold."""
    _load("completions.csv", read_completion, report)


@reference("transparency-reports")
def load_transparency_reports(report: LoadReport) -> None:
    """Article 7 reports of 41 states, mostly the first and the newest of each."""
    _load("art7_reports.csv", read_report, report)


@reference("destruction-programmes")
def load_programmes(report: LoadReport) -> None:
    """Programmes with their partners, stages, delays and contributions."""

    def organisation(path: Path, line: int, row: dict[str, str], known: Known) -> None:
        values = {
            "name": required(row, "name"),
            "abbreviation": row["abbreviation"],
            "kind": choice(row, "kind", OrganisationKind),
            "url": row["url"],
        }
        keep(Organisation, values, by={"slug": required(row, "slug")}, report=report)

    def programme(path: Path, line: int, row: dict[str, str], known: Known) -> None:
        keep(
            DestructionProgramme,
            {
                "country": known.country(row),
                "title": required(row, "title"),
                "partner": _organisation(path, line, "partner", row["partner"]),
                "state_body": row["state_body"],
                "started": day(row, "started"),
                "ended": day(row, "ended"),
                "note": cited(row),
            },
            by={"slug": required(row, "slug")},
            report=report,
        )

    def stage(path: Path, line: int, row: dict[str, str], known: Known) -> None:
        keep(
            ProgrammeStage,
            {
                "name": required(row, "name"),
                "started": day(row, "started"),
                "ended": day(row, "ended"),
                "note": cited(row),
            },
            by={"programme": _programme(path, line, row), "number": number(row, "number")},
            report=report,
        )

    def delay(path: Path, line: int, row: dict[str, str], known: Known) -> None:
        keep(
            ProgrammeDelay,
            {"began": day(row, "began"), "ended": day(row, "ended"), "note": cited(row)},
            by={"programme": _programme(path, line, row), "cause": required(row, "cause")},
            report=report,
        )

    def contribution(path: Path, line: int, row: dict[str, str], known: Known) -> None:
        keep(
            Contribution,
            {
                "channel": _organisation(path, line, "channel", row["channel"]),
                "form": row["form"],
                "agreed_on": day(row, "agreed_on"),
                "note": cited(row),
            },
            by={"programme": _programme(path, line, row), "donor_state": known.country(row, "donor_iso3")},
            report=report,
        )

    _each("organisations.csv", organisation, report)
    _each("programmes.csv", programme, report)
    _each("programme_stages.csv", stage, report)
    _each("programme_delays.csv", delay, report)
    _each("contributions.csv", contribution, report)


def _programme(path: Path, line: int, row: dict[str, str]) -> Any:
    return one(DestructionProgramme, path, line, "programme", row["programme"], slug=row["programme"])


def _organisation(path: Path, line: int, field: str, slug: str) -> Any:
    return one(Organisation, path, line, field, slug, slug=slug) if slug else None


def _each(name: str, load: Callable[[Path, int, dict[str, str], Known], None], report: LoadReport) -> None:
    path, known = FOLDER / name, Known.read()
    for line, row in rows(path):
        try:
            load(path, line, row, known)
        except BadRow as problem:
            text = str(problem)
            report.refused.append(text if text.startswith(path.name) else f"{path.name}, line {line}, {text}")


def _load(name: str, read: Reader, report: LoadReport) -> None:
    def load(path: Path, line: int, row: dict[str, str], known: Known) -> None:
        kept: list[Any] = []
        for made in read(row, known):
            needed = {field: kept[place] for field, place in made.needs.items()}
            in_by = {k: v for k, v in needed.items() if k == "munition_type"}
            in_values = {k: v for k, v in needed.items() if k not in in_by}
            kept.append(keep(made.model, {**made.values, **in_values}, by={**made.by, **in_by}, report=report))

    _each(name, load, report)
