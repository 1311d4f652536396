"""Reads a country report that was saved as text: a legacy page, or the Markdown that the Monitor exports."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from editorial.importing import front_matter
from editorial.importing.notes import (
    HEADINGS_OF_NOTES,
    Mark,
    MarkStyle,
    Note,
    NoteMatch,
    collect_notes,
    cut_at_marks,
    find_marks,
    match_notes,
    starts_note,
)
from editorial.importing.plain_text import interleave
from editorial.importing.problems import Problem, Severity, UnusableInput
from editorial.importing.reading import MAX_BYTES, TextFile, read_text
from editorial.importing.reconciliation import StrippedLine
from editorial.importing.source_proposals import SMALL_WORDS, propose_sources
from editorial.texts import ParsedText, TextProblem, parse, unresolved_mark

from .parsed_profile import ParsedProfile, Provenance, Section

# The menu that the archive printed above every page.
NAVIGATION = frozenset(
    (
        "about us",
        "archives home page",
        "multimedia",
        "order publications",
        "our research products",
        "press room",
        "resources for monitor researchers",
        "the issues",
    )
)
PATH = frozenset(("table of contents", "country reports", "country profiles"))
HEADER_LINES = 40  # with text; no archive page has a longer menu
LONGEST_TITLE = 120
LONGEST_HEADING = 100
MOST_WORDS_OF_HEADING = 12

_SYMBOLS = re.compile(r"[\s+*>|·•»\u00a0]*[+*>|·•»][\s+*>|·•»\u00a0]*")
_EDITION = re.compile(
    r"(?:(?P<country>.{1,80}?),\s+)?(?P<edition>(?:Landmine|Cluster Munition) Monitor(?: Report)?:?(?:\s+(?P<year>\d{4}))?)"
)
_ADDRESS = re.compile(r"URL:\s*(?P<url>\S+)\s*(?P<remark>.*)", re.IGNORECASE)
_YEAR_IN_ADDRESS = re.compile(r"(?:pqs_year=|/)((?:19|20)\d\d)(?=[/&]|$)")
_NEIGHBOURS = re.compile(r"<[^<>|]{1,80}\|[^<>|]{1,80}>")
_RULE = re.compile(r"(?:[-_=*–—]\s?){3,}")
_MARKED_HEADING = re.compile(r"(?P<signs>\#{1,6})\s+(?P<heading>\S.*?)(?:\s+\#+)?")
_SENTENCE_END = re.compile(r"[.,;:!?…][”\"’')\]]*$")
_LAST_MARKS = re.compile(r"(?:\[\d{1,4}\])+$")
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s")


def read_profile(
    source: Path | str | bytes, *, name: str = "", state: str = "", max_bytes: int = MAX_BYTES
) -> ParsedProfile:
    """Read a report from a path, or from the bytes of an upload.

    ``state`` is the country that the report is about, where the caller knows it. Raises UnusableInput, which
    carries the problems, for what is no readable text or has no text besides navigation.
    """
    file = read_text(source, name=name, max_bytes=max_bytes)
    facts, head = front_matter.read(file.lines, file.name)
    numbered = [(number, line) for number, line in enumerate(file.lines, 1) if number > head]
    if head or any(starts_note(line, MarkStyle.CARETS) for line in file.lines):
        return _read_markdown(file, facts, head, numbered)
    return _read_plain(file, numbered, state)


# ------------------------------------------------------------------------------------------------ plain text


@dataclass
class _Page:
    """A page while it is read: what each line with text turned out to be."""

    file: TextFile
    kinds: dict[int, str] = field(default_factory=dict)
    stripped: list[StrippedLine] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def strip(self, number: int, reason: str) -> None:
        self.kinds[number] = "stripped"
        self.stripped.append(StrippedLine(number, self.file.lines[number - 1].strip(), reason))

    def check(self, code: str, message: str, remedy: str, line: int, value: str = "") -> None:
        self.problems.append(Problem(code, message, remedy, Severity.CHECK, self.file.name, line, value=value))

    def unaccounted(self) -> tuple[int, ...]:
        return tuple(n for n, line in enumerate(self.file.lines, 1) if line.strip() and n not in self.kinds)


def _read_plain(file: TextFile, numbered: list[tuple[int, str]], state: str) -> ParsedProfile:
    page = _Page(file, problems=list(file.problems))
    lines = [(number, line.strip()) for number, line in numbered]
    provenance, title, country, rest = _head(page, lines)
    body, notes = _split(page, rest)
    marks = [mark for number, line in body for mark in find_marks(line, number, MarkStyle.BRACKETS)]
    match = match_notes(marks, notes, MarkStyle.BRACKETS, file.name)
    page.problems += match.problems
    sections, words = _sections(page, body, match)
    if not sections:
        raise UnusableInput(_no_text(file.name, body[0][0] if body else 1))
    words += [word for note in notes for word in note.text.split()]
    parsed = ParsedProfile(
        file=file.name,
        size=file.size,
        sha256=file.sha256,
        provenance=provenance,
        title=title,
        country_name=country,
        sections=tuple(sections),
        match=match,
        stripped=tuple(page.stripped),
        line_kinds=tuple(Counter(page.kinds[number] for number in sorted(page.kinds)).items()),
        unaccounted=page.unaccounted(),
        words_in=" ".join(words),
        problems=(),
        proposals=propose_sources(notes, state=state or country),
    )
    return replace(parsed, problems=(*page.problems, *_self_check(parsed)))


def _no_text(file: str, line: int) -> Problem:
    return Problem(
        "no-text",
        "Besides navigation and notes the file has no text.",
        "Give the file of a whole report.",
        Severity.UNUSABLE,
        file,
        line,
    )


def _self_check(parsed: ParsedProfile) -> Iterator[Problem]:
    """What the report promises is proved on every file: no line and no word is lost or altered."""
    remedy = "Do not import this file; show it to whoever maintains the importer."
    if parsed.unaccounted:
        yield Problem(
            "line-lost", "A line was not understood.", remedy, file=parsed.file, line=parsed.unaccounted[0]
        )
    if parsed.words_in != parsed.words_out:
        pairs = zip(parsed.words_in.split(), parsed.words_out.split(), strict=False)
        word = next((f"{read} … {written}" for read, written in pairs if read != written), "")
        yield Problem("word-lost", "A word would be altered or lost.", remedy, file=parsed.file, value=word)


# ------------------------------------------------------------------------------------------------ head of the page


def _head(page: _Page, lines: list[tuple[int, str]]) -> tuple[Provenance, str, str, list[tuple[int, str]]]:
    """Address, navigation, breadcrumb and title; and the lines that follow them."""
    written = [(at, number, line) for at, (number, line) in enumerate(lines) if line][: HEADER_LINES + 3]
    taken = 0
    url = remark = ""
    if written and (m := _ADDRESS.fullmatch(written[0][2])):
        url, remark = m["url"], m["remark"]
        page.kinds[written[0][1]] = "address"
        taken = 1
    header = _header(written[taken:])
    breadcrumb = _breadcrumb(page, header)
    taken += len(header)
    title, country, used = _title(page, written[taken:], breadcrumb, bool(header))
    taken += used
    edition = next((m for line in reversed(breadcrumb) if (m := _EDITION.fullmatch(line))), None)
    in_address = _YEAR_IN_ADDRESS.findall(url)
    year = (edition and edition["year"]) or (in_address[0] if in_address else "")
    provenance = Provenance(
        breadcrumb=tuple(breadcrumb),
        edition=edition["edition"] if edition else "",
        edition_year=int(year) if year else None,
        url=url,
        remark=remark,
    )
    return provenance, title, country, lines[written[taken - 1][0] + 1 :] if taken else lines


def _header(written: Sequence[tuple[int, int, str]]) -> Sequence[tuple[int, int, str]]:
    """The lines from the top of the file to the last known line of the archive's menu or path."""
    last = 0
    for count, (_, _, line) in enumerate(written[:HEADER_LINES], 1):
        if len(line) > LONGEST_TITLE or (_SENTENCE_END.search(line) and not _SYMBOLS.fullmatch(line)):
            break
        if line.casefold() in NAVIGATION | PATH or _SYMBOLS.fullmatch(line) or _is_series(line):
            last = count
    return written[:last]


