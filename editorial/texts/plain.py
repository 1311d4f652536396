"""The words of a text alone, for search and for what a record rests on."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from editorial.texts.document import Document, plain_inline


def plain_text(text: str) -> str:
    """What a reader can read, one line a paragraph, heading, list item or table cell.

    Marks of notes and citations are left out; so is mark-up.
    """
    document = Document(text)
    lines = [line for part in document.parts for line in _lines(part.tokens)]
    lines += [line for note in document.notes for line in _lines(note.tokens)]
    return "\n".join(lines)


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
