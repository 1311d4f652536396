"""The Markdown of researched texts: CommonMark, tables, strikethrough, pandoc's footnotes and citations."""

from __future__ import annotations

import re
from typing import Any

from linkify_it import LinkifyIt
from linkify_it.main import Match
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import validateLink
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

from editorial.texts.bounds import beyond_bounds

# Lengths are bounded so that no input makes the scanner look ahead without end.
SOURCE_KEY = r"[A-Za-z0-9][A-Za-z0-9_:.-]{0,199}"
CITATION = re.compile(rf"\[@(?P<key>{SOURCE_KEY})(?:,(?P<locator>[^\[\]]{{1,300}}))?\]")
# A citation that keeps the words printed here, where they differ from the source's line: [See the report](@key, p. 5)
WORDED_CITATION = re.compile(
    r"\[(?P<words>(?:[^\[\]\\]|\\.){1,1500})\]"
    rf"\(@(?P<key>{SOURCE_KEY})(?:,(?P<locator>[^\[\]()]{{1,300}}))?\)",
    re.DOTALL,
)
NOTE_MARK = re.compile(r"\[\^(?P<label>[^\s\]]{1,200})\]")
_DEFINITION = re.compile(r"\[\^[^\s\]]{1,200}\]:")
_EXCERPT = re.compile(r"\[@[^\]\n]{0,40}\]?")
_LOST_EXCERPT = re.compile(r"\]\(@[^)\n]{0,40}\)?")
_MARK_START = re.compile(r"\[[@^]")
_SCHEME = re.compile(r"(?:^|[^a-z0-9.+-])(https?)$", re.IGNORECASE)
_LONGEST_ADDRESS = 2000

UNRESOLVED = "?"


def unresolved_mark(number: int | str) -> str:
    """The mark of an imported page whose note is missing there. Readers see "[3]"; review refuses it by name."""
    label = re.sub(r"[\s\]]+", "-", str(number)) or UNRESOLVED
    return f"[^{UNRESOLVED}{label}]"


class Addresses(LinkifyIt):
    """Finds addresses written out in prose.

    A bare domain counts only where it looks like an address (www., a path, a common ending in lower case), so that a
    missing space after a full stop ("conference.In") does not become a link.
    """

    _ENDINGS = re.compile(r"\.(?:org|com|net|int|edu|gov|info|mil|ch|no|ie|nz|uk)$")

    def match(self, text: str) -> list[Match] | None:
        found: list[Match] = super().match(text) or []
        return [match for match in found if match.schema or self._looks_like_address(match.raw)] or None

    def _looks_like_address(self, raw: str) -> bool:
        return raw.startswith("www.") or "/" in raw or bool(self._ENDINGS.search(raw))


def normalised(text: str) -> str:
    """The text as the parser sees it: one kind of line end, no null characters. Its lines give the line numbers."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd")


def tokens_of(source: str) -> list[Token]:
    """The tokens of a normalised text, definitions of notes where they stand, marks named by label.

    What is beyond the bounds of a text is shown as it was typed: it stays readable, and no page waits for it.
    """
    if beyond_bounds(source):
        as_typed = Token("code_block", "code", 0)
        as_typed.content, as_typed.map = source, [0, source.count("\n") + 1]
        return [as_typed]
    return MARKDOWN.parse(source, {})


def is_unresolved(label: str) -> bool:
    return label.startswith(UNRESOLVED) and len(label) > len(UNRESOLVED)


def _note_definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not _DEFINITION.match(state.src, start, state.eMarks[start_line]):
        return False
    return bool(footnote_def(state, start_line, end_line, silent))


def _note_mark(state: StateInline, silent: bool) -> bool:
    start = state.pos
    if not NOTE_MARK.match(state.src, start, state.posMax):
        return False
    # every mark is a token, also one without a note: it must be reported, not pass for text
    if not footnote_ref(state, silent, always_match=True):
        return False
    if not silent:
        state.tokens[-1].meta["position"] = start
    return True


def _citation(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("[@", state.pos):
        return False
    match = CITATION.match(state.src, state.pos, state.posMax)
    if not silent:
        token = state.push("citation" if match else "bad_citation", "", 0)
        token.meta = {"position": state.pos}
        if match:
            token.meta |= {"key": match["key"], "locator": " ".join((match["locator"] or "").split()), "words": ""}
        else:
            token.content = "[@"
            token.meta["excerpt"] = next(_EXCERPT.finditer(state.src, state.pos))[0]
    state.pos = match.end() if match else state.pos + 2
    return True


def _worded_citation(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = WORDED_CITATION.match(state.src, state.pos, state.posMax)
    if not match or not match["words"].strip():
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {
            "position": state.pos,
            "key": match["key"],
            "locator": " ".join((match["locator"] or "").split()),
            "words": " ".join(unescapeAll(match["words"]).split()),
        }
    state.pos = match.end()
    return True


def _lost_citation(state: StateInline, silent: bool) -> bool:
    """`](@` of what was meant as a citation in words: reported, for as text or as a link it would name no source."""
    if not state.src.startswith("](@", state.pos):
        return False
    if not silent:
        token = state.push("bad_citation", "", 0)
        token.content = "](@"
        excerpt = next(_LOST_EXCERPT.finditer(state.src, state.pos))[0]
        token.meta = {"position": state.pos, "excerpt": excerpt}
    state.pos += 3
    return True


def _full_address(state: StateInline, silent: bool) -> bool:
    """markdown-it's rule for https://…, which would swallow a mark that touches the address: `…org/a[^7]`."""
    if state.linkLevel > 0 or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending[-12:])
    if not scheme:
        return False
    start = state.pos - len(scheme[1])
    limit = min(state.posMax, start + _LONGEST_ADDRESS)
    mark = _MARK_START.search(state.src, state.pos, limit)
    found: Any = ADDRESSES.match_at_start(state.src[start : mark.start() if mark else limit])
    if not found:
        return False
    address = found.url.rstrip("*")
    target = state.md.normalizeLink(address)
    if not validateLink(target) or len(address) <= len(scheme[1]) + 3:
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme[1])]
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": target}
        opening.markup = "linkify"
        state.push("text", "", 0).content = state.md.normalizeLinkText(address)
        state.push("link_close", "a", -1).markup = "linkify"
    state.pos += len(address) - len(scheme[1])
    return True


class _Dialect(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        return not url.startswith("@") and super().validateLink(url)


def _build() -> MarkdownIt:
    md = _Dialect("commonmark", {"html": False, "linkify": True, "maxNesting": 40})
    md.enable(["table", "linkify", "strikethrough"])
    # Pictures would load from elsewhere. Reference definitions (`[a]: …`) vanish from the page without a trace,
    # and one beginning with a citation would take the citation with it: here every line is either seen or reported.
    md.disable(["image", "reference"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.block.ruler.at("footnote_def", _note_definition, {"alt": ["paragraph", "reference"]})
    md.inline.ruler.at("footnote_ref", _note_mark)
    md.inline.ruler.after("link", "citation", _citation)
    md.inline.ruler.before("link", "worded_citation", _worded_citation)
    md.inline.ruler.after("citation", "lost_citation", _lost_citation)
    md.inline.ruler.at("linkify", _full_address)
    md.linkify = ADDRESSES
    return md


ADDRESSES = Addresses({}, {"fuzzy_link": True, "fuzzy_email": False, "fuzzy_ip": False})
ADDRESSES.tlds(["int", "mil", "eu", "news"], True)
MARKDOWN = _build()
