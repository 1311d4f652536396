"""A text taken apart once, for parsing and for rendering: body, notes in order, marks numbered, lines known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from markdown_it.token import Token

from editorial.texts.anchors import Anchors
from editorial.texts.dialect import normalised, tokens_of
from editorial.texts.parsed import OPENING

MARKS = ("footnote_ref", "citation", "bad_citation")
_MOST_NOTES_COMPARED = 1000
_GAP = re.compile(r" (?=[.,;:?!)])")  # what a citation that is left out leaves before a stop


@dataclass
class Note:
    """One definition `[^label]: …`; number 0 until a mark that readers see refers to it."""

    label: str
    line: int
    lines: tuple[int, int]
    tokens: list[Token] = field(default_factory=list)
    number: int = 0
    references: int = 0

    @property
    def is_empty(self) -> bool:
        return not any(token.content.strip() for token in self.tokens)


@dataclass
class TextPart:
    """The tokens of one section: its heading, if it has one, and what follows."""

    anchor: str
    title: str
    level: int
    line: int
    heading: list[Token]
    tokens: list[Token]
    lines: tuple[int, int]


class Document:
    """A text, its tokens sorted into parts and notes. Tokens belong to this object alone and may be changed.

    tokens    all of them: those of the body, then those of every definition
    notes     by number: what readers see
    unused    definitions that no visible mark refers to
    doubled   (second definition of a label, line of the first)
    dangling  marks without a definition
    top_definitions  all definitions that stand by themselves, not in a list, a quotation or another note
    """

    def __init__(self, text: str) -> None:
        self.source = normalised(text)
        self.source_lines = self.source.split("\n")
        self.defined: dict[str, Note] = {}
        self.doubled: list[tuple[Note, int]] = []
        self.notes: list[Note] = []
        self.dangling: list[Token] = []
        self.top_definitions: list[Note] = []
        self._definition_lines: set[int] = set()
        body = self._split_off_notes(tokens_of(self.source))
        every_note = [*self.defined.values(), *(note for note, _ in self.doubled)]
        self.tokens = [*body, *(token for note in every_note for token in note.tokens)]
        for token in self.tokens:
            if token.type == "inline" and any(child.type in MARKS for child in token.children or ()):
                _place_marks(token)
        self._number_marks(body)
        for note in self.notes:  # grows while notes name further notes
            self._number_marks(note.tokens)
        self.unused = [note for note in self.defined.values() if not note.number]
        self.parts = self._split_into_parts(body)

    def _split_off_notes(self, tokens: list[Token]) -> list[Token]:
        body: list[Token] = []
        stack: list[Note] = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                start, end = token.map or [0, 0]
                note = Note(token.meta["label"], start + 1, (start, end))
                if not stack and token.level == 0:
                    self.top_definitions.append(note)
                    self._definition_lines.update(range(start, end))
                first = self.defined.setdefault(note.label, note)
                if first is not note:
                    self.doubled.append((note, first.line))
                stack.append(note)
            elif token.type == "footnote_reference_close":
                stack.pop()
            else:
                (stack[-1].tokens if stack else body).append(token)
        return body

    def _number_marks(self, tokens: list[Token]) -> None:
        for mark in marks_in(tokens, "footnote_ref"):
            note = self.defined.get(mark.meta["label"])
            if note is None:
                self.dangling.append(mark)
                continue
            if not note.number:
                self.notes.append(note)
                note.number = len(self.notes)
            note.references += 1
            mark.meta["number"] = note.number
            mark.meta["occurrence"] = note.references

    def _split_into_parts(self, body: list[Token]) -> list[TextPart]:
        anchors = Anchors(reserved=(OPENING,))
        parts = [TextPart(OPENING, "", 0, 1, [], [], (0, 0))]
        for at, token in enumerate(body):
            if token.type == "heading_open" and token.level == 0:
                title = plain_inline(body[at + 1])
                token.meta = {"anchor": anchors.of(title), "title": title}
                level = int(token.tag[1])
                if level <= 2:
                    start, end = token.map or [0, 0]
                    parts[-1].lines = (parts[-1].lines[0], start)
                    part = TextPart(
                        token.meta["anchor"], title, level, start + 1, body[at : at + 3], [], (end, end)
                    )
                    parts.append(part)
            parts[-1].tokens.append(token)
        parts[-1].lines = (parts[-1].lines[0], len(self.source_lines))
        opening = parts[0]
        if not opening.tokens:
            return parts[1:]
        opening.line = (opening.tokens[0].map or [0])[0] + 1
        return parts

    def markdown_of(self, part: TextPart) -> str:
        """The lines of a part, without its heading and without definitions of notes."""
        start, end = part.lines
        lines: list[str] = []
        for at in range(start, end):
            if at not in self._definition_lines:
                lines.append(self.source_lines[at])
            elif lines and lines[-1]:
                lines.append("")  # what stood on either side of a definition stays apart
        return "\n".join(lines).strip("\n")

    def paragraphs(self) -> list[str]:
        """The body as it is written, cut at blank lines; definitions of notes are left out."""
        found: list[str] = []
        lines: list[str] = []
        for at, line in enumerate([*self.source_lines, ""]):
            if line.strip() and at not in self._definition_lines:
                lines.append(line)
            elif lines:
                found.append("\n".join(lines))
                lines = []
        return found

    def markdown_of_note(self, note: Note) -> str:
        start, end = note.lines
        mark = f"[^{note.label}]:"
        first, *rest = self.source_lines[start:end]
        lines = [first[first.find(mark) + len(mark) :].strip()]
        lines += [line[4:] if line.startswith("    ") else line.lstrip(" >\t") for line in rest]
        return "\n".join(line.rstrip() for line in lines).strip()

    def text_key(self, part: TextPart) -> str:
        """Digest of what a part says: its text with the notes it refers to, their labels and numbers left out."""
        local: dict[str, int] = {}
        reached: list[Note] = []

        def content(tokens: list[Token]) -> Iterator[str]:
            for piece in pieces(tokens):
                if isinstance(piece, str):
                    yield piece
                    continue
                label = piece.meta["label"]
                if label not in local and len(reached) < _MOST_NOTES_COMPARED:
                    local[label] = len(local)
                    if note := self.defined.get(label):
                        reached.append(note)
                yield f"\x1fmark {local.get(label)} {'' if label in self.defined else label}"

        digest = blake2b(digest_size=16)
        digest.update("".join(content(part.tokens)).encode(errors="replace"))
        for note in reached:
            digest.update("".join(["\x1enote", *content(note.tokens)]).encode(errors="replace"))
        return digest.hexdigest()


def marks_in(tokens: Iterable[Token], *types: str) -> Iterator[Token]:
    for token in tokens:
        if token.type == "inline":
            for child in token.children or ():
                if child.type in types:
                    yield child


def numbers_in(tokens: Iterable[Token]) -> tuple[int, ...]:
    """Numbers of the notes that tokens refer to, each once, in order."""
    marks = marks_in(tokens, "footnote_ref")
    return tuple(dict.fromkeys(mark.meta["number"] for mark in marks if "number" in mark.meta))


def plain_inline(inline: Token) -> str:
    """The words of one inline run: no marks, no citations but those in words, line breaks as spaces."""
    words, cites = [], False
    for child in inline.children or ():
        if child.type == "citation":
            words.append(child.meta["words"])
        elif child.type in ("text", "text_special", "code_inline", "bad_citation"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        cites = cites or (child.type == "citation" and not child.meta["words"])
    line = " ".join("".join(words).split())
    return _GAP.sub("", line).lstrip(" .,;:") if cites else line


def pieces(tokens: Iterable[Token]) -> Iterator[str | Token]:
    """What tokens say, one string after another; marks of notes as their tokens. Layout of the source is left out."""
    for token in tokens:
        if token.type != "inline":
            yield f"\x1f{token.type} {token.tag} {token.info} {_stable(token.attrs)}{token.content}"
            continue
        words: list[str] = []
        for child in token.children or ():
            if child.type in ("text", "text_special"):
                words.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                words.append(" ")
            else:
                yield " ".join(f"\x1f{''.join(words)}\x1f".split())
                words = []
                if child.type == "footnote_ref":
                    yield child
                elif child.type == "citation":
                    yield f"\x1fcite {child.meta['key']},{child.meta['locator']},{child.meta['words']}"
                else:
                    yield f"\x1f{child.type} {_stable(child.attrs)}{child.content}"
        yield " ".join(f"\x1f{''.join(words)}\x1f".split())


def _stable(attrs: Mapping[str, object]) -> str:
    return " ".join(f"{name}={attrs[name]}" for name in sorted(attrs))


def _place_marks(inline: Token) -> None:
    seen, line = 0, (inline.map or [0])[0] + 1
    for child in inline.children or ():
        if child.type in MARKS:
            line += inline.content.count("\n", seen, child.meta["position"])
            seen = child.meta["position"]
            child.meta["line"] = line
