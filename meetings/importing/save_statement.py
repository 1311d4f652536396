"""Takes a statement into the database: checks it against what is there, then writes a draft with its parties."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country
from countries.queries.access import may_edit_country
from editorial.importing.notes import MISSING_NOTES
from editorial.importing.problems import NotWritten, Problem, Severity, UnusableInput, blocking, excerpt
from editorial.importing.reading import MAX_BYTES
from editorial.importing.reconciliation import Reconciliation
from editorial.importing.source_library import LibraryMatch, match_library
from editorial.models import Source, User, recording
from editorial.rules.partial_date import BadDate, PartialDate
from meetings.models import Meeting, Role, Statement, StatementKind, StatementParty
from meetings.queries.state_names import state_names
from meetings.rules.names_in_text import name_key, names_in, read_list
from meetings.rules.statement_parties import proposed_parties

from .document_reader import read_document
from .parsed_statement import ParsedStatement
from .slides_reader import read_slides

# Where the states in the text differ from those given; a person may decide that those given are right.
PARTIES_DIFFER = frozenset(("party-not-given", "party-not-in-text", "party-role-differs", "party-unknown"))
# Rights that whoever imports a statement needs.
NEEDED = ("meetings.add_statement", "meetings.add_statementparty", "editorial.add_source")
# A code that stands alone in a list: there AND is Andorra, not a word that joins two names.
_CODE = re.compile(r"(?<![^,;\n])\s*(?P<code>[A-Z]{3})\s*(?![^,;\n])")
Parties = tuple[tuple[Country, str], ...]  # a state and its Role, in order


@dataclass(frozen=True)
class Destination:
    """What a file is imported as. Empty values are taken from the text, where it gives them."""

    meeting: Meeting | None = None
    kind: str = ""
    title: str = ""
    date: PartialDate | None = None
    language: str = "en"
    parties: Parties = ()
    source: Source | None = None


@dataclass(frozen=True)
class PreparedStatement:
    """A statement that was read, its parties and sources looked up, and everything that speaks against writing it."""

    parsed: ParsedStatement
    destination: Destination
    proposed: Parties  # that the text names
    parties: Parties  # that are written
    library: LibraryMatch
    problems: tuple[Problem, ...]

    @property
    def can_be_written(self) -> bool:
        return not blocking(self.problems)

    @property
    def title(self) -> str:
        return self.destination.title or self.parsed.title

    @property
    def kind(self) -> str:
        return self.destination.kind or self.parsed.kind or StatementKind.NATIONAL

    @property
    def text(self) -> str:
        """The researched text of the draft."""
        return self.parsed.text(self.library.lines)

    @property
    def report(self) -> Reconciliation:
        to = self.destination
        facts = (
            ("Kind", str(StatementKind(self.kind).label)),
            ("Meeting", str(to.meeting or "")),
            ("Date", str(to.date or "")),
            ("Named in the text", in_words(self.proposed)),
            ("Parties", in_words(self.parties)),
        )
        return self.parsed.reconciliation(facts, self.problems, self.library.reused)


@dataclass(frozen=True)
class ImportedStatement:
    """What an import wrote."""

    statement: Statement
    parties: tuple[StatementParty, ...]
    created: tuple[Source, ...]
    reused: tuple[Source, ...]


def in_words(parties: Parties) -> str:
    """ "Spain (lead sponsor), Chile (co-sponsor)"."""
    return ", ".join(f"{country} ({Role(role).label.lower()})" for country, role in parties)


# ------------------------------------------------------------------------------------------------ what was asked for


def destination(
    *,
    meeting: str = "",
    kind: str = "",
    title: str = "",
    date: str = "",
    language: str = "en",
    source: str = "",
    states: Mapping[str, Sequence[str]] | None = None,
) -> Destination:
    """What is meant by the words that a person typed. ``states`` gives iso3 codes, names or lists of them by role.

    Raises UnusableInput naming everything that is unknown, and the nearest that are known.
    """
    problems: list[Problem] = []
    found_meeting = Meeting.objects.filter(slug=meeting).first() if meeting else None
    if meeting and found_meeting is None:
        slugs = Meeting.objects.values_list("slug", flat=True)
        problems.append(_unknown("meeting", meeting, slugs, "Give the slug of the meeting: lima-2007."))
    if kind and kind not in StatementKind.values:
        problems.append(_unknown("kind", kind, StatementKind.values, f"Known: {', '.join(StatementKind.values)}."))
    found_source = Source.objects.filter(key=source).first() if source else None
    if source and found_source is None:
        known = Source.objects.values_list("key", flat=True)
        problems.append(_unknown("source", source, known, "Give the key of a source in the library."))
    when = None
    try:
        when = PartialDate.parse(date) if date.strip() else None
    except BadDate as problem:
        problems.append(Problem("bad-date", str(problem), "Correct it.", Severity.UNUSABLE, field="--date"))
    longest = Statement._meta.get_field("title").max_length or 255
    if len(title) > longest:
        message = f"The title has {len(title)} characters; there is room for {longest}."
        problems.append(Problem("long-title", message, "Shorten it.", Severity.UNUSABLE, field="--title"))
    parties = _states(states or {}, problems)
    if problems:
        raise UnusableInput(*problems)
    return Destination(found_meeting, kind, " ".join(title.split()), when, language or "en", parties, found_source)


def _states(given: Mapping[str, Sequence[str]], problems: list[Problem]) -> Parties:
    wanted = [(value, role) for role, values in given.items() for value in values if value.strip()]
    if not wanted:
        return ()
    by_code = {str(country.iso3): country for country in Country.objects.exclude(iso3=None)}
    names = {name_key(code): country for code, country in by_code.items()} | state_names()
    found: list[tuple[Country, str]] = []
    for value, role in wanted:
        option = f"--{role}"
        listed = read_list(_CODE.sub(lambda m: _spelled(m["code"], by_code), value), names)
        for name in listed.unknown or (() if listed.found else (value,)):
            code = len(name) <= 3
            known = list(by_code) if code else [country.name for country in by_code.values()]
            remedy = "Give its name or its ISO 3166 alpha-3 code."
            problems.append(_unknown("state", name.upper() if code else name, known, remedy, option))
        again = [country for country in listed.found if any(country == other for other, _ in found)]
        for country in dict.fromkeys((*listed.repeated, *again)):
            message = f"{country} is given twice."
            problems.append(Problem("state-twice", message, "Give it once.", Severity.UNUSABLE, field=option))
        found += [(country, role) for country in listed.found]
    return tuple(found)


def _spelled(code: str, by_code: Mapping[str, Country]) -> str:
    return by_code[code].name if code in by_code else code


def _unknown(what: str, value: str, known: Any, remedy: str, option: str = "") -> Problem:
    near = difflib.get_close_matches(value, [str(k) for k in known], 3, 0.6)
    hint = f" Did you mean {', '.join(near)}?" if near else ""
    message = f"There is no {what} {excerpt(value)}.{hint}"
    return Problem(f"unknown-{what}", message, remedy, Severity.UNUSABLE, field=option or f"--{what}")


# ------------------------------------------------------------------------------------------------ reading and writing


def prepare_import(
    source: Path | str | bytes,
    to: Destination,
    *,
    name: str = "",
    left_out: Collection[str] | None = None,
    parties_as_given: bool = False,
    allow_missing_notes: bool = False,
    max_bytes: int = MAX_BYTES,
) -> PreparedStatement:
    """Read a statement and compare it with the database. Writes nothing. Raises UnusableInput.

    States that are given stand in place of those that the text names. With ``left_out`` (keys of states, none is
    fine) somebody chose among these: all others of the text are taken beside those given.
    """
    read = read_slides if to.kind == StatementKind.PRESENTATION else read_document
    parsed = read(source, name=name, max_bytes=max_bytes)
    proposed, unknown = _named(parsed)
    library = match_library(parsed.proposals.sources)
    parties = to.parties or proposed if left_out is None else _together(to.parties, proposed, left_out)
    problems = [
        *parsed.problems,
        *_about_the_record(parsed, to),
        *_about_parties(parsed, parties, proposed, unknown),
    ]
    allowed = frozenset(
        (
            *(PARTIES_DIFFER if parties_as_given else ()),
            *(MISSING_NOTES if allow_missing_notes else ()),
            *(() if left_out is None else ("party-not-given",)),  # left out by choice
        )
    )
    problems = [p.as_check() if p.code in allowed else p for p in problems]
    return PreparedStatement(parsed, to, proposed, parties, library, tuple(problems))


def refusals(prepared: PreparedStatement, by: User) -> list[Problem]:
    """Everything that stands against this person's writing it: what blocks, and states that are all not theirs."""
    found = blocking(prepared.problems)
    if prepared.parties and not any(may_edit_country(by, country) for country, _ in prepared.parties):
        found.append(
            Problem(
                "not-assigned",
                f"None of the states behind it is among the countries assigned to {by}.",
                "Ask an administrator to assign one, or a colleague to import the file.",
                file=prepared.parsed.file,
            )
        )
    return found


