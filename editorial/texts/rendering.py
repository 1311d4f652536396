"""Shows a researched text: HTML with accessible notes and linked citations, sanitised whatever was written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape

import nh3
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from editorial.rules.citation_line import followed_by, split_address, with_locator
from editorial.texts.anchors import slug
from editorial.texts.dialect import ADDRESSES, MARKDOWN, is_unresolved
from editorial.texts.document import Document, Note, TextPart, marks_in, numbers_in
from editorial.texts.rendered import (
    CitedSource,
    RenderedFootnote,
    RenderedSection,
    RenderedText,
    TocEntry,
)

_DEEPEST_IN_TOC = 3
_ROLES = {"doc-noteref", "doc-endnotes", "doc-backlink"}
_CLASSES = {
    "align-center",
    "align-left",
    "align-right",
    "bad-citation",
    "citation",
    "note-ref",
    "notes",
    "undefined-mark",
    "unknown-source",
    "unresolved-mark",
}
_TAGS = {
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "mark",
    "ol",
    "p",
}
_TAGS |= {"pre", "s", "section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"}
_ATTRIBUTES = {
    "*": {"class", "id"},
    "a": {"href", "title", "role", "aria-label", "rel"},
    "li": {"value"},
    "mark": {"title"},
    "ol": {"start"},
    "section": {"role", "aria-label"},
}
_UNRESOLVED = "The note is missing in the document this text was taken from"
_OUTSIDE = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def render(
    text: str,
    *,
    sources: Mapping[str, CitedSource],
    doc_id: str,
) -> RenderedText:
    """Sanitised HTML of a text. Takes any input; what is wrong with it is marked, not hidden.

    sources  cited sources by key; one that is missing shows as a mark that names the key
    doc_id   prefix of every id, so that several texts can stand on one page
    """
    document = Document(text)
    renderer = _Renderer(document, sources, _prefix(doc_id))
    sections = tuple(renderer.section(part) for part in document.parts)
    toc = tuple(
        TocEntry(renderer.heading_id(token), token.meta["title"], int(token.tag[1]))
        for part in document.parts
        for token in part.tokens
        if token.type == "heading_open" and token.meta and int(token.tag[1]) <= _DEEPEST_IN_TOC
    )
    return RenderedText(
        body_html="".join(section.html for section in sections),
        notes_html=renderer.notes(),
        sections=sections,
        footnotes=tuple(renderer.margin_note(note) for note in document.notes),
        toc=toc,
    )


def occurrence_letter(occurrence: int) -> str:
    """a, b … z, aa, ab …: which of several references to one note."""
    letters = ""
    while occurrence:
        occurrence, rest = divmod(occurrence - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


class _Renderer(RendererHTML):
    """markdown-it's renderer with our headings, notes, citations and links. Methods without _ are its rules."""

    def __init__(self, document: Document, sources: Mapping[str, CitedSource], prefix: str) -> None:
        super().__init__()
        self._document = document
        self._sources = sources
        self._prefix = prefix
        self._in_note = False
        self._with_ids = True

    # what render() asks for

    def section(self, part: TextPart) -> RenderedSection:
        html = self._clean(part.tokens)
        identifier = f"{self._prefix}-{part.anchor}"
        return RenderedSection(part.anchor, identifier, part.title, part.level, html, numbers_in(part.tokens))

    def notes(self) -> str:
        if not self._document.notes:
            return ""
        self._in_note, self._with_ids = True, True
        items = "".join(self._list_item(note) for note in self._document.notes)
        return _sanitised(
            f'<section class="notes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n{items}</ol>\n</section>\n'
        )

    def margin_note(self, note: Note) -> RenderedFootnote:
        self._in_note, self._with_ids = True, False
        keys = dict.fromkeys(token.meta["key"] for token in marks_in(note.tokens, "citation"))
        html = self._clean(note.tokens).strip()
        return RenderedFootnote(note.number, self._note_id(note.number), html, note.references, tuple(keys))

    def heading_id(self, opening: Token) -> str:
        return f"{self._prefix}-{opening.meta['anchor']}"

    # pieces

    def _clean(self, tokens: Sequence[Token]) -> str:
        return _sanitised(self.render(tokens, MARKDOWN.options, {}))

    def _note_id(self, number: int) -> str:
        return f"fn-{self._prefix}-{number}"

    def _reference_id(self, number: int, occurrence: int) -> str:
        suffix = f"-{occurrence_letter(occurrence)}" if occurrence > 1 else ""
        return f"fnref-{self._prefix}-{number}{suffix}"

    def _list_item(self, note: Note) -> str:
        html = self.render(note.tokens, MARKDOWN.options, {}).rstrip()
        links = "".join(self._back_link(note, occurrence) for occurrence in range(1, note.references + 1))
        html = f"{html[:-4]}{links}</p>" if html.endswith("</p>") else f"{html}<p>{links.lstrip()}</p>"
        return f'<li id="{self._note_id(note.number)}">{html}</li>\n'

    def _back_link(self, note: Note, occurrence: int) -> str:
        letter = occurrence_letter(occurrence) if note.references > 1 else ""
        label = f"Back to reference {note.number}{letter}"
        target = self._reference_id(note.number, occurrence)
        return f' <a href="#{target}" role="doc-backlink" aria-label="{label}">\u21a9\ufe0e{letter}</a>'

    # rules of the renderer, by type of token

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        identifier = f' id="{self.heading_id(token)}"' if token.meta else ""
        return f"<{token.tag}{identifier}>"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f"<{tokens[idx].tag}{_alignment(tokens[idx])}>"

    td_open = th_open

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        token = tokens[idx]
        if _OUTSIDE.match(str(token.attrs.get("href", ""))):
            token.attrSet("rel", "noopener")
        return self.renderToken(tokens, idx, options, env)

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        meta = tokens[idx].meta
        if "number" not in meta:
            return self._dangling(meta["label"])
        number, occurrence = meta["number"], meta["occurrence"]
        identifier = f' id="{self._reference_id(number, occurrence)}"' if self._with_ids else ""
        return (
            f'<sup class="note-ref"><a href="#{self._note_id(number)}"{identifier} role="doc-noteref" '
            f'aria-label="Footnote {number}">{number}</a></sup>'
        )

    def _dangling(self, label: str) -> str:
        if is_unresolved(label):
            kind, shown, title = "unresolved-mark", f"[{label[1:]}]", _UNRESOLVED
        else:
            kind, shown, title = "undefined-mark", f"[^{label}]", "This mark has no note"
        return f'<mark class="{kind}" title="{title}">{escape(shown)}</mark>'

    def bad_citation(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return f'<mark class="bad-citation">{escape(tokens[idx].content)}</mark>'

    def citation(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        key, locator, words = (tokens[idx].meta[name] for name in ("key", "locator", "words"))
        source = self._sources.get(key)
        if source is None:
            unknown = f"unknown source: {key}" + (f", {locator}" if locator else "")
            return f'{escape(words)}{" " * bool(words)}<mark class="unknown-source">{escape(unknown)}</mark>'
        if words:
            return _to_source(words, source.url)
        line, address = split_address(with_locator(source.line, locator))
        if not self._in_note:
            return f"({_to_source(line, source.url)})"
        if address:
            return f"{_to_source(line, source.url, ',')} {_to_outside(address)}"
        return _to_source(line, source.url, _taken_stop(tokens, idx))


def _taken_stop(tokens: Sequence[Token], idx: int) -> str:
    """The comma or full stop after a citation, taken out of the text so that it can go inside quotation marks."""
    meta = tokens[idx].meta
    if "stop" not in meta:  # a note is rendered twice: for the margin and for the list
        after = tokens[idx + 1] if idx + 1 < len(tokens) else None
        found = after is not None and after.type == "text" and after.content.startswith((".", ","))
        meta["stop"] = after.content[0] if after and found else ""
        if after and found:
            after.content = after.content[1:]
    return str(meta["stop"])


def _to_source(line: str, url: str, stop: str = "") -> str:
    stopped = followed_by(line, stop) if stop else line
    after = stop if stopped == line + stop else ""  # inside quotation marks a stop belongs to the link
    shown = escape(line if after else stopped)
    if not url:
        return f'<span class="citation">{shown}</span>{after}'
    return f'<a class="citation" href="{escape(url)}">{shown}</a>{after}'


def _to_outside(address: str) -> str:
    found = ADDRESSES.match(address) or []
    if not found or found[0].index:
        return escape(address)
    end = found[0].last_index
    target = MARKDOWN.normalizeLink(found[0].url)
    return f'<a href="{escape(target)}" rel="noopener">{escape(address[:end])}</a>{escape(address[end:])}'


def _alignment(cell: Token) -> str:
    _, _, side = str(cell.attrs.get("style", "")).partition("text-align:")
    return f' class="align-{side}"' if side else ""  # a style attribute would break the content security policy


def _prefix(doc_id: str) -> str:
    name = slug(doc_id) or "text"
    return f"text-{name}" if name.startswith("fn") else name  # fn- and fnref- begin the ids of notes


def _sanitised(html: str) -> str:
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_only_ours,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


def _only_ours(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return value if value in _CLASSES else None
    if name == "role":
        return value if value in _ROLES else None
    return value
