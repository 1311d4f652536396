"""Reads a country report that was saved as text from a page of the archive, with its notes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editorial.importing.citation_words import words_of
from editorial.importing.notes import HEADINGS_OF_NOTES, MarkStyle, ReadNote, collect_notes, starts_note
from editorial.importing.reading import TextFile
from editorial.importing.text_as_read import TextAsRead

from .archive_head import SENTENCE_END, SYMBOLS, Numbered, bare, read_head
from .assembly import assemble
from .page import HEADING, RULE, ArchivePage
from .paragraphs import Paragraph

LONGEST_HEADING = 100
MOST_WORDS_OF_HEADING = 12
_SMALL_IN_HEADINGS = frozenset(("a", "an", "at", "by", "or", "with", "from"))

_NEIGHBOURS = re.compile(r"<[^<>|]{1,80}\|[^<>|]{1,80}>")
_FURNITURE = (
    (_NEIGHBOURS, "links to the neighbouring reports"),
    (RULE, "rule"),
    (SYMBOLS, "archive navigation"),
)
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s")
_TEXT_ENDS = re.compile(r"[.!?:…)”\"\]][”\"’')\]]*$")


def read_archive_page(file: TextFile, *, state: str = "") -> TextAsRead:
    """The text of a report. Raises UnusableInput for a file that has none besides navigation and notes.

    ``state`` is the country that the report is about, where the caller knows it.
    """
    page = ArchivePage(file)
    around, rest = read_head(page, [(number, line.strip()) for number, line in enumerate(file.lines, 1)])
    body, notes = _split(page, rest)
    paragraphs = list(_paragraphs(body))
    if not paragraphs:
        raise page.without_text("navigation and notes", "report", body[0][0] if body else 1)
    _check(page, paragraphs)
    return assemble(page, paragraphs, notes, MarkStyle.BRACKETS, around, printed=True, state=state or around.title)


# ------------------------------------------------------------------------------------------------ body and notes


def _split(page: ArchivePage, lines: Sequence[Numbered]) -> tuple[list[Numbered], list[ReadNote]]:
    """The body, and the notes that follow it. Furniture goes: rules, links to the neighbouring reports."""
    left = [(number, "" if _is_furniture(page, number, line) else line) for number, line in lines]
    starts = [at for at, (_, line) in enumerate(left) if starts_note(line, MarkStyle.BRACKETS)]
    apart = [at for at in starts if at == 0 or not left[at - 1][1]]
    start = (apart or starts or [len(left)])[0]
    body = left[:start]
    if starts:
        last = next((at for at in reversed(range(start)) if body[at][1]), None)
        if last is not None and body[last][1].strip("#: ").casefold() in HEADINGS_OF_NOTES:
            page.strip(body[last][0], "heading of the notes")
            body = body[:last]
    notes, problems = collect_notes(left[start:], MarkStyle.BRACKETS, page.file.name)
    page.problems += problems
    page.is_now("notes", *(number for number, line in left[start:] if line))
    return body, notes


def _is_furniture(page: ArchivePage, number: int, line: str) -> bool:
    reason = next((reason for form, reason in _FURNITURE if form.fullmatch(line)), "")
    if reason:
        page.strip(number, reason)
    return bool(reason)


# ------------------------------------------------------------------------------------------------ paragraphs


def _paragraphs(body: Sequence[Numbered]) -> Iterator[Paragraph]:
    """Paragraphs in the file's own lines, and headings: those marked as such, and those that look like one."""
    groups = list(_groups(body))
    for at, group in enumerate(groups):
        numbers = tuple(number for number, _ in group)
        text = "\n".join(line for _, line in group)
        if len(group) == 1 and (m := HEADING.fullmatch(text)):
            yield Paragraph(numbers, m["words"], "#", max(2, len(m["signs"])))
        elif len(group) == 1 and at < len(groups) - 1 and _is_heading(text):
            yield Paragraph(numbers, text, "#", 2)
        else:
            yield Paragraph(numbers, text)


def _groups(body: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """The lines of each paragraph; a heading with its sign is one by itself."""
    group: list[Numbered] = []
    for number, line in body:
        is_heading = HEADING.fullmatch(line)
        if group and (not line or is_heading):
            yield group
            group = []
        if is_heading:
            yield [(number, line)]
        elif line:
            group.append((number, line))
    if group:
        yield group


def _is_heading(line: str) -> bool:
    """A heading stands alone, before text, in capitals, without a stop."""
    words = [word.strip("“”\"'‘’()") for word in bare(line).split()]
    capital = [word[:1].isupper() or word[:1].isdigit() or not any(c.isalpha() for c in word) for word in words]
    small = [word.casefold() in words_of("small") | _SMALL_IN_HEADINGS for word in words]
    in_capitals = bool(words) and capital[0] and all(c or s for c, s in zip(capital, small, strict=True))
    return _is_short(bare(line)) and in_capitals and any(c.isalpha() for c in bare(line))


def _is_short(line: str) -> bool:
    short = len(line) <= LONGEST_HEADING and len(line.split()) <= MOST_WORDS_OF_HEADING
    return short and not SENTENCE_END.search(line) and not _ITEM.match(line)


def _check(page: ArchivePage, paragraphs: Sequence[Paragraph]) -> None:
    """What a person should look at: lines that may be headings, and a text that breaks off."""
    for paragraph in paragraphs[:-1]:
        line = paragraph.text
        may_be = _is_short(bare(line)) and line[:1].isupper() and len(line.split()) <= 8
        if not paragraph.sign and len(paragraph.numbers) == 1 and may_be:
            page.may_be_heading(paragraph.line, line, "##")
    last = paragraphs[-1].text.rsplit("\n", 1)[-1]
    if not paragraphs[-1].sign and not _TEXT_ENDS.search(last):
        message = "The text ends in the middle of a sentence."
        remedy = "Compare with the original page: its end may be missing."
        page.check("text-breaks-off", message, remedy, paragraphs[-1].numbers[-1], last[-60:])
