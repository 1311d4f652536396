"""Reads the text of a state's slides: page furniture goes, split lines are joined, slides without text are named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from editorial.importing.reading import TextFile
from editorial.importing.text_as_read import Surroundings, TextAsRead

from .assembly import assemble
from .inline import marks_in
from .page import ArchivePage
from .paper import title_in
from .paragraphs import ENDS_SENTENCE, Paragraph, note_style, plain, read_paragraphs

LEAST_REPEATED = 3  # slides that show a line before it counts as furniture
LONGEST_FURNITURE = 60
_HEADING_OR_ITEM = re.compile(r"\s*(?:#{1,6}\s|[-*•·▪–]\s)")
_COUNTER = re.compile(r"\d{1,2}")
_TOP = re.compile(r"\s*#\s")


def read_slides(file: TextFile) -> TextAsRead:
    """The text of slides. Raises UnusableInput for a file that has none besides its title."""
    page = ArchivePage(file)
    style = note_style(page.lines.values())
    starts = _strip_furniture(page)
    paragraphs, notes = read_paragraphs(page, style)
    paragraphs = [replace(p, slide=bisect_right(starts, p.line)) for p in paragraphs]
    without_text = _without_text(page, paragraphs, len(starts))
    title, rest = "", paragraphs
    if paragraphs and (title := title_in(paragraphs[0])) and not marks_in(paragraphs[0].text, (1,), style):
        page.is_now("title", *paragraphs[0].numbers)
        rest = paragraphs[1:]
    if not rest:
        raise page.without_text("its title, notes and what its pages repeat,", "statement")
    around = Surroundings(title=title, slides=len(starts), without_text=tuple(without_text))
    return assemble(page, _bold_headings(_with_counters(rest)), notes, style, around)


# ------------------------------------------------------------------------------------------------ furniture


def _strip_furniture(page: ArchivePage) -> list[int]:
    """Take away what the slides repeat; returns the lines in which slides begin.

    Only short lines without figures are furniture, and no headings or items. Lines that one slide prints as one
    ("Ministry of" and "Foreign Affairs") count as repeated too.
    """
    written = {number: line for number, line in page.lines.items() if line.strip()}
    times = Counter(plain(line) for line in written.values() if _can_be_furniture(line))
    repeated = {text for text, count in times.items() if text and count >= LEAST_REPEATED}
    order = [text for text in dict.fromkeys(plain(line) for line in written.values()) if text in repeated]
    together = {
        " ".join(order[at:end])
        for at in range(min(len(order), 12))
        for end in range(at + 2, min(len(order), 12) + 1)
    }
    starts: list[int] = []
    in_furniture = False
    for number, line in written.items():
        if plain(line) in repeated or plain(line) in together:
            if not in_furniture:
                starts.append(number)
            in_furniture = True
            page.strip(
                number,
                f"page furniture, on {times[plain(line)]} slides" if times[plain(line)] > 1 else "page furniture",
            )
            page.running.update(dict.fromkeys([plain(line)] if plain(line) in repeated else []))
        else:
            if _TOP.match(line) and not in_furniture:
                starts.append(number)
            in_furniture = False
    if not repeated:
        starts = [number for number, line in written.items() if re.match(r"\s*#{1,2}\s", line)]
    first = next(iter(written), 1)
    return starts if starts and starts[0] == first else [first, *starts]


def _can_be_furniture(line: str) -> bool:
    text = plain(line)
    short = len(text) <= LONGEST_FURNITURE and not any(c.isdigit() for c in text)
    return short and not _HEADING_OR_ITEM.match(line) and not ENDS_SENTENCE.search(text)


def _without_text(page: ArchivePage, paragraphs: Sequence[Paragraph], slides: int) -> list[tuple[int, str]]:
    """Slides that have no more than a heading: they showed pictures. The first slide is the title."""
    texts = {slide: list(group) for slide, group in groupby(paragraphs, key=lambda p: p.slide)}
    found = []
    for slide in range(2, slides + 1):
        mine = texts.get(slide, [])
        if all(paragraph.sign == "#" for paragraph in mine):
            heading = "; ".join(paragraph.text.replace("*", "") for paragraph in mine)
            found.append((slide, heading))
            besides = f" besides its heading “{heading}”" if heading else ""
            message = f"Slide {slide} has no text{besides}: it showed pictures or a video."
            remedy = "Look at the original, and describe what it shows where that matters."
            page.check("slide-without-text", message, remedy, mine[0].line if mine else None)
    return found


# ------------------------------------------------------------------------------------------------ split text


def _with_counters(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Numbers that stand alone and count what follows them (01, 02, 03 …) are put in front of it."""
    counters = {
        at
        for at, paragraph in enumerate(paragraphs[:-1])
        if not paragraph.sign and _COUNTER.fullmatch(paragraph.text)
    }
    if len(counters) < 2 or [int(paragraphs[at].text) for at in sorted(counters)] != list(
        range(1, len(counters) + 1)
    ):
        return list(paragraphs)
    found: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        before = paragraphs[at - 1] if at - 1 in counters else None
        if at in counters and paragraphs[at + 1].sign == "" and at + 1 not in counters:
            continue
        if before and paragraph.sign == "" and at not in counters:
            numbers = (*before.numbers, *paragraph.numbers)
            paragraph = replace(
                paragraph,
                numbers=numbers,
                text=f"{before.text} {paragraph.text}",
                sign="-",
                level=0,
            )
        found.append(paragraph)
    return found


def _bold_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Headings without the stars of emphasis; a bold line above plain text of the same slide is a heading."""
    found = list(paragraphs)
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        above_text = following is not None and following.slide == paragraph.slide and not following.is_bold
        if paragraph.sign == "#" and paragraph.is_bold:
            found[at] = replace(paragraph, text=paragraph.bare)
        elif paragraph.is_bold and not paragraph.sign and above_text and following and following.sign != "#":
            found[at] = replace(paragraph, text=paragraph.bare, sign="#", level=3)
    return found
