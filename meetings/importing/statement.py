"""A paper, speech or slides as a statement: what is meant, what the text adds, and what stands against writing it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from countries.queries.access import may_edit_country
from editorial.importing.problems import Problem, Severity, UnusableInput, did_you_mean, unknown
from editorial.importing.readers.paper import read_paper
from editorial.importing.readers.slides import read_slides
from editorial.importing.reading import TextFile
from editorial.importing.text_as_read import TextAsRead
from editorial.importing.text_import import Destination, in_the_way
from editorial.models import Source, User
from editorial.rules.partial_date import BadDate, PartialDate
from meetings.models import Meeting, Statement, StatementKind, StatementParty
from meetings.rules.statement_kinds import kind_named

from .statement_parties import (
    NamedParties,
    Parties,
    given_parties,
    in_words,
    named_parties,
    party_problems,
    together,
)

# Rights that whoever imports a statement needs.
NEEDED = ("meetings.add_statement", "meetings.add_statementparty", "editorial.add_source")
DAYS_SHOWN = 12
LONGEST_TITLE = Statement._meta.get_field("title").max_length or 255


@dataclass(frozen=True)
class StatementDestination(Destination[Statement]):
    """What a file is imported as. Empty values are taken from the text, where it gives them.

    States that are ``given`` stand in place of those that the text names. With ``left_out`` (keys of states, none is
    fine) somebody chose among these: all others of the text are taken beside those given.
    """

    meeting: Meeting | None = None
    kind: str = ""
    title: str = ""
    date: PartialDate | None = None
    language: str = "en"
    given: Parties = ()
    source: Source | None = None
    left_out: frozenset[str] | None = None
    named: NamedParties = field(default_factory=NamedParties)  # that the text names; known once it is read
    parties: Parties = ()  # that are written

    def read(self, file: TextFile) -> TextAsRead:
        return read_slides(file) if self.kind == StatementKind.PRESENTATION else read_paper(file)

    def completed(self, text: TextAsRead) -> StatementDestination:
        named = named_parties(text)
        parties = self.given or named.parties
        if self.left_out is not None:
            parties = together(self.given, named.parties, self.left_out)
        kind = self.kind or self._kind_said(text) or StatementKind.NATIONAL
        return replace(self, named=named, parties=parties, kind=kind, title=self.title or text.title)

    def _kind_said(self, text: TextAsRead) -> str:
        if text.around.slides:
            return StatementKind.PRESENTATION
        return kind_named(text.around.opening or text.title)

    def facts(self, text: TextAsRead) -> tuple[tuple[str, str], ...]:
        around, days = text.around, text.days
        named = ", ".join(f"{day.date} (line {day.line})" for day in days[:DAYS_SHOWN])
        more = f" and {len(days) - DAYS_SHOWN} more" if len(days) > DAYS_SHOWN else ""
        return (
            ("Title", around.title),
            ("Above the text", around.opening if around.opening != around.title else ""),
            ("Kind", str(StatementKind(self.kind).label)),
            ("Meeting", str(self.meeting or "")),
            ("Date", str(self.date or "")),
            ("Named in the text", in_words(self.named.parties)),
            ("Parties", in_words(self.parties)),
            ("Dates named", named + more),
            *((("Slides", str(around.slides)),) if around.slides else ()),
        )

    def problems(self, text: TextAsRead) -> Iterator[Problem]:
        yield from self._about_the_record(text)
        for problem in party_problems(text, self.parties, self.named):
            by_choice = problem.code == "party-not-given" and self.left_out is not None
            yield problem.as_check() if by_choice else problem

    def _about_the_record(self, text: TextAsRead) -> Iterator[Problem]:
        """What is missing for a record, or does not fit it."""
        file, said = text.file.name, self._kind_said(text)
        if not self.title:
            yield Problem("no-title", "The file has no title above its text.", "Give a title.", file=file, line=1)
        elif len(self.title) > LONGEST_TITLE:
            yield replace(_long_title(self.title), severity=Severity.BLOCKS, file=file, value=self.title)
        if said not in ("", StatementKind.NATIONAL, self.kind):
            calls, kind = (StatementKind(each).label.lower() for each in (said, self.kind))
            message = f"The file calls itself a {calls}, not a {kind}."
            yield Problem("kind-differs", message, "Check the kind.", Severity.CHECK, file, field="kind")
        if not text.around.slides and any(len(line.split()) <= 3 for line in text.around.running):
            message = "Short lines are repeated as on slides, and the file was read as a paper."
            remedy = "If these are slides, give the kind “presentation”."
            yield Problem("may-be-slides", message, remedy, Severity.CHECK, file)
        if self.date is None:
            yield _undated(text)

    def already_there(self, text: TextAsRead) -> Iterator[Problem]:
        file, title = text.file.name, self.title
        if same := Statement.objects.filter(imported_sha256=text.file.sha256).first():
            yield _exists("imported-before", f"This very file was imported before, as “{same}”", same, file)
        elif twin := Statement.objects.filter(title__iexact=title, meeting=self.meeting, date=self.date).first():
            message = f"A statement of this title, meeting and date exists: “{twin}”"
            yield _exists("statement-exists", message, twin, file)
        elif namesake := Statement.objects.filter(title__iexact=title).first():
            message = f"Another statement has this title (number {namesake.pk}, {namesake.date or 'undated'})."
            yield Problem("same-title", message, "Check that it is not the same.", Severity.CHECK, file)

    def not_theirs(self, by: User) -> str:
        if not self.parties or any(may_edit_country(by, country) for country, _ in self.parties):
            return ""
        return f"None of the states behind it is among the countries assigned to {by}."

    def draft(self, text: TextAsRead, markdown: str) -> Statement:
        return Statement(
            title=self.title,
            kind=self.kind,
            meeting=self.meeting,
            date=self.date,
            language=self.language,
            text=markdown,
            source=self.source,
            imported_from=text.file.name[: Statement._meta.get_field("imported_from").max_length],
            imported_sha256=text.file.sha256,
            import_remarks="\n".join(_remarks(text)),
        )

    def parts(self, number: int) -> Iterator[StatementParty]:
        for order, (country, role) in enumerate(self.parties, 1):
            yield StatementParty(statement_id=number, country=country, role=role, order=order)


def statement_meant(
    *,
    meeting: str = "",
    kind: str = "",
    title: str = "",
    date: str = "",
    language: str = "en",
    source: str = "",
    states: Mapping[str, Sequence[str]] | None = None,
) -> StatementDestination:
    """What is meant by the words that a person typed. ``states`` gives iso3 codes, names or lists of them by role.

    Raises UnusableInput naming everything that is unknown, and the nearest that are known.
    """
    problems: list[Problem] = []
    found_meeting = Meeting.objects.filter(slug=meeting).first() if meeting else None
    if meeting and found_meeting is None:
        hint = did_you_mean(meeting, Meeting.objects.values_list("slug", flat=True))
        problems.append(unknown("meeting", meeting, "Give the slug of the meeting: lima-2007.", hint=hint))
    if kind and kind not in StatementKind.values:
        known = f"Known: {', '.join(StatementKind.values)}."
        problems.append(unknown("kind", kind, known, hint=did_you_mean(kind, StatementKind.values)))
    found_source = Source.objects.filter(key=source).first() if source else None
    if source and found_source is None:
        hint = did_you_mean(source, Source.objects.values_list("key", flat=True))
        problems.append(unknown("source", source, "Give the key of a source in the library.", hint=hint))
    when = None
    try:
        when = PartialDate.parse(date) if date.strip() else None
    except BadDate as problem:
        problems.append(Problem("bad-date", str(problem), "Correct it.", Severity.UNUSABLE, field="date"))
    if len(title) > LONGEST_TITLE:
        problems.append(_long_title(title))
    given = given_parties(states or {}, problems)
    if problems:
        raise UnusableInput(*problems)
    return StatementDestination(
        found_meeting, kind, " ".join(title.split()), when, language or "en", given, found_source
    )


def _long_title(title: str) -> Problem:
    message = f"The title has {len(title)} characters; there is room for {LONGEST_TITLE}."
    return Problem("long-title", message, "Give a shorter one.", Severity.UNUSABLE, field="title")


def _undated(text: TextAsRead) -> Problem:
    exact = [day for day in text.days if day.date.exact]
    stood = max((day for day in exact if day.as_of), key=lambda day: day.date.earliest, default=None)
    latest = stood or max(exact, key=lambda day: day.date.earliest, default=None)
    hint = f" The text {'says how things stood on' if stood else 'names'} {latest.date}." if latest else ""
    remedy = f"Give a date, for example “after {latest.date}”." if latest else "Give a date if one is known."
    line = latest.line if latest else None
    return Problem("no-date", f"No date is given.{hint}", remedy, Severity.CHECK, text.file.name, line, "date")


def _exists(code: str, message: str, found: Statement, file: str) -> Problem:
    message = f"{message} (number {found.pk}, "
    return in_the_way(code, message, found, found.imported_sha256, "Edit the one that exists.", file)


def _remarks(text: TextAsRead) -> Iterator[str]:
    """What the import set aside, for the record: opening words, page furniture, slides without text."""
    around = text.around
    if around.opening and around.opening != around.title:
        yield f"Stood above the text: {around.opening}"
    for line in around.running:
        yield f"Repeated on the pages: {line}"
    for number, heading in around.without_text:
        yield f"Slide {number} showed only pictures: {heading or 'no heading'}"