def write_import(
    prepared: PreparedStatement, *, by: User, reason: str = "", progress: Callable[[Any], Any] = iter
) -> ImportedStatement:
    """Write the draft, its parties and the sources that the library lacks, as one change by one person.

    ``progress`` may wrap the list of parties (a progress bar). Raises NotWritten for what ``refusals`` names, or
    where somebody wrote the same meanwhile.
    """
    if problems := refusals(prepared, by):
        raise NotWritten(*problems)
    parsed, to = prepared.parsed, prepared.destination
    new = tuple(prepared.library.new.values())
    try:
        with transaction.atomic(), recording(by=by, reason=reason or f"Imported from {parsed.file}"):
            # a button that is pressed twice waits for itself, and then finds the first one's draft
            User.objects.select_for_update().get(pk=by.pk)
            if problems := blocking(_already_there(parsed, to)):
                raise NotWritten(*problems)
            for source in new:
                source.save()
            statement = Statement(
                title=prepared.title,
                kind=prepared.kind,
                meeting=to.meeting,
                date=to.date,
                language=to.language,
                text=prepared.text,
                source=to.source,
                imported_from=parsed.file[: Statement._meta.get_field("imported_from").max_length],
                imported_sha256=parsed.sha256,
                import_remarks=parsed.remarks,
            )
            statement.full_clean()
            statement.save()
            parties = []
            for order, (country, role) in enumerate(progress(prepared.parties), 1):
                party = StatementParty(statement=statement, country=country, role=role, order=order)
                party.full_clean()
                party.save()
                parties.append(party)
    except ValidationError as refusal:
        message = "The draft cannot be saved: " + " ".join(refusal.messages)
        raise NotWritten(
            Problem("not-valid", message, "Correct the file or the options.", file=parsed.file)
        ) from None
    except IntegrityError:
        raise NotWritten(
            Problem(
                "overtaken",
                "Somebody changed the source library while this was being imported.",
                "Import the file again.",
                file=parsed.file,
            )
        ) from None
    return ImportedStatement(statement, tuple(parties), new, tuple(prepared.library.known.values()))


