"""What a rendered text consists of: its pieces, so that a page can put notes in the margin and at the end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CitedSource:
    """What rendering needs to know of a source.

    line   the citation line (editorial.rules.citation_line), plain text, without a full stop
    url    the source's own page in the Monitor; "" for none
    """

    key: str
    line: str
    url: str = ""


@dataclass(frozen=True)
class RenderedSection:
    """One section with its heading. `id` is the address on the page: the anchor with the prefix of the text."""

    anchor: str
    id: str
    title: str
    level: int
    html: str
    notes: tuple[int, ...]


@dataclass(frozen=True)
class RenderedFootnote:
    """One note without ids and back-links, so that it can stand in the margin as well as in the list.

    id        of the note's place in the list at the end
    sources   keys of the sources it cites, each once, in order
    """

    number: int
    id: str
    html: str
    references: int
    sources: tuple[str, ...]


@dataclass(frozen=True)
class TocEntry:
    id: str
    title: str
    level: int


@dataclass(frozen=True)
class RenderedText:
    """Sanitised HTML: the body, the list of notes, and both in one."""

    body_html: str
    notes_html: str
    sections: tuple[RenderedSection, ...]
    footnotes: tuple[RenderedFootnote, ...]
    toc: tuple[TocEntry, ...]

    @property
    def html(self) -> str:
        return self.body_html + self.notes_html
