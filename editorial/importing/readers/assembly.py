"""Makes the text of its paragraphs and notes: marks matched, sources proposed, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from editorial.importing.note_match import match_notes
from editorial.importing.notes import MarkStyle, ReadNote
from editorial.importing.source_proposals import propose_sources
from editorial.importing.text_as_read import Block, BlockKind, Surroundings, TextAsRead

from .inline import EMPHASIS, in_markdown, marks_in
from .page import ArchivePage
from .paragraphs import Paragraph

_NUMBER_ESCAPED = re.compile(r"\A(\d{1,9})\\([.)])")  # within a heading it begins no list


def assemble(
    page: ArchivePage,
    paragraphs: Sequence[Paragraph],
    notes: Sequence[ReadNote],
    style: MarkStyle,
    around: Surroundings,
    *,
    printed: bool = False,
    state: str = "",
) -> TextAsRead:
    """The text made of these paragraphs and notes, checked against what stands in the file.

    ``printed``: the file has no mark-up, so that stars are signs like any other, and lists stand within paragraphs.
    ``state`` is whose report the notes belong to.
    """
    marks = [marks_in(paragraph.text, paragraph.numbers, style) for paragraph in paragraphs]
    match = match_notes([mark for each in marks for mark in each], notes, style, page.file.name)
    known = frozenset(note.label for note in notes)
    labels = known | {mark.label for mark in match.marks}
    blocks: list[Block] = []
    words: list[str] = []
    for paragraph, found in zip(paragraphs, marks, strict=True):
        mine = [mark for mark in found if mark.label in labels]
        lists = printed and not paragraph.sign
        text, said = in_markdown(paragraph.text, mine, known, printed=printed, lists=lists)
        blocks.append(_block(paragraph, text))
        words += said.split()
        page.is_now(blocks[-1].kind.value, *paragraph.numbers)
    words += [word for note in notes for word in note.text.split()]
    if not printed:
        for said, line in [*((p.text, p.line) for p in paragraphs), *((n.text, n.line) for n in notes)]:
            _check_quotes(page, said, line)
    emphasised = [_emphasised(note, known) if not printed else "" for note in notes]
    prose = [replace(n, paragraphs=()) if e else n for n, e in zip(notes, emphasised, strict=True)]
    titled = min((number for number, kind in page.kinds.items() if kind == "title"), default=paragraphs[0].line)
    around = replace(around, line=titled, running=tuple(page.running))
    return page.as_read(around, blocks, match, words, propose_sources(prose, state=state), emphasised)


def _emphasised(note: ReadNote, known: frozenset[str]) -> str:
    """The note as Markdown on one line where it has emphasis, or more than one; else ""."""
    has_more = EMPHASIS.search(" ".join(note.text.split())) or "\n" in note.text
    return in_markdown(" ".join(note.text.split()), (), known)[0] if has_more else ""


def _block(paragraph: Paragraph, text: str) -> Block:
    if paragraph.sign == "#":
        text = _NUMBER_ESCAPED.sub(r"\1\2", text)
        text = f"{text[:-1]}\\#" if text.endswith("#") and not text.endswith("\\#") else text
        return Block(BlockKind.HEADING, paragraph.line, text, max(2, paragraph.level))
    if paragraph.sign == "-":
        return Block(BlockKind.ITEM, paragraph.line, text, paragraph.level)
    return Block(BlockKind.PARAGRAPH, paragraph.line, text)


def _check_quotes(page: ArchivePage, text: str, line: int) -> None:
    """A quotation mark without its other half is kept as printed, and reported."""
    if text.count("“") != text.count("”") or text.count('"') % 2:
        at = max(text.rfind(sign) for sign in '“”"')
        message = "A quotation mark has no other half; it is kept as printed."
        remedy = "Compare with the original; correct it in the draft only if the original has both."
        page.check("unbalanced-quote", message, remedy, line, text[max(0, at - 40) : at + 20])