def _is_series(line: str) -> bool:
    edition = _EDITION.fullmatch(line)
    return edition is not None and not edition["country"]


def _breadcrumb(page: _Page, header: Sequence[tuple[int, int, str]]) -> list[str]:
    """The path above the title. The rest of the header is the archive's menu; a strange line in it is reported."""
    breadcrumb: list[str] = []
    after_sign = False
    for _, number, line in header:
        plain = line.casefold()
        if plain in NAVIGATION or _SYMBOLS.fullmatch(line):
            page.strip(number, "archive navigation")
            after_sign = after_sign or line == ">"
        elif plain in PATH or _is_series(line) or after_sign or breadcrumb:
            page.kinds[number] = "breadcrumb"
            breadcrumb.append(line)
        else:
            page.strip(number, "stands within the archive navigation")
            page.check(
                "unknown-navigation",
                "This line stands within the archive navigation and was left out.",
                "If it belongs to the report, move it below the title.",
                number,
                line,
            )
    return breadcrumb


def _title(
    page: _Page, written: Sequence[tuple[int, int, str]], breadcrumb: list[str], has_header: bool
) -> tuple[str, str, int]:
    """Title, country and the number of written lines they take. The path ends with the country; the page may
    repeat it as its title ("LIECHTENSTEIN") or not ("Samoa, Landmine Monitor Report 2004")."""
    if not written or not _is_title(written, 0, has_header):
        page.check(
            "no-title",
            "The file has no title above its text.",
            "Check that it begins with the report; the country is taken from what you give.",
            written[0][1] if written else 1,
        )
        return "", "", 0
    _, number, line = written[0]
    edition = _EDITION.fullmatch(line)
    country = (edition["country"] or "") if edition else line.lstrip("# ")
    if edition:
        breadcrumb.append(line)
    page.kinds[number] = "title"
    if len(written) > 2 and written[1][2].casefold() == country.casefold():
        page.kinds[number] = "breadcrumb"
        page.kinds[written[1][1]] = "title"
        if not edition:
            breadcrumb.append(line)
        return written[1][2], country, 2
    return country, country, 1


