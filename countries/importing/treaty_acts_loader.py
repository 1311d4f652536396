"""Every signature, deposit, declaration and notice of the depositary's tables, about 900 acts, checked together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from countries.models import Country, Treaty
from countries.rules.entry_into_force import threshold_day
from countries.rules.final_clauses import INSTRUMENTS, ActionKind, TreatyAct
from countries.rules.order_of_actions import refusals
from editorial.actions.import_report import ImportReport
from editorial.importing.lookups import Lookups
from editorial.importing.sheet import Made, Sheet, SheetRow
from editorial.importing.sheet_loader import made_of, readable, sheet_file
from editorial.importing.sheet_records import ReferenceWriter
from editorial.importing.source_cell import documents_of
from editorial.models import SourceKind

from .country import FOLDER
from .treaty import TREATIES
from .treaty_action import TREATY_ACTIONS, TREATY_STATUS

STATUS_FILES = {"ccm": "ccm_status.csv", "mine-ban-treaty": "apmbc_status.csv", "ccw": "ccw_status.csv"}
FURTHER = "treaty_actions.csv"


@dataclass
class LoadedAct:
    """One act as the files give it, before it is checked and saved."""

    place: str
    line: int
    made: Made

    @property
    def for_rules(self) -> TreatyAct:
        by = self.made.by
        return TreatyAct(ActionKind(by["kind"]), by["date"], self.made.values.get("effective_on"))


Acts = dict[tuple[Treaty, Country], list[LoadedAct]]


def load_treaty_actions(report: ImportReport, folder: Path = FOLDER) -> None:
    """The acts of a state are checked together; one that the treaty does not allow is refused with its article.

    The column entry_into_force of the tables is left aside: it was computed by those who made them. Days that a source
    has published stand in treaty_actions.csv.
    """
    acts: Acts = defaultdict(list)
    known = Lookups()
    left = [one for slug in STATUS_FILES for one in _add_status(report, folder, slug, known, acts)]
    _add_further(report, folder, known, acts)
    for row, file in left:
        of_state = acts[row["treaty"], row["iso3"]]
        notices = [act for act in of_state if act.made.by["kind"] == ActionKind.WITHDRAWAL]
        if not notices or notices[0].made.values.get("published_effect") != row["withdrawn"]:
            words = f"It has no notice of withdrawal in {FURTHER}. Add the day of its receipt there."
            report.refuse(row.refusal("withdrawn", words), file=file, line=row.line)
    _refuse_impossible(report, acts)
    writer = ReferenceWriter(report)
    for of_state in acts.values():
        for act in of_state:
            writer.write([act.made])


def _rows(
    report: ImportReport, sheet: Sheet, known: Lookups, **given: str
) -> Iterator[tuple[SheetRow, Sequence[Made]]]:
    """The rows of a file with the acts that each makes; what cannot be read is noted."""
    for row in readable(sheet, report, known, given):
        if (made := made_of(sheet, row, report)) is not None:
            yield row, made


def _add_status(
    report: ImportReport, folder: Path, slug: str, known: Lookups, acts: Acts
) -> Iterator[tuple[SheetRow, str]]:
    """Signatures, deposits and consents of one table. Gives the rows of states that have left, with the file."""
    file = STATUS_FILES[slug]
    for row, made in _rows(report, replace(TREATY_STATUS, file=folder / file), known, treaty=slug):
        for one in made:
            if one.by["kind"] == ActionKind.SIGNATURE:
                one.values["place"] = _signed_in(folder).get((slug, one.by["date"]), "")
            acts[one.by["treaty"], one.by["country"]].append(LoadedAct(file, row.line, one))
        if row["withdrawn"] is not None:
            yield row, file


@cache
def _signed_in(folder: Path) -> dict[tuple[str, date], str]:
    """Where a treaty was signed on each day of its signing conference, from treaties.csv."""
    places = {}
    for row in TREATIES.read(sheet_file(TREATIES.at(folder)), Lookups()):
        if not row.problems and row["signed_in"]:
            day, last = row["opened_for_signature"], row["signed_there_until"]
            while day <= last:
                places[row["slug"], day] = row["signed_in"]
                day += timedelta(days=1)
    return places


def _add_further(report: ImportReport, folder: Path, known: Lookups, acts: Acts) -> None:
    """What the tables leave out: notices, declarations, officials, days of effect, each with its own source."""
    for row, (made,) in _rows(report, replace(TREATY_ACTIONS.at(folder), order=None), known):
        of_state = acts[made.by["treaty"], made.by["country"]]
        found = next((act for act in of_state if act.made.by == made.by), None)
        values: dict[str, object] = {name: value for name, value in made.values.items() if value}
        if found is None:
            made.values = values | {"source_locator": made.values["source_locator"]}
            of_state.append(found := LoadedAct(FURTHER, row.line, made))
        else:
            found.made.values |= {name: value for name, value in values.items() if not name.startswith("source")}
        if row["note"]:
            documents = documents_of(row.cells, kind=SourceKind.TREATY_ACTION)
            citations = " ".join(document.citation() for document in documents)
            found.made.values["note"] = f"{row['note'].rstrip('.')} {citations}."


def _refuse_impossible(report: ImportReport, acts: Acts) -> None:
    """Take out what a treaty does not allow, naming the article."""
    days: dict[Treaty, list[date]] = defaultdict(list)
    for (treaty, _), of_state in acts.items():
        days[treaty] += [act.made.by["date"] for act in of_state if act.made.by["kind"] in INSTRUMENTS]
    thresholds = {treaty: threshold_day(treaty.final_clauses, days[treaty]) for treaty, _ in acts}
    for (treaty, country), of_state in acts.items():
        parent = [act.for_rules for act in acts.get((treaty.parent, country), [])] if treaty.parent else None
        done = [act.for_rules for act in of_state]
        for refusal in refusals(treaty.final_clauses, done, thresholds[treaty], parent):
            act = next(act for act in of_state if act.for_rules == refusal.action)
            of_state.remove(act)
            what = f"{country.iso3}, {ActionKind(act.made.by['kind']).words.lower()} {act.made.by['date']}"
            report.refuse(f"{what}: {refusal}", file=act.place, line=act.line)
