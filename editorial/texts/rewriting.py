"""Changes citations and marks of a text and nothing else: gives notes other labels, sets citation lines.

Which brackets are citations or marks is decided by the parser alone: every candidate gets a key of its own, the text is
parsed, and those whose key comes back are real. What stands in code, behind a backslash or inside an address
never comes back and is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count

from editorial.rules.citation_line import followed_by, split_address, with_locator
from editorial.texts.dialect import NOTE_MARK, SOURCE_KEY
from editorial.texts.document import Document, marks_in
from editorial.texts.parsed import Citation
from editorial.texts.parsing import parse
from editorial.texts.rendered import CitedSource

_CANDIDATE = re.compile(rf"(?:\[|\]\()@(?P<key>{SOURCE_KEY})")
_CLOSING = re.compile(r"[\])]")
_SPECIAL = re.compile(r"[\\`*\[\]<|~^$@]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_SPECIAL_IN_ADDRESS = re.compile(r"[\\`*\[\]<|]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|&(?=#?\w+;)")
_LINE_START = re.compile(r"\A(?:[#>+=:-]|\d{1,9}(?=[.)]))")


def rename_notes(text: str, names: Mapping[str, str]) -> str:
    """The text with these notes and all their marks under other labels (old: new); not a character else is changed.

    Raises ValueError when a new one is no label, or the text has such a note or mark already.
    """
    taken = _labels(Document(text)) if any(f"[^{new}]" in text for new in names.values()) else set()
    for new in names.values():
        if not NOTE_MARK.fullmatch(f"[^{new}]"):
            raise ValueError(f"“{new}” is no label of a note: it holds neither spaces nor closing brackets.")
        if new in taken:
            raise ValueError(f"The text has a note or a mark [^{new}] already.")
    # the labels themselves, not any mark: in \[^a[^b] only [^b] is a mark
    pattern = re.compile(rf"(?<=\[\^)(?:{'|'.join(map(re.escape, names))})(?=\])")
    found = pattern.findall(text)
    if not found:
        return text
    stem = _unused_stem(text)
    numbers = count()
    real = _labels(Document(pattern.sub(lambda _: f"{stem}{next(numbers)}", text)))
    renamed = (names[old] if f"{stem}{index}" in real else old for index, old in enumerate(found))
    return pattern.sub(lambda _: next(renamed), text)


def resolve(text: str, sources: Mapping[str, CitedSource]) -> str:
    """Markdown in which every citation reads as its citation line: for releases, Word and plain text.

    In a note the line stands as it is, in the body in parentheses; a citation in words becomes its words. A source
    that is not given stays a citation.
    """
    resolved = _resolved_once(text, sources)
    while resolved != text:  # [[@a]](@b) is a citation in words only once the inner one has become words
        text, resolved = resolved, _resolved_once(resolved, sources)
    return resolved


def _resolved_once(text: str, sources: Mapping[str, CitedSource]) -> str:
    parts, done = [], 0
    for match, citation in _citations(text):
        source = sources.get(match["key"])
        if source is None:
            continue
        start, end = _extent(text, match)
        parts.append(text[done:start])
        done = end
        line = citation.words or with_locator(" ".join(source.line.split()), citation.locator)
        if citation.note is None and not citation.words:
            parts.append(f"({_escaped(line)})")
            continue
        if not citation.words and text[done : done + 1] in (".", ","):
            line = followed_by(line, text[done])
            done += 1
        parts.append(_LINE_START.sub(_behind_backslash, _escaped(line)))
    return "".join([*parts, text[done:]])


def _citations(text: str) -> Iterator[tuple[re.Match[str], Citation]]:
    candidates = list(_CANDIDATE.finditer(text))
    if not candidates:
        return
    stem = _unused_stem(text)
    parts, done = [], 0
    for index, match in enumerate(candidates):
        parts += [text[done : match.start("key")], f"{stem}{index}"]
        done = match.end("key")
    parsed = parse("".join([*parts, text[done:]]))
    found = {int(c.key.removeprefix(stem)): c for c in parsed.citations if c.key.startswith(stem)}
    for index in sorted(found):
        yield candidates[index], found[index]


def _unused_stem(text: str) -> str:
    return next(f"z{n}z" for n in count() if f"z{n}z" not in text)


def _labels(document: Document) -> set[str]:
    hidden = (mark for note in document.unused for mark in marks_in(note.tokens, "footnote_ref"))
    doubled = (mark for note, _ in document.doubled for mark in marks_in(note.tokens, "footnote_ref"))
    marks = [*document.dangling, *hidden, *doubled]
    return {mark.meta["label"] for mark in marks} | set(document.defined)


def _extent(text: str, match: re.Match[str]) -> tuple[int, int]:
    closing = _CLOSING.search(text, match.end())
    end = closing.end() if closing else match.end()
    start = match.start()
    if text[start] == "[":
        return start, end
    start = text.rfind("[", 0, start)
    while start > 0 and _is_escaped(text, start):
        start = text.rfind("[", 0, start)
    return start, end


def _is_escaped(text: str, at: int) -> bool:
    before = text[max(0, at - 1500) : at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _escaped(line: str) -> str:
    head, address = split_address(line)
    escaped = _SPECIAL.sub(_behind_backslash, head)
    return f"{escaped}, {_SPECIAL_IN_ADDRESS.sub(_behind_backslash, address)}" if address else escaped


def _behind_backslash(match: re.Match[str]) -> str:
    found = match[0]
    return f"{found}\\" if found.isdigit() else f"\\{found}"
