"""Plain words to Markdown and back, so that what was printed reads the same after it has become a researched text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from editorial.rules.citation_line import followed_by, with_locator
from editorial.texts.dialect import CITATION, NOTE_MARK, WORDED_CITATION

# What Markdown would take for mark-up within a line. An underscore between letters or digits is none.
_INLINE = re.compile(
    r"""[\\`*\[\]|]              # escapes, code, emphasis, links and notes, table cells
    | (?<![^\W_])_ | _(?![^\W_]) # emphasis
    | <(?=[A-Za-z/!?])           # HTML
    | &(?=\#?\w{1,32};)          # HTML entities
    | ~(?=~) | (?<=~)~           # struck out, fenced code
    """,
    re.VERBOSE,
)
# What it would take for a block at the start of a line: headings, quotations, numbered lists, rules and lists.
_BLOCK = re.compile(r"\#{1,6}(?=\s|$)|>|(?P<number>\d{1,9})[.)](?=\s|$)|[-+=]")
_LIST_ITEM = re.compile(r"[-+] (?=[^\s\-+=])")
_TOKEN = re.compile(r"[\\\[]")
_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")


def escape_inside(words: str) -> str:
    """Markdown that renders as exactly these words within a line, where nothing can be taken for the start of a block."""
    return _INLINE.sub(r"\\\g<0>", words)


def interleave(words: Sequence[str], tokens: Sequence[str], *, lists: bool = False) -> str:
    """Plain words and Markdown tokens (marks, citations) in turn: words, token, words, …, words.

    The words are escaped; spaces at the ends of lines, which Markdown would read as code or line breaks, go.
    ``lists``: lines that begin with "- " stay items.
    """
    parts: list[str] = []
    for piece, token in zip_longest(words, tokens, fillvalue=""):
        plain = escape_inside(piece)
        if parts and plain.startswith(("(", ":")):  # [^1](…) would be a link, [^1]: a definition
            plain = f"\\{plain}"
        parts += [plain, token]
    return "\n".join(_escape_start(line.strip(), lists) for line in "".join(parts).split("\n"))


def _escape_start(line: str, lists: bool) -> str:
    m = _BLOCK.match(line)
    if not m or (lists and _LIST_ITEM.match(line)):
        return line
    at = m.end("number") if m["number"] else 0
    return f"{line[:at]}\\{line[at:]}"


def plain_words(markdown: str, lines: Mapping[str, str]) -> str:
    """The words that readers see of a text made by ``interleave``: the reverse, and the proof that nothing is lost.

    ``lines`` gives the line that each source prints. Marks of notes become spaces.
    """
    words: list[str] = []
    at = 0
    while m := _TOKEN.search(markdown, at):
        words.append(markdown[at : m.start()])
        at = m.start() + 1
        if escaped := _BACKSLASH.match(markdown, m.start()):
            words.append(escaped[1])
            at = escaped.end()
        elif cited := WORDED_CITATION.match(markdown, m.start()):
            words.append(unescape(cited["words"]))
            at = cited.end()
        elif cited := CITATION.match(markdown, m.start()):
            line = with_locator(lines.get(cited["key"], ""), (cited["locator"] or "").strip())
            at = cited.end()
            if markdown[at : at + 1] in (".", ","):
                line = followed_by(line, markdown[at])
                at += 1
            words.append(line)
        elif mark := NOTE_MARK.match(markdown, m.start()):
            words.append(" ")
            at = mark.end()
        else:
            words.append(m[0])
    return "".join([*words, markdown[at:]])


def unescape(markdown: str) -> str:
    """The words of Markdown that holds escapes but no mark-up: the reverse of ``interleave``."""
    return _BACKSLASH.sub(r"\1", markdown)