def _is_title(written: Sequence[tuple[int, int, str]], at: int, has_header: bool) -> bool:
    """Short, no sentence, and apart from what follows; below a path it need not stand apart."""
    place, _, line = written[at]
    if len(line) > LONGEST_TITLE or _SENTENCE_END.search(_bare(line)) or starts_note(line, MarkStyle.BRACKETS):
        return False
    apart = len(written) <= at + 1 or written[at + 1][0] > place + 1
    return apart or has_header or bool(_EDITION.fullmatch(line)) or line.startswith("# ")


# ------------------------------------------------------------------------------------------------ body and notes


def _split(page: _Page, lines: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], list[Note]]:
    """The body, and the notes that follow it. Furniture goes: rules, links to the neighbouring reports."""
    lines = [(number, "" if _is_furniture(page, number, line) else line) for number, line in lines]
    starts = [at for at, (_, line) in enumerate(lines) if starts_note(line, MarkStyle.BRACKETS)]
    apart = [at for at in starts if at == 0 or not lines[at - 1][1]]
    start = (apart or starts or [len(lines)])[0]
    body = lines[:start]
    if starts:
        last = next((at for at in reversed(range(start)) if body[at][1]), None)
        if last is not None and body[last][1].strip("#: ").casefold() in HEADINGS_OF_NOTES:
            page.strip(body[last][0], "heading of the notes")
            body = body[:last]
    notes, problems = collect_notes(lines[start:], MarkStyle.BRACKETS, page.file.name)
    page.problems += problems
    page.kinds.update((number, "notes") for number, line in lines[start:] if line)
    return body, notes


def _is_furniture(page: _Page, number: int, line: str) -> bool:
    reason = ""
    if _NEIGHBOURS.fullmatch(line):
        reason = "links to the neighbouring reports"
    elif _RULE.fullmatch(line):
        reason = "rule"
    elif line and _SYMBOLS.fullmatch(line):
        reason = "archive navigation"
    if reason:
        page.strip(number, reason)
    return bool(reason)


