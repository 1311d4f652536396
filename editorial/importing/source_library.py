"""Proposed sources and the source library: which of them it has, and how the others enter it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, cast

from django.core.exceptions import ValidationError
from django.db.models import Field, Q
from django.db.models.functions import Lower

from editorial.models import Source
from editorial.rules.same_document import spellings

from .printed_source import PrintedSource
from .problems import Problem, Severity
from .same_source import SourceIndex
from .source_keys import free_key
from .source_proposals import SourceProposal

CHUNK = 200  # values in one question to the database
# What an export tells of a source, and an import of that export takes back. Only what is filled is written.
FACTS = (
    *("kind", "authors", "title", "english_title", "publisher", "un_symbol", "meeting_session", "place"),
    *("document_date", "event_date", "language", "url", "archived_url", "accessed_on", "as_printed"),
    *("to_be_checked", "remarks"),
)
# What the words of a citation fill, name by name.
WORDS = ("title", "english_title", "publisher", "un_symbol", "meeting_session", "place", "event_date", "url")
T = TypeVar("T")


def match_library(proposals: Sequence[SourceProposal]) -> dict[str, Source]:
    """For each proposed key the source that the library has, or an unsaved one to be added. Nothing is written.

    The same document is known by its symbol, its address, its printed words, or author, title and date, in whatever
    form the note words them (see same_source); one that was merged into another counts as the other. Letters and
    interviews are never matched: their words do not say whose report they were written for.
    """
    index, candidates = SourceIndex(), list(_candidates(proposals))
    for number, source in enumerate(candidates):
        index.add(printed_source(source), number)
    known: dict[str, Source] = {}
    for proposal in proposals:
        found = None if proposal.facts.kind == "interview" else index.find(proposal.facts)
        if found is not None:
            known[proposal.key] = candidates[found].merged_into or candidates[found]
    lacking = [proposal for proposal in proposals if proposal.key not in known]
    used = {key.casefold() for key in _taken(proposal.key for proposal in lacking)}
    new = {proposal.key: _new_source(free_key(proposal.key, used), proposal.facts) for proposal in lacking}
    return known | new


def lines_of(library: Mapping[str, Source]) -> dict[str, tuple[str, str]]:
    """For each proposed key: the key in the library, and the line that it prints."""
    return {proposed: (source.key, source.line()) for proposed, source in library.items()}


def printed_source(source: Source) -> PrintedSource:
    """A source of the library in the words of a proposal."""
    return PrintedSource(
        kind=source.kind,
        authors=source.facts.authors,
        document_date=source.document_date.iso if source.document_date else "",
        as_printed=source.as_printed or source.line(),
        **{name: getattr(source, name) for name in WORDS},
    )


def _new_source(key: str, facts: PrintedSource) -> Source:
    """An unsaved source with what the citation says, to be checked. What has no room in a field stays in the
    printed words and is noted in the remarks."""
    remarks = list(facts.doubts)
    source = Source(key=key, to_be_checked=True, as_printed=facts.as_printed, kind=facts.kind)
    source.authors = "\n".join(facts.authors)
    for name in WORDS:
        _fill(source, name, getattr(facts, name), remarks)
    _fill(source, "document_date", facts.document_date or None, remarks)
    source.remarks = "\n".join(remarks)
    return source


def _field(name: str) -> Field[object, object]:
    return cast("Field[object, object]", Source._meta.get_field(name))


def _fill(source: Source, name: str, value: str | None, remarks: list[str]) -> None:
    field = _field(name)
    try:
        setattr(source, name, field.clean(value, source) if value else field.get_default())
    except ValidationError as problem:
        remarks.append(f"{field.verbose_name} as printed does not fit: {value} ({' '.join(problem.messages)})")


def source_facts(source: Source) -> dict[str, str | bool]:
    """What an export tells of a source: its key and every field that is filled."""
    facts: dict[str, str | bool] = {"key": source.key}
    for name in FACTS:
        field = _field(name)
        value = field.value_from_object(source)
        if value not in (None, "", False):
            facts[name] = value if isinstance(value, bool) else field.value_to_string(source)
    return facts


def sources_of_facts(given: object, file: str) -> tuple[list[Source], list[Problem]]:
    """Sources that an exported file brings along: those that the library lacks, unsaved; and what is wrong.

    A key that the library has keeps the library's facts; differences are reported, never taken over.
    """
    rows = [row for row in given if isinstance(row, dict)] if isinstance(given, list) else []
    keys = [str(row.get("key", "")) for row in rows]
    have = {source.key: source for chunk in _chunks(keys) for source in Source.objects.filter(key__in=chunk)}
    new: dict[str, Source] = {}
    problems: list[Problem] = []
    for key, row in zip(keys, rows, strict=True):
        if key in have:
            mine = source_facts(have[key])
            if other := [name for name in FACTS if row.get(name, mine.get(name)) != mine.get(name)]:
                problems.append(_differs(key, other, file))
        elif key not in new:
            source = Source(key=key, **{name: row[name] for name in FACTS if name in row})
            try:
                source.full_clean()
            except (ValidationError, TypeError, ValueError) as problem:
                problems.append(_bad_source(key, problem, file))
            else:
                new[key] = source
    return list(new.values()), problems


def _differs(key: str, names: Sequence[str], file: str) -> Problem:
    message = f"The library has other facts of the source {key} ({', '.join(names)}); they are kept."
    remedy = "Compare the two; if they are two documents, give the one in the file another key."
    return Problem("source-differs", message, remedy, Severity.CHECK, file, field="sources", value=key)


def _bad_source(key: str, problem: Exception, file: str) -> Problem:
    words = "; ".join(problem.messages) if isinstance(problem, ValidationError) else str(problem)
    message = f"The source {key} in the head of the file cannot be taken over: {words}"
    remedy = "Correct its line in the head of the file."
    return Problem("bad-source", message, remedy, file=file, field="sources", value=key)


def _candidates(proposals: Sequence[SourceProposal]) -> Iterator[Source]:
    """Sources of the library that may be one of these, each once, asked for in few questions."""
    seen: set[int] = set()
    for chunk in _chunks(proposals):
        facts = [proposal.facts for proposal in chunk]
        condition = Q(as_printed__in=[f.as_printed for f in facts])
        condition |= Q(un_symbol__in=[f.un_symbol for f in facts if f.un_symbol])
        condition |= Q(title__in=[f.title for f in facts if f.title])
        condition |= Q(url__in=[url for f in facts for url in spellings(f.url)])
        for year in sorted({f.day[:4] for f in facts} - {""}):
            condition |= Q(document_date__contains=year) | Q(event_date__contains=year)
        condition |= Q(document_date=None, event_date="")
        for source in Source.objects.filter(condition).select_related("merged_into"):
            if source.pk not in seen:
                seen.add(source.pk)
                yield source


def _taken(keys: Iterator[str]) -> set[str]:
    """Keys of the library that begin like one of these."""
    taken: set[str] = set()
    for chunk in _chunks(list(keys)):
        exact = Source.objects.annotate(small=Lower("key")).filter(small__in=[key.casefold() for key in chunk])
        for key in exact.values_list("key", flat=True):
            taken |= set(Source.objects.filter(key__istartswith=key).values_list("key", flat=True))
    return taken


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(things), CHUNK):
        yield things[start : start + CHUNK]
