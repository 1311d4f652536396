"""Reads a researched text: sections, numbered notes, citations, and every problem by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import lru_cache
from itertools import count, islice

from markdown_it.token import Token

from editorial.texts.bounds import beyond_bounds
from editorial.texts.dialect import is_unresolved
from editorial.texts.document import Document, Note, marks_in, numbers_in
from editorial.texts.parsed import (
    UNNUMBERED,
    Citation,
    Footnote,
    ParsedText,
    ProblemKind,
    Section,
    TextProblem,
)

_LONGEST_KEPT = 100_000
_MOST_SUGGESTIONS = 5


def parse(text: str) -> ParsedText:
    """Sections, numbered notes, citations and problems of a text. Takes any input; raises nothing."""
    return _remembered(text) if len(text) <= _LONGEST_KEPT else _parse(text)


def check(text: str, known_keys: Collection[str]) -> tuple[TextProblem, ...]:
    """Everything that keeps a text from being published, by line: its own problems and sources nobody knows."""
    parsed = parse(text)
    unknown = [citation for citation in parsed.citations if citation.key not in known_keys]
    keys = dict.fromkeys(citation.key for citation in unknown)
    hints = {key: _suggestion(key, known_keys) for key in islice(keys, _MOST_SUGGESTIONS)}
    problems = [*parsed.problems]
    problems += [_problem("unknown-source", c.key, c.line, hint=hints.get(c.key, "")) for c in unknown]
    return tuple(sorted(problems, key=lambda problem: problem.line))


def cited_keys(text: str) -> frozenset[str]:
    """Keys of all sources a text cites, in body and notes, seen or not."""
    return frozenset(citation.key for citation in parse(text).citations)


def footnotes_of(document: Document, order: Iterator[int]) -> tuple[list[Footnote], list[Footnote]]:
    """The notes readers see, by number, and those that no page shows; `order` counts their citations on."""
    hidden = sorted([*document.unused, *(note for note, _ in document.doubled)], key=lambda note: note.line)
    seen = [_footnote(document, note, order) for note in document.notes]
    return seen, [_footnote(document, note, order) for note in hidden]


def _parse(text: str) -> ParsedText:
    document = Document(text)
    order = count(1)
    citations = [
        _citation(token, order, None) for part in document.parts for token in marks_in(part.tokens, "citation")
    ]
    footnotes, unused = footnotes_of(document, order)
    for note in (*footnotes, *unused):
        citations += note.citations
    sections = tuple(
        Section(
            anchor=part.anchor,
            title=part.title,
            level=part.level,
            markdown=document.markdown_of(part),
            line=part.line,
            notes=numbers_in(part.tokens),
            text_key=document.text_key(part),
        )
        for part in document.parts
    )
    problems = tuple(sorted(_problems(document), key=lambda problem: problem.line))
    return ParsedText(sections, tuple(footnotes), tuple(citations), problems, tuple(unused))


_remembered = lru_cache(maxsize=64)(_parse)


def _citation(token: Token, order: Iterator[int], note: int | None) -> Citation:
    meta = token.meta
    return Citation(meta["key"], meta["locator"], next(order), note, meta["line"], meta["words"])


def _footnote(document: Document, note: Note, order: Iterator[int]) -> Footnote:
    number = note.number or UNNUMBERED
    citations = tuple(_citation(token, order, number) for token in marks_in(note.tokens, "citation"))
    return Footnote(note.label, number, document.markdown_of_note(note), note.references, citations, note.line)


def _problems(document: Document) -> Iterator[TextProblem]:
    if too_much := beyond_bounds(document.source):
        yield _problem("beyond-bounds", too_much, 1)
    for mark in document.dangling:
        label, line = mark.meta["label"], mark.meta["line"]
        if is_unresolved(label):
            yield _problem("unresolved-mark", label[1:], line, label=label)
        else:
            yield _problem("undefined-mark", label, line)
    for note in document.unused:
        yield _problem("unused-note", note.label, note.line)
    for note, first in document.doubled:
        yield _problem("doubled-note", note.label, note.line, first=first)
    for note in document.defined.values():
        if note.is_empty:
            yield _problem("empty-note", note.label, note.line)
    for mark in marks_in(document.tokens, "bad_citation"):
        yield _problem("bad-citation", mark.meta["excerpt"], mark.meta["line"])


_SAID: dict[ProblemKind, str] = {
    "unresolved-mark": "the mark [{name}] stands on the imported page, but its note does not. Find the note and add a "
    "line “[^{label}]: …”, or delete the mark [^{label}].",
    "undefined-mark": "the mark [^{name}] has no note. Add a line “[^{name}]: …”, or delete the mark.",
    "unused-note": "no mark refers to the note [^{name}]. Put [^{name}] where it belongs in the text, or delete the "
    "note.",
    "doubled-note": "the note [^{name}] is already defined in line {first}, which readers see. Give one of the two "
    "another label, also in its mark, or delete one.",
    "empty-note": "the note [^{name}] is empty. Write its text after the colon, or delete the note and its marks.",
    "bad-citation": "“{name}” is no citation. Write [@key], [@key, p. 5] or [words](@key, p. 5), one source in each, "
    r"without brackets inside; for a bracket that is meant as such, write \[ or \].",
    "beyond-bounds": "the text cannot be read, and is shown as it was typed. {name}",
    "unknown-source": "the library has no source “{name}”.{hint} Add the source to the library, or cite one that is "
    "there.",
}
"""What is wrong and how to mend it, by the kind of problem."""


def _problem(kind: ProblemKind, name: str, line: int, **more: object) -> TextProblem:
    return TextProblem(kind, name, line, f"Line {line}: {_SAID[kind].format(name=name, **more)}")


def _suggestion(key: str, known_keys: Collection[str]) -> str:
    folded = key.casefold()
    near = [known for known in known_keys if known.casefold() == folded] or get_close_matches(
        key, known_keys, 1, 0.8
    )
    return f" Did you mean “{near[0]}”?" if near else ""
