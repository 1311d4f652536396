"""Puts the lines of a file together to paragraphs, items, headings and notes, and turns these into Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editorial.importing.notes import (
    Mark,
    MarkStyle,
    Note,
    collect_notes,
    find_marks,
    match_notes,
    starts_note,
)
from editorial.importing.plain_text import interleave
from editorial.importing.problems import Problem, Severity, UnusableInput
from editorial.importing.reading import TextFile
from editorial.importing.reconciliation import StrippedLine
from editorial.importing.source_proposals import propose_sources
from editorial.rules.partial_date import MONTHS, BadDate, PartialDate
from editorial.texts import unresolved_mark

from .parsed_statement import Block, BlockKind, NamedDay, ParsedStatement

DEEPEST = 4  # nesting of lists
LONGEST_TITLE = 255
LONGEST_HEADING = 120
MOST_WORDS_OF_HEADING = 8

ENDS_SENTENCE = re.compile(r"[.,;!?…][”\"’')\]*]*$")
_RULE = re.compile(r"(?:[-_=*–—]\s?){3,}")
_HEADING = re.compile(r"(?P<signs>\#{1,6})\s+(?P<words>\S.*?)(?:\s+\#+)?\s*")
_ITEM = re.compile(r"(?P<indent>\s*)[-*•·▪–]\s+(?=\S)")
_EMPHASIS = re.compile(r"(?P<sign>\*{1,3})(?=[^\s*])[^*]*(?<=[^\s*])(?P=sign)(?!\*)")
_LINK = re.compile(r"\[[^\[\]\\]{1,300}\]\(https?://[^\s()\\]{1,1000}\)")
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[kcdm]?m|ft)$")  # a raised figure behind it is a power, not a note
_BROKEN_NUMBER = re.compile(r"\d[,.]$")
_REST_OF_NUMBER = re.compile(r"\d{3}(?!\d)")
_NUMBER_ESCAPED = re.compile(r"\A(\d{1,9})\\([.)])")  # within a heading it begins no list
_HYPHEN = re.compile(r"\w-$")
_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"(?P<asof>\bas (?:of|at) )?(?:(?P<d>\d{{1,2}}) (?P<m>{_MONTH}) (?P<y>\d{{4}})"
    rf"|(?P<am>{_MONTH}) (?P<ad>\d{{1,2}}),? (?P<ay>\d{{4}})|(?P<mm>{_MONTH}) (?P<my>\d{{4}}))(?!\d)",
    re.ASCII,
)


@dataclass(frozen=True)
class Paragraph:
    """Lines of the file that belong together, joined to one. ``sign``: "#" heading, "-" item, "" paragraph."""

    line: int
    numbers: tuple[int, ...]
    text: str
    sign: str = ""
    level: int = 0  # signs of a heading; nesting of an item
    slide: int = 0

    @property
    def bare(self) -> str:
        """Without the emphasis around all of it."""
        return self.text.strip("*_ ")

    @property
    def is_bold(self) -> bool:
        """Whether all of it is bold."""
        m = _EMPHASIS.fullmatch(self.text)
        return m is not None and len(m["sign"]) >= 2


@dataclass
class Page:
    """A file while it is read: its lines as far as they are left, and what became of each."""

    file: TextFile
    lines: dict[int, str] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    stripped: list[StrippedLine] = field(default_factory=list)
    furniture: dict[str, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = {number: line.expandtabs(4).rstrip() for number, line in enumerate(self.file.lines, 1)}
        self.problems = list(self.file.problems)

    def strip(self, number: int, reason: str) -> None:
        """The whole line goes."""
        self.kinds[number] = "stripped"
        self.stripped.append(StrippedLine(number, self.file.lines[number - 1].strip(), reason))
        self.lines[number] = ""

    def cut(self, number: int, text: str, left: str, reason: str) -> None:
        """A part of the line goes; ``left`` stays."""
        self.stripped.append(StrippedLine(number, text, reason))
        self.lines[number] = left

    def check(self, code: str, message: str, remedy: str, line: int | None = None, value: str = "") -> None:
        """Note something that a person should look at."""
        self.problems.append(Problem(code, message, remedy, Severity.CHECK, self.file.name, line, value=value))

    def unaccounted(self) -> tuple[int, ...]:
        return tuple(n for n, line in enumerate(self.file.lines, 1) if line.strip() and n not in self.kinds)


# ------------------------------------------------------------------------------------------------ lines


def plain(line: str) -> str:
    """A line for comparing with others: without emphasis and differences of space."""
    return " ".join(line.strip("*_ ").split())


def note_style(lines: Iterable[str]) -> MarkStyle:
    """How a file writes its notes, as far as one begins a line; superscripts otherwise."""
    begun = {style for line in lines for style in MarkStyle if starts_note(line, style)}
    for style in (MarkStyle.CARETS, MarkStyle.SUPERSCRIPTS, MarkStyle.BRACKETS):
        if style in begun:
            return style
    return MarkStyle.SUPERSCRIPTS


def joined(lines: Sequence[str]) -> str:
    """One line of several: a number or a compound that was split at its comma or hyphen is whole again."""
    text = ""
    for line in lines:
        words = " ".join(line.split())
        split = _HYPHEN.search(text) or (_BROKEN_NUMBER.search(text) and _REST_OF_NUMBER.match(words))
        text += words if split or not text else f" {words}"
    return text


def read_paragraphs(page: Page, style: MarkStyle) -> tuple[list[Paragraph], list[Note]]:
    """Everything that is left of the page, in order; notes apart, wherever they stand."""
    paragraphs: list[Paragraph] = []
    notes: list[Note] = []
    indents: list[int] = []
    for sign, indent, group in _groups(page, style):
        numbers = tuple(number for number, _ in group)
        if sign == "note":
            found, problems = collect_notes(group, style, page.file.name)
            notes += [replace(n, paragraphs=tuple(joined(p.split("\n")) for p in n.paragraphs)) for n in found]
            page.problems += problems
            page.kinds.update(dict.fromkeys(numbers, "notes"))
            continue
        level = indent
        if sign == "-":
            while indents and indents[-1] >= indent:
                indents.pop()
            level = min(len(indents), DEEPEST)
            indents.append(indent)
        else:
            indents = []
        paragraphs.append(Paragraph(numbers[0], numbers, joined([line for _, line in group]), sign, level))
    return paragraphs, notes


def _groups(page: Page, style: MarkStyle) -> Iterator[tuple[str, int, list[tuple[int, str]]]]:
    """Sign, indent (or level of a heading) and the lines of each paragraph."""
    sign, indent = "", 0
    group: list[tuple[int, str]] = []
    for number, line in page.lines.items():
        bare = line.strip()
        begun: tuple[str, int, str] | None = None
        if bare and _RULE.fullmatch(bare):
            page.strip(number, "rule")
            bare = ""
        elif m := _HEADING.fullmatch(bare):
            begun = "#", len(m["signs"]), m["words"]
        elif starts_note(line, style):
            begun = "note", 0, line
        elif m := _ITEM.match(line):
            begun = "-", len(m["indent"]), line[m.end() :]
        if group and (not bare or begun or sign == "#"):
            yield sign, indent, group
            group = []
        if begun:
            sign, indent, rest = begun
            group = [(number, rest)]
        elif bare:
            if not group:
                sign, indent = "", 0
            group.append((number, bare))
    if group:
        yield sign, indent, group


# ------------------------------------------------------------------------------------------------ Markdown


def marks_in(text: str, line: int, style: MarkStyle) -> list[Mark]:
    """The marks of notes in a text that stands in this line. The ² of km² is none."""
    return [
        mark
        for mark in find_marks(text, line, style)
        if style is not MarkStyle.SUPERSCRIPTS or not _UNIT.search(text, max(0, mark.start - 4), mark.start)
    ]


def markdown(text: str, marks: Sequence[Mark], known: frozenset[str]) -> tuple[str, str]:
    """A line with its emphasis, links and marks as Markdown, everything else escaped; and its words without marks."""
    cuts: list[tuple[int, int, str]] = []
    for mark in marks:
        token = f"[^{mark.label}]" if mark.label in known else unresolved_mark(mark.label)
        cuts.append((mark.start, mark.end, token))
    for m in _EMPHASIS.finditer(text):
        sign = m["sign"]
        cuts += [(m.start(), m.start() + len(sign), sign), (m.end() - len(sign), m.end(), sign)]
    cuts += [(m.start(), m.end(), m[0]) for m in _LINK.finditer(text)]
    words: list[str] = []
    tokens: list[str] = []
    at = 0
    for start, end, token in sorted(cuts):
        if start < at:  # within a link
            continue
        words.append(text[at:start])
        tokens.append(token)
        at = end
    plain_words = list(text)
    for mark in marks:
        plain_words[mark.start : mark.end] = " " * (mark.end - mark.start)
    return interleave([*words, text[at:]], tokens), "".join(plain_words)


def assemble(
    page: Page,
    paragraphs: Sequence[Paragraph],
    notes: Sequence[Note],
    style: MarkStyle,
    *,
    title: str,
    opening: str,
    kind: str,
    about: str,
    slides: int = 0,
    without_text: Sequence[tuple[int, str]] = (),
) -> ParsedStatement:
    """The statement made of these paragraphs and notes, checked against what stands in the file.

    ``about`` are the words above the text, in which dates are looked for as well. Raises UnusableInput where
    nothing is left to import.
    """
    if not paragraphs:
        raise UnusableInput(_no_text(page.file.name))
    marks = [marks_in(paragraph.text, paragraph.line, style) for paragraph in paragraphs]
    match = match_notes([mark for each in marks for mark in each], notes, style, page.file.name)
    page.problems += match.problems
    known = frozenset(note.label for note in notes)
    labels = known | {mark.label for mark in match.marks}
    blocks, words = [], []
    for paragraph, mine in zip(paragraphs, marks, strict=True):
        text, said = markdown(paragraph.text, [mark for mark in mine if mark.label in labels], known)
        blocks.append(_block(paragraph, text))
        words += said.split()
        page.kinds.update(dict.fromkeys(paragraph.numbers, blocks[-1].kind.value))
        _check_quotes(page, paragraph.text, paragraph.line)
    emphasised = []
    for note in notes:
        words += note.text.split()
        _check_quotes(page, note.text, note.line)
        flat = " ".join(note.text.split())
        emphasised.append(markdown(flat, (), known)[0] if _EMPHASIS.search(flat) or "\n" in note.text else "")
    top = min((number for number, kind in page.kinds.items() if kind == "title"), default=paragraphs[0].line)
    plain_notes = [replace(n, paragraphs=()) if e else n for n, e in zip(notes, emphasised, strict=True)]
    parsed = ParsedStatement(
        file=page.file.name,
        size=page.file.size,
        sha256=page.file.sha256,
        title=title,
        opening=opening,
        title_line=top,
        furniture=tuple(page.furniture),
        kind=kind,
        blocks=tuple(blocks),
        match=match,
        stripped=tuple(sorted(page.stripped, key=lambda stripped: stripped.line)),
        line_kinds=tuple(Counter(page.kinds[number] for number in sorted(page.kinds)).items()),
        unaccounted=page.unaccounted(),
        words_in=" ".join(words),
        days=tuple(
            _days([(top, about), *((p.line, p.text) for p in paragraphs), *((n.line, n.text) for n in notes)])
        ),
        problems=(),
        proposals=propose_sources(plain_notes),
        notes_in_markdown=tuple(emphasised),
        slides=slides,
        without_text=tuple(without_text),
    )
    return replace(parsed, problems=(*page.problems, *_self_check(parsed)))


def _block(paragraph: Paragraph, text: str) -> Block:
    if paragraph.sign == "#":
        text = _NUMBER_ESCAPED.sub(r"\1\2", text)
        text = f"{text[:-1]}\\#" if text.endswith("#") and not text.endswith("\\#") else text
        return Block(BlockKind.HEADING, paragraph.line, text, max(2, paragraph.level))
    if paragraph.sign == "-":
        return Block(BlockKind.ITEM, paragraph.line, text, paragraph.level)
    return Block(BlockKind.PARAGRAPH, paragraph.line, text)


def _no_text(file: str) -> Problem:
    return Problem(
        "no-text",
        "Besides its title, notes and what its pages repeat, the file has no text.",
        "Give the file of a whole statement.",
        Severity.UNUSABLE,
        file,
    )


def _self_check(parsed: ParsedStatement) -> Iterator[Problem]:
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


def _check_quotes(page: Page, text: str, line: int) -> None:
    """A quotation mark without its other half is kept as printed, and reported."""
    if text.count("“") != text.count("”") or text.count('"') % 2:
        at = max(text.rfind(sign) for sign in '“”"')
        page.check(
            "unbalanced-quote",
            "A quotation mark has no other half; it is kept as printed.",
            "Compare with the original; correct it in the draft only if the original has both.",
            line,
            text[max(0, at - 40) : at + 20],
        )


def _days(texts: Iterable[tuple[int, str]]) -> Iterator[NamedDay]:
    for line, text in texts:
        for m in _DAY.finditer(text):
            month = m["m"] or m["am"] or m["mm"]
            words = " ".join(part for part in (m["d"] or m["ad"], month, m["y"] or m["ay"] or m["my"]) if part)
            try:
                yield NamedDay(line, PartialDate.parse(words), bool(m["asof"]))
            except BadDate:
                continue  # 31 June: no day, and no proposal