# ------------------------------------------------------------------------------------------------ checks


def _named(parsed: ParsedStatement) -> tuple[Parties, tuple[str, ...]]:
    """The states that the file itself puts behind the statement, and names among them that nobody knows.

    The words above the text say so ("submitted by … with co-sponsors …"), or the running lines do; slides bear
    their state's name on every page, or in their title.
    """
    names = state_names()
    unknown: tuple[str, ...] = ()
    for words in (parsed.opening, parsed.title, *parsed.furniture):
        proposed = proposed_parties(words, names)
        unknown = unknown or proposed.unknown
        if proposed.parties:
            return tuple((country, str(role)) for country, role in proposed.parties), proposed.unknown
    for words in (" ".join(parsed.furniture), parsed.opening, parsed.title):
        found = [country for _, country in names_in(words, names)]
        if len(found) == 1:
            return ((found[0], Role.DELIVERER),), unknown
    return (), unknown


def _about_parties(
    parsed: ParsedStatement, given: Parties, proposed: Parties, unknown: Sequence[str]
) -> Iterator[Problem]:
    for name in unknown:
        yield _party(
            "party-unknown",
            parsed,
            f"The text names “{name}” among the states behind it; no state is known by that name.",
            name,
        )
    if not given:
        yield Problem(
            "no-parties",
            "The file does not say which states stand behind the statement."
            if not proposed
            else "None of the states that the text names is taken, and none is given.",
            "Give who delivered it, or lead and co-sponsors; or enter the parties in its form before publication.",
            Severity.CHECK,
            parsed.file,
        )
    if not given or not proposed:
        return
    said, stands = dict(given), dict(proposed)
    for country, role in proposed:
        name, label = str(country), Role(role).label.lower()
        if country not in said:
            yield _party("party-not-given", parsed, f"The text names {name} as {label}; it is not given.", name)
        elif said[country] != role:
            other = Role(said[country]).label.lower()
            message = f"The text names {name} as {label}; it is given as {other}."
            yield _party("party-role-differs", parsed, message, name)
    for country, role in given:
        if country not in stands:
            label = Role(role).label.lower()
            yield _party("party-not-in-text", parsed, f"{country} is given as {label}; the text does not name it.")


