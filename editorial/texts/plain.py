"""The words of a text alone, for search, word counts and summaries."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from editorial.texts.document import Document, plain_inline


def plain_text(text: str, *, notes: bool = True) -> str:
    """What a reader can read, one line a paragraph, heading, list item or table cell.

    Marks of notes and citations are left out; so is mark-up. notes=False leaves the notes out: the length of a text
    is counted without them.
    """
    document = Document(text)
    lines = [line for part in document.parts for line in _lines(part.tokens)]
    if notes:
        lines += [line for note in document.notes for line in _lines(note.tokens)]
    return "\n".join(lines)


def first_paragraph(text: str) -> str:
    """The first paragraph outside lists, tables and quotations, in plain words; "" where there is none."""
    for part in Document(text).parts:
        for at, token in enumerate(part.tokens):
            if token.type == "paragraph_open" and token.level == 0 and (line := plain_inline(part.tokens[at + 1])):
                return line
    return ""


def _lines(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            line = plain_inline(token)
        elif token.type in ("fence", "code_block"):
            line = token.content.strip()
        else:
            continue
        if line:
            yield line
