"""Reference data of treaties: their final clauses, who did what, steps at home, groups of states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from countries.models import (
    Country,
    DomesticStep,
    DomesticStepKind,
    GroupMembership,
    StateGroup,
    Treaty,
    TreatyAction,
    TreatyAlias,
)
from countries.rules.entry_into_force import threshold_day
from countries.rules.final_clauses import INSTRUMENTS, Action, ActionKind, Counting, TreatyKind
from countries.rules.order_of_actions import refusals
from editorial.actions.reference import BadRow, LoadReport, keep, one, reference, rows, sourced, sourced_with_note
from editorial.actions.source_cell import CitedDocument, documents_of_cell
from editorial.models import SourceKind

from .reference_data import FOLDER

STATUS_FILES = {"ccm": "ccm_status.csv", "mine-ban-treaty": "apmbc_status.csv", "ccw": "ccw_status.csv"}
CONSENTS = {"protocol_v_consent": "ccw-protocol-v", "amended_protocol_ii_consent": "ccw-amended-protocol-ii"}
FURTHER = "treaty_actions.csv"


@reference("treaties")
def load_treaties(report: LoadReport) -> None:
    """Five instruments with their final clauses. A convention stands above its protocols in the file."""
    path = FOLDER / "treaties.csv"
    for line, row in rows(path):
        try:
            day = days_of(path, line, row)
            number = _numbers(path, line, row)
            yes = _yes(path, line, row)
            keep(
                Treaty,
                {
                    "short_name": row["short_name"],
                    "title": row["title"],
                    "full_title": row["full_title"],
                    "title_in_sentence": row["title_in_sentence"],
                    "kind": _member(TreatyKind, path, line, "kind", row["kind"]).value,
                    "parent": one(Treaty, path, line, "parent", row["parent"], slug=row["parent"])
                    if row["parent"]
                    else None,
                    "order": number("order"),
                    "depositary": row["depositary"],
                    "untc_number": row["untc_number"],
                    "url": row["url"],
                    **sourced(row, kind=SourceKind.TREATY_ACTION),
                    "adopted_on": day("adopted_on"),
                    "adopted_at": row["adopted_at"],
                    "opened_for_signature": day("opened_for_signature"),
                    "closed_for_signature": day("closed_for_signature"),
                    "signature_ends_at_entry_into_force": yes("signature_ends_at_entry_into_force"),
                    "published_in_force": day("published_in_force"),
                    "threshold_reached_on": day("threshold_reached_on"),
                    "signature_article": row["signature_article"],
                    "consent_article": row["consent_article"],
                    "accession_article": row["accession_article"],
                    "acceptance_without_signature": yes("acceptance_without_signature"),
                    "first_article": row["first_article"],
                    "later_article": row["later_article"],
                    "instruments_needed": number("instruments_needed"),
                    "months": number("months"),
                    "counting": _member(Counting, path, line, "counting", row["counting"]).value,
                    "provisional_article": row["provisional_article"],
                    "provisional_covers": row["provisional_covers"],
                    "reservations_article": row["reservations_article"],
                    "reservations_allowed": yes("reservations_allowed"),
                    "withdrawal_article": row["withdrawal_article"],
                    "withdrawal_months": number("withdrawal_months"),
                    "withdrawal_waits_for_peace": yes("withdrawal_waits_for_peace"),
                },
                by={"slug": row["slug"]},
                report=report,
            )
        except BadRow as problem:
            report.refused.append(str(problem))


@reference("treaty-aliases")
def load_treaty_aliases(report: LoadReport) -> None:
    """Other names of treaties."""
    path = FOLDER / "treaty_aliases.csv"
    for line, row in rows(path):
        try:
            treaty = one(Treaty, path, line, "treaty", row["treaty"], slug=row["treaty"])
            keep(TreatyAlias, {"treaty": treaty}, by={"name": row["name"]}, report=report)
        except BadRow as problem:
            report.refused.append(str(problem))


@dataclass
class Act:
    """One act as the files give it, before it is checked and saved."""

    place_in_file: str
    treaty: str
    iso3: str
    kind: ActionKind
    day: date
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def for_rules(self) -> Action:
        return Action(self.kind, self.day, self.values.get("effective_on"))


@reference("treaty-actions")
def load_treaty_actions(report: LoadReport) -> None:
    """Every signature, deposit, declaration and notice of the depositary's tables, about 900 acts.

    The acts of a state are checked together; one that the treaty does not allow is refused with its article. The
    column entry_into_force of the tables is left aside: it was computed by those who made them. Days that a source
    has published stand in treaty_actions.csv.
    """
    treaties = {treaty.slug: treaty for treaty in Treaty.objects.select_related("parent")}
    countries = {country.iso3: country for country in Country.objects.exclude(iso3=None)}
    of_cell = cache(lambda cell: documents_of_cell(cell, kind=SourceKind.TREATY_ACTION))
    acts = _read_acts(report, treaties, countries, of_cell)
    _refuse_impossible(report, treaties, acts)
    stored = {(row.treaty_id, row.country_id, row.kind, row.date): row for row in TreatyAction.objects.all()}
    for (slug, iso3), of_state in acts.items():
        treaty, country = treaties[slug], countries[iso3]
        for act in of_state:
            row = stored.get((treaty.pk, country.pk, act.kind.value, act.day))
            if row and all(_same(row, name, value) for name, value in act.values.items()):
                report.unchanged += 1
                continue
            by = {"treaty": treaty, "country": country, "kind": act.kind.value, "date": act.day}
            keep(TreatyAction, act.values, by=by, report=report)


def _same(row: TreatyAction, name: str, value: Any) -> bool:
    return row.source_id == value.pk if name == "source" else bool(getattr(row, name) == value)


Acts = dict[tuple[str, str], list[Act]]


def _read_acts(
    report: LoadReport,
    treaties: dict[str, Treaty],
    countries: dict[str | None, Country],
    of_cell: Callable[[str], list[CitedDocument]],
) -> Acts:
    acts: Acts = defaultdict(list)
    left: dict[tuple[str, str], tuple[str, date]] = {}
    for slug, name in STATUS_FILES.items():
        path = FOLDER / name
        for line, row in rows(path):
            try:
                _known(path, line, "iso3", row["iso3"], countries)
                for act in _status_acts(path, line, row, slug):
                    first = of_cell(row["source"])[0]
                    act.values |= {"source": first.source, "source_locator": first.place}
                    acts[act.treaty, act.iso3].append(act)
                if gone := days_of(path, line, row)("withdrawn"):
                    left[slug, row["iso3"]] = (f"{name}, line {line}", gone)
            except BadRow as problem:
                report.refused.append(str(problem))
    _add_further(report, treaties, countries, of_cell, acts)
    for key, (where, gone) in left.items():
        notices = [act for act in acts[key] if act.kind is ActionKind.WITHDRAWAL]
        if not notices or notices[0].values.get("published_effect") != gone:
            report.refused.append(
                f"{where}, withdrawn: {gone} has no notice of withdrawal in {FURTHER}. Add the day of its receipt there."
            )
    return acts


def _status_acts(path: Path, line: int, row: dict[str, str], slug: str) -> Iterator[Act]:
    where, day, iso3 = f"{path.name}, line {line}", days_of(path, line, row), row["iso3"]
    if signed := day("signed"):
        yield Act(where, slug, iso3, ActionKind.SIGNATURE, signed, {"place": _signed_in().get((slug, signed), "")})
    if deposited := day("deposit_date"):
        kind = _member(ActionKind, path, line, "deposit_kind", row["deposit_kind"])
        yield Act(where, slug, iso3, kind, deposited)
    for column, protocol in CONSENTS.items():
        if column in row and (consented := day(column)):
            yield Act(where, protocol, iso3, ActionKind.CONSENT, consented)


@cache
def _signed_in() -> dict[tuple[str, date], str]:
    """Where a treaty was signed on each day of its signing conference, from treaties.csv."""
    places = {}
    for _, row in rows(FOLDER / "treaties.csv"):
        if row["signed_in"]:
            first, last = (date.fromisoformat(row[c]) for c in ("opened_for_signature", "signed_there_until"))
            for ordinal in range(first.toordinal(), last.toordinal() + 1):
                places[row["slug"], date.fromordinal(ordinal)] = row["signed_in"]
    return places


def _add_further(
    report: LoadReport,
    treaties: dict[str, Treaty],
    countries: dict[str | None, Country],
    of_cell: Callable[[str], list[CitedDocument]],
    acts: Acts,
) -> None:
    """What the tables leave out: notices, declarations, officials, days of effect, each with its own source."""
    path = FOLDER / FURTHER
    for line, row in rows(path):
        try:
            _known(path, line, "treaty", row["treaty"], treaties)
            _known(path, line, "iso3", row["iso3"], countries)
            day = days_of(path, line, row)
            kind = _member(ActionKind, path, line, "kind", row["kind"])
            done = day("date")
            if done is None:
                raise BadRow(f"{path.name}, line {line}, date: empty. Write the day as 2012-09-26.")
            of_state = acts[row["treaty"], row["iso3"]]
            found = [act for act in of_state if (act.kind, act.day) == (kind, done)]
            act = found[0] if found else Act(f"{path.name}, line {line}", row["treaty"], row["iso3"], kind, done)
            documents = of_cell(row["source"])
            if "source" not in act.values:
                act.values |= {"source": documents[0].source, "source_locator": documents[0].place}
            for column in ("effective_on", "published_effect"):
                if given := day(column):
                    act.values[column] = given
            act.values |= {column: row[column] for column in ("place", "official") if row[column]}
            if row["note"]:
                citations = " ".join(document.citation() for document in documents)
                act.values["note"] = f"{row['note'].rstrip('.')} {citations}."
            if not found:
                of_state.append(act)
        except BadRow as problem:
            report.refused.append(str(problem))


def _refuse_impossible(report: LoadReport, treaties: dict[str, Treaty], acts: Acts) -> None:
    """Take out what a treaty does not allow, naming the article."""
    thresholds = {
        slug: threshold_day(
            treaty.final_clauses,
            [act.day for (of, _), made in acts.items() if of == slug for act in made if act.kind in INSTRUMENTS],
        )
        for slug, treaty in treaties.items()
    }
    for (slug, iso3), of_state in acts.items():
        treaty = treaties[slug]
        parent = acts.get((treaty.parent.slug, iso3), []) if treaty.parent else None
        bad = refusals(
            treaty.final_clauses,
            [act.for_rules for act in of_state],
            thresholds[slug],
            None if parent is None else [act.for_rules for act in parent],
        )
        for refusal in bad:
            act = next(act for act in of_state if act.for_rules == refusal.action)
            of_state.remove(act)
            report.refused.append(f"{act.place_in_file}, {iso3}, {act.kind.label.lower()} {act.day}: {refusal}")


@reference("domestic-steps")
def load_domestic_steps(report: LoadReport) -> None:
    """Steps at home towards joining or leaving."""
    path = FOLDER / "domestic_steps.csv"
    for line, row in rows(path):
        try:
            keep(
                DomesticStep,
                {"description": row["description"], **sourced_with_note(row)},
                by={
                    "treaty": one(Treaty, path, line, "treaty", row["treaty"], slug=row["treaty"]),
                    "country": one(Country, path, line, "iso3", row["iso3"], iso3=row["iso3"]),
                    "kind": _member(DomesticStepKind, path, line, "kind", row["kind"]).value,
                    "date": row["date"],
                },
                report=report,
            )
        except BadRow as problem:
            report.refused.append(str(problem))


@reference("state-groups")
def load_state_groups(report: LoadReport) -> None:
    """Groups of states."""
    for _, row in rows(FOLDER / "state_groups.csv"):
        try:
            keep(
                StateGroup,
                {
                    "name": row["name"],
                    "description": row["description"],
                    "stated_size": int(row["stated_size"]) if row["stated_size"] else None,
                    **sourced_with_note(row),
                },
                by={"slug": row["slug"]},
                report=report,
            )
        except BadRow as problem:
            report.refused.append(str(problem))


@reference("group-memberships")
def load_group_memberships(report: LoadReport) -> None:
    """Who belongs to which group, as far as a source names the members."""
    path = FOLDER / "group_memberships.csv"
    for line, row in rows(path):
        try:
            keep(
                GroupMembership,
                {
                    "role": row["role"],
                    "since": row["since"] or None,
                    "until": row["until"] or None,
                    **sourced(row),
                },
                by={
                    "group": one(StateGroup, path, line, "group", row["group"], slug=row["group"]),
                    "country": one(Country, path, line, "iso3", row["iso3"], iso3=row["iso3"]),
                },
                report=report,
            )
        except BadRow as problem:
            report.refused.append(str(problem))


def _known(path: Path, line: int, column: str, value: str, known: dict[Any, Any]) -> None:
    if value not in known:
        raise BadRow(
            f"{path.name}, line {line}, {column}: “{value}” is not known. Correct the cell or load that row first."
        )


def days_of(path: Path, line: int, row: dict[str, str]) -> Callable[[str], date | None]:
    """Read a column as a day; empty is None."""

    def read(column: str) -> date | None:
        try:
            return date.fromisoformat(row[column]) if row[column] else None
        except ValueError:
            raise BadRow(
                f"{path.name}, line {line}, {column}: “{row[column]}” is no day. Write it as 2012-09-26."
            ) from None

    return read


def _numbers(path: Path, line: int, row: dict[str, str]) -> Callable[[str], int]:
    def read(column: str) -> int:
        if not row[column].isdecimal():
            raise BadRow(f"{path.name}, line {line}, {column}: “{row[column]}” is no whole number.")
        return int(row[column])

    return read


def _yes(path: Path, line: int, row: dict[str, str]) -> Callable[[str], bool]:
    def read(column: str) -> bool:
        if row[column] not in ("yes", "no"):
            raise BadRow(f"{path.name}, line {line}, {column}: “{row[column]}” is neither yes nor no.")
        return row[column] == "yes"

    return read


def _member(kinds: Any, path: Path, line: int, column: str, value: str) -> Any:
    try:
        return kinds(value)
    except ValueError:
        known = ", ".join(kind.value for kind in kinds)
        raise BadRow(f"{path.name}, line {line}, {column}: “{value}” is not known. Known: {known}.") from None