def _party(code: str, parsed: ParsedStatement, message: str, name: str = "") -> Problem:
    """``name``: as the text has it, to find its line."""
    return Problem(
        code,
        message,
        "Correct what is given, or the file; or import it with parties as given, and what is given holds.",
        file=parsed.file,
        line=_line_naming(parsed, name) if name else None,
        field="parties",
    )


def _line_naming(parsed: ParsedStatement, name: str) -> int | None:
    """Where a state is named as one behind the statement: above the text, or in a line that the pages repeat."""
    if name in f"{parsed.opening} {parsed.title}":
        return parsed.title_line
    return next((line.line for line in parsed.stripped if name in line.text), None)


def _together(given: Parties, proposed: Parties, left_out: Collection[str]) -> Parties:
    """Those given, in their role, and those of the text that are not left out; in the order of roles, then of the text."""
    said = dict(given)
    taken = [
        (country, said.pop(country, role))
        for country, role in proposed
        if country in said or country.key not in left_out
    ]
    return tuple(sorted((*taken, *said.items()), key=lambda party: Role.values.index(party[1])))


def _about_the_record(parsed: ParsedStatement, to: Destination) -> Iterator[Problem]:
    """What is missing for a record, and whether it exists already."""
    file = parsed.file
    title = to.title or parsed.title
    longest = Statement._meta.get_field("title").max_length or 255
    if not title:
        yield Problem("no-title", "The file has no title above its text.", "Give a title.", file=file, line=1)
    elif len(title) > longest:
        message = f"The title has {len(title)} characters; there is room for {longest}."
        yield Problem("long-title", message, "Give a shorter one.", file=file, value=title)
    if to.kind and parsed.kind and to.kind != parsed.kind and parsed.kind != StatementKind.NATIONAL:
        yield Problem(
            "kind-differs",
            f"The file calls itself a {StatementKind(parsed.kind).label.lower()}, not a "
            f"{StatementKind(to.kind).label.lower()}.",
            "Check the kind.",
            Severity.CHECK,
            file,
            field="kind",
        )
    if to.kind != StatementKind.PRESENTATION and any(len(text.split()) <= 3 for text in parsed.furniture):
        yield Problem(
            "may-be-slides",
            "Short lines are repeated as on slides, and the file was read as a paper.",
            "If these are slides, give the kind “presentation”.",
            Severity.CHECK,
            file,
        )
    if to.date is None:
        yield _undated(parsed)
    yield from _already_there(parsed, to)


def _already_there(parsed: ParsedStatement, to: Destination) -> Iterator[Problem]:
    """Statements that may be the same."""
    file, title = parsed.file, to.title or parsed.title
    same = Statement.objects.filter(imported_sha256=parsed.sha256).first()
    if same is not None:
        yield _exists("imported-before", f"This very file was imported before, as “{same}”", same, file)
    elif twin := Statement.objects.filter(title__iexact=title, meeting=to.meeting, date=to.date).first():
        message = f"A statement of this title, meeting and date exists: “{twin}”"
        yield _exists("statement-exists", message, twin, file)
    elif namesake := Statement.objects.filter(title__iexact=title).first():
        yield Problem(
            "same-title",
            f"Another statement has this title (number {namesake.pk}, {namesake.date or 'undated'}).",
            "Check that it is not the same.",
            Severity.CHECK,
            file,
        )


def _undated(parsed: ParsedStatement) -> Problem:
    exact = [day for day in parsed.days if day.date.exact]
    stood = max((day for day in exact if day.as_of), key=lambda day: day.date.earliest, default=None)
    latest = stood or max(exact, key=lambda day: day.date.earliest, default=None)
    hint = f" The text {'says how things stood on' if stood else 'names'} {latest.date}." if latest else ""
    remedy = f"Give a date, for example “after {latest.date}”." if latest else "Give a date if one is known."
    line = latest.line if latest else None
    return Problem("no-date", f"No date is given.{hint}", remedy, Severity.CHECK, parsed.file, line, "date")


def _exists(code: str, message: str, found: Statement, file: str) -> Problem:
    undo = " An import that nobody has changed can be undone first." if found.imported_sha256 else ""
    return Problem(
        code,
        f"{message} (number {found.pk}, {found.get_status_display().lower()}).",
        f"Edit the one that exists.{undo}",
        file=file,
    )