def _sections(page: _Page, body: list[tuple[int, str]], match: NoteMatch) -> tuple[list[Section], list[str]]:
    """Sections under their headings, as Markdown; and the plain words of all of them, in order."""
    paragraphs = list(_paragraphs(body))
    known = frozenset(note.label for note in match.notes)
    labels = known | {mark.label for mark in match.marks}
    found: list[tuple[str, int, int, list[str]]] = [("", paragraphs[0][0][0] if paragraphs else 1, 2, [])]
    words: list[str] = []
    heading = ""
    for at, paragraph in enumerate(paragraphs):
        number, first = paragraph[0]
        level, heading = _heading(paragraph, last=at == len(paragraphs) - 1)
        cut = [cut_at_marks(line, MarkStyle.BRACKETS, labels) for _, line in paragraph]
        if heading:
            cut = [cut_at_marks(heading, MarkStyle.BRACKETS, labels)]
            found.append((_markdown(cut, known), number, level, []))
        else:
            found[-1][3].append(_markdown(cut, known, lists=True))
            if len(paragraph) == 1 and at < len(paragraphs) - 1 and _may_be_heading(first):
                page.check(
                    "may-be-heading",
                    "This short line may be a heading; it was kept as a paragraph.",
                    "If it is one, write ## in front of it.",
                    number,
                    first,
                )
        page.kinds.update((n, "headings" if heading else "text") for n, _ in paragraph)
        words += [word for line in cut for part in line[::2] for word in part.split()]
    if paragraphs and not heading and not re.search(r"[.!?:…)”\"\]][”\"’')\]]*$", paragraphs[-1][-1][1]):
        page.check(
            "text-breaks-off",
            "The text ends in the middle of a sentence.",
            "Compare with the original page: its end may be missing.",
            paragraphs[-1][-1][0],
            paragraphs[-1][-1][1][-60:],
        )
    return [Section(h, line, "\n\n".join(p), level) for h, line, level, p in found if h or p], words


