"""Reads a paper or speech that was saved as text: title, numbered sections, nested lists, notes, running footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from editorial.importing.notes import MarkStyle, starts_note
from editorial.importing.reading import TextFile
from editorial.importing.text_as_read import Surroundings, TextAsRead
from editorial.rules.same_document import plain_words

from .assembly import assemble
from .inline import marks_in
from .page import LONGEST_TITLE, ArchivePage
from .paragraphs import ENDS_SENTENCE, Paragraph, note_style, plain, read_paragraphs

MOST_CANDIDATES = 40  # lines that are looked for in all others
LONGEST_FOOTER = 200
LONGEST_HEADING = 120
MOST_WORDS_OF_HEADING = 8
MOST_LINES_OF_TITLE = 3
_NUMBERED = re.compile(r"(?P<number>\d{1,2})[.)]\s+\S")
_NOT_REPEATED = re.compile(r"\s*(?:#{1,6}\s|[-*•·▪–]\s|\d{1,2}[.)]\s)")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?(?P<page>\d{1,3})(?:\s*(?:/|of)\s*\d{1,3})?", re.IGNORECASE)
_TITLE_IN_BOLD = re.compile(r"(?P<opening>[^*]{0,400}?)\*\*(?P<title>[^*]+)\*\*[\s.]*")


def read_paper(file: TextFile) -> TextAsRead:
    """The text of a statement or paper. Raises UnusableInput for a file that has none besides its title."""
    page = ArchivePage(file)
    style = note_style(page.lines.values())
    _strip_running_lines(page, style)
    _strip_page_numbers(page)
    paragraphs, notes = read_paragraphs(page, style)
    around, rest = _title(page, paragraphs, style)
    if not rest:
        raise page.without_text("its title, notes and what its pages repeat,", "statement")
    rest = _with_numbered_headings(rest)
    for at, paragraph in enumerate(rest[:-1]):
        if not paragraph.sign and rest[at + 1].sign != "#" and _may_be_heading(paragraph, style):
            page.may_be_heading(paragraph.line, paragraph.text, "###")
    return assemble(page, rest, notes, style, around)


# ------------------------------------------------------------------------------------------------ running lines


def _strip_running_lines(page: ArchivePage, style: MarkStyle) -> None:
    """Lines that every page repeats. One stands alone at least once; glued to another line it is cut from it.

    A line counts as repeated with three occurrences, or with two where it says again what stands above the text.
    """
    places: dict[str, list[int]] = {}
    for number, line in page.lines.items():
        if line.strip() and not _NOT_REPEATED.match(line):
            places.setdefault(plain(line), []).append(number)
    top = next((number for number, line in page.lines.items() if line.strip()), 0)
    above = plain(page.lines.get(top, ""))
    first = plain_words(above[:1000])
    again = [
        text for text in places if text != above and len(text.split()) >= 3 and first.startswith(plain_words(text))
    ]
    often = sorted((text for text in places if len(places[text]) > 1), key=lambda text: -len(places[text]))
    for text in dict.fromkeys([*again[:MOST_CANDIDATES], *often[:MOST_CANDIDATES]]):
        short = len(text.split()) < 4
        if len(text) > LONGEST_FOOTER or not text or text.isdecimal() or starts_note(text, style):
            continue
        if short and text not in again and ENDS_SENTENCE.search(text):
            continue
        whole = [number for number in places[text] if number != top]
        glued = [] if short else [number for number, line in page.lines.items() if _glued(line.strip(), text)]
        if len(whole) + len(glued) < (2 if text in again else 3):
            continue
        page.running[text] = None
        for number in whole:
            if page.lines[number]:
                page.strip(number, "running line, repeated on the pages")
        for number in glued:
            line = page.lines[number].strip()
            left = line.removesuffix(f" {text}") if line.endswith(f" {text}") else line.removeprefix(f"{text} ")
            page.cut(number, text, left, "running line, on the same line as other text")


def _glued(line: str, text: str) -> bool:
    return line.endswith(f" {text}") or line.startswith(f"{text} ")


def _strip_page_numbers(page: ArchivePage) -> None:
    """Numbers that stand alone and count the pages: 1, 2, 3 …, or from 2 where the first page bears none."""
    found = [
        (number, int(m["page"]))
        for number, line in page.lines.items()
        if line.strip() and (m := _PAGE_NUMBER.fullmatch(line.strip()))
    ]
    pages = [count for _, count in found]
    if len(pages) >= 2 and pages[0] in (1, 2) and pages == list(range(pages[0], pages[0] + len(pages))):
        for number, _ in found:
            page.strip(number, "page number")


# ------------------------------------------------------------------------------------------------ title and headings


def _title(
    page: ArchivePage, paragraphs: list[Paragraph], style: MarkStyle
) -> tuple[Surroundings, list[Paragraph]]:
    """Title, with the words among which it stands; and the paragraphs below it."""
    if not paragraphs:
        return Surroundings(), []
    first = paragraphs[0]
    title = title_in(first, alone=len(paragraphs) == 1)
    if not title:
        return Surroundings(), paragraphs
    around = Surroundings(title=title, opening=first.text.replace("*", ""))
    if marks_in(first.text, first.numbers, style):  # its note needs the mark: the line stays in the text as well
        return around, [replace(first, sign=""), *paragraphs[1:]]
    page.is_now("title", *first.numbers)
    return around, paragraphs[1:]


def title_in(paragraph: Paragraph, *, alone: bool = False) -> str:
    """The title in the first paragraph: a heading, what is bold at its end, or a short line that is no sentence."""
    m = _TITLE_IN_BOLD.fullmatch(paragraph.text)
    if paragraph.sign == "#":
        words = paragraph.bare
    elif m:
        words = m["title"]
    elif not paragraph.sign and not alone and len(paragraph.numbers) <= MOST_LINES_OF_TITLE:
        words = "" if ENDS_SENTENCE.search(paragraph.text) else paragraph.bare
        words = words if len(words) <= LONGEST_TITLE else ""
    else:
        words = ""
    words = " ".join(words.replace("*", "").split())
    return words.removesuffix(".") if not words.endswith("..") else words


def _with_numbered_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Short lines "1. …", "2. …" with text between them become headings; one after another they are a list."""
    found = list(paragraphs)
    wanted = 1
    for at, paragraph in enumerate(paragraphs[:-1]):
        number = _section_number(paragraph)
        if number == wanted and _section_number(paragraphs[at + 1]) is None:
            found[at] = replace(paragraph, sign="#", level=2)
            wanted += 1
    return found


def _section_number(paragraph: Paragraph) -> int | None:
    m = None if paragraph.sign else _NUMBERED.match(paragraph.bare)
    if not m or len(paragraph.numbers) > 1 or len(paragraph.text) > LONGEST_HEADING:
        return None
    return None if ENDS_SENTENCE.search(paragraph.text) else int(m["number"])


def _may_be_heading(paragraph: Paragraph, style: MarkStyle) -> bool:
    text = paragraph.bare
    short = len(paragraph.numbers) == 1 and 0 < len(text.split()) <= MOST_WORDS_OF_HEADING
    return (
        short
        and text[:1].isupper()
        and not text.endswith(":")
        and not ENDS_SENTENCE.search(text)
        and not marks_in(text, (1,), style)
    )