def _paragraphs(body: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    paragraph: list[tuple[int, str]] = []
    for number, line in body:
        if line:
            if paragraph and _MARKED_HEADING.fullmatch(line):
                yield paragraph
                paragraph = []
            paragraph.append((number, line))
            if _MARKED_HEADING.fullmatch(line):
                yield paragraph
                paragraph = []
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _markdown(cut: list[list[str]], known: frozenset[str], *, lists: bool = False) -> str:
    """Lines cut at their marks, as Markdown: [^3] where there is a note, and the visible mark where there is none."""
    lines = []
    for line in cut:
        tokens = [f"[^{label}]" if label in known else unresolved_mark(label) for label in line[1::2]]
        lines.append(interleave(line[::2], tokens, lists=lists))
    return "\n".join(lines)


def _heading(paragraph: list[tuple[int, str]], last: bool) -> tuple[int, str]:
    """Level and words of a heading, or (0, ""). A heading stands alone, before text, in capitals, without a stop."""
    line = paragraph[0][1]
    if m := _MARKED_HEADING.fullmatch(line):
        return max(2, len(m["signs"])), m["heading"]
    bare = _bare(line)
    if len(paragraph) > 1 or last or not _is_short(bare):
        return 0, ""
    words = [word.strip("“”\"'‘’()") for word in bare.split()]
    capital = [word[:1].isupper() or word[:1].isdigit() or not any(c.isalpha() for c in word) for word in words]
    small = [word.casefold() in SMALL_WORDS | {"a", "an", "at", "by", "or", "with", "from"} for word in words]
    is_title = bool(words) and capital[0] and all(c or s for c, s in zip(capital, small, strict=True))
    return (2, line) if is_title and any(c.isalpha() for c in bare) else (0, "")


def _bare(line: str) -> str:
    """The line without the marks at its end."""
    return _LAST_MARKS.sub("", line)


def _is_short(line: str) -> bool:
    short = len(line) <= LONGEST_HEADING and len(line.split()) <= MOST_WORDS_OF_HEADING
    return short and not _SENTENCE_END.search(line) and not _ITEM.match(line)


def _may_be_heading(line: str) -> bool:
    return _is_short(_bare(line)) and line[:1].isupper() and len(line.split()) <= 8


# ------------------------------------------------------------------------------------------------ Markdown


def _read_markdown(
    file: TextFile, facts: dict[str, Any], head: int, numbered: list[tuple[int, str]]
) -> ParsedProfile:
    """A text that is Markdown already is kept to the letter; it is parsed only to report on it."""
    kinds = ["head of the file"] * sum(bool(line.strip()) for line in file.lines[:head])
    title = str(facts.get("title") or "")
    first = next((at for at, (_, line) in enumerate(numbered) if line.strip()), len(numbered))
    if not title and first < len(numbered) and (m := re.fullmatch(r"#\s+(\S.*)", numbered[first][1].rstrip())):
        title = m[1]
        kinds.append("title")
        first += 1
    lines = [line for _, line in numbered[first:]]
    text = "\n".join(lines).strip("\n")
    # Empty lines in place of the head keep the parser's line numbers those of the file.
    parsed = parse("\n" * (head + first) + "\n".join(lines))
    kinds += ["text and notes"] * sum(bool(line.strip()) for line in lines)
    if not parsed.sections:
        raise UnusableInput(_no_text(file.name, head + 1))
    return ParsedProfile(
        file=file.name,
        size=file.size,
        sha256=file.sha256,
        provenance=_provenance_of(facts),
        title=title,
        country_name=title,
        sections=tuple(Section(s.title, s.line, s.markdown, s.level) for s in parsed.sections),
        match=_match_of(parsed, file.name),
        stripped=(),
        line_kinds=tuple(Counter(kinds).items()),
        unaccounted=(),
        words_in=text,
        problems=(*file.problems, *_match_of(parsed, file.name).problems),
        own_markdown=text,
        text_line=next((number for number, line in numbered[first:] if line), 1),
        facts=facts,
    )


def _provenance_of(facts: dict[str, Any]) -> Provenance:
    breadcrumb = facts.get("breadcrumb")
    return Provenance(
        breadcrumb=tuple(str(each) for each in breadcrumb) if isinstance(breadcrumb, list) else (),
        url=str(facts.get("imported_from") or ""),
        edition_year=year if isinstance(year := facts.get("edition"), int) else None,
    )


# What the parser of researched texts calls a problem, and what an importer calls it.
_CODES = {"undefined-mark": "missing-note", "unresolved-mark": "missing-note", "unused-note": "orphan-note"}


def _match_of(parsed: ParsedText, file: str) -> NoteMatch:
    """Marks and notes as the parser of researched texts has matched them."""
    every = sorted((*parsed.footnotes, *parsed.unused_notes), key=lambda note: note.line)
    notes = {(note.label, note.line): Note(note.label, note.line, (note.markdown,)) for note in every}
    doubled = {(problem.name, problem.line) for problem in parsed.problems if problem.kind == "doubled-note"}
    missing = tuple(
        Mark(problem.name, problem.line, 0, 0)
        for problem in parsed.problems
        if _CODES.get(problem.kind) == "missing-note"
    )
    marks = tuple(Mark(note.label, note.line, 0, 0) for note in parsed.footnotes for _ in range(note.references))
    return NoteMatch(
        marks=(*marks, *missing),
        notes=tuple(notes.values()),
        missing=missing,
        orphans=tuple(
            notes[note.label, note.line] for note in parsed.unused_notes if (note.label, note.line) not in doubled
        ),
        doubled=tuple(notes[place] for place in notes if place in doubled),
        repeated=(),
        problems=tuple(_problem_of(problem, file) for problem in parsed.problems),
    )


def _problem_of(problem: TextProblem, file: str) -> Problem:
    _, _, words = problem.message.partition(": ")
    message, _, remedy = words.partition(". ")
    code = _CODES.get(problem.kind, problem.kind)
    return Problem(code, f"{message[:1].upper()}{message[1:]}.", remedy, file=file, line=problem.line)
