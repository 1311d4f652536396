"""A file while it is read: its lines as far as they are left, and what became of each; and the proof at the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from editorial.importing.note_match import NoteMatch
from editorial.importing.problems import Problem, Severity, UnusableInput
from editorial.importing.reading import TextFile
from editorial.importing.source_proposals import SourceProposal
from editorial.importing.text_as_read import Block, StrippedLine, Surroundings, TextAsRead

LONGEST_TITLE = 255  # characters; a record has no room for more

RULE = re.compile(r"(?:[-_=*–—]\s?){3,}")
HEADING = re.compile(r"(?P<signs>\#{1,6})\s+(?P<words>\S.*?)(?:\s+\#+)?\s*")


@dataclass
class ArchivePage:
    """A file while it is read. ``kinds`` says of each line with text what it turned out to be."""

    file: TextFile
    lines: dict[int, str] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    stripped: list[StrippedLine] = field(default_factory=list)
    running: dict[str, None] = field(default_factory=dict)  # lines that the pages repeat, in order
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = {number: line.expandtabs(4).rstrip() for number, line in enumerate(self.file.lines, 1)}
        self.problems = list(self.file.problems)

    def is_now(self, kind: str, *numbers: int) -> None:
        """These lines turned out to be of this kind."""
        self.kinds.update(dict.fromkeys(numbers, kind))

    def strip(self, number: int, reason: str) -> None:
        """The whole line goes."""
        self.kinds[number] = "stripped"
        self.stripped.append(StrippedLine(number, self.file.lines[number - 1].strip(), reason))
        self.lines[number] = ""

    def cut(self, number: int, text: str, left: str, reason: str) -> None:
        """A part of the line goes; ``left`` stays."""
        self.stripped.append(StrippedLine(number, text, reason))
        self.lines[number] = left

    def check(self, code: str, message: str, remedy: str, line: int | None = None, value: str = "") -> None:
        """Note something that a person should look at."""
        self.problems.append(Problem(code, message, remedy, Severity.CHECK, self.file.name, line, value=value))

    def may_be_heading(self, line: int, words: str, sign: str) -> None:
        """Note a short line that was kept as a paragraph; with the ``sign`` in front it would be a heading."""
        message = "This short line may be a heading; it was kept as a paragraph."
        self.check("may-be-heading", message, f"If it is one, write {sign} in front of it.", line, words)

    def without_text(self, besides: str, whole: str, line: int | None = None) -> UnusableInput:
        """The refusal of a file that has no text ``besides`` what is named."""
        message = f"Besides {besides} the file has no text."
        remedy = f"Give the file of a whole {whole}."
        return UnusableInput(Problem("no-text", message, remedy, Severity.UNUSABLE, self.file.name, line))

    def as_read(
        self,
        around: Surroundings,
        blocks: Sequence[Block],
        match: NoteMatch,
        words: Sequence[str],
        sources: Sequence[SourceProposal],
        notes_in_markdown: Sequence[str],
    ) -> TextAsRead:
        """What was read, checked against what stands in the file; problems in the order of the file."""
        text = TextAsRead(
            file=self.file,
            around=around,
            blocks=tuple(blocks),
            match=match,
            words_in=" ".join(words),
            problems=(),
            line_kinds=tuple(Counter(self.kinds[number] for number in sorted(self.kinds)).items()),
            stripped=tuple(sorted(self.stripped, key=lambda stripped: stripped.line)),
            unaccounted=tuple(
                n for n, line in enumerate(self.file.lines, 1) if line.strip() and n not in self.kinds
            ),
            sources=tuple(sources),
            notes_in_markdown=tuple(notes_in_markdown),
        )
        found = sorted((*self.problems, *match.problems), key=lambda problem: problem.line or 0)
        return replace(text, problems=(*found, *_lost(text)))


def _lost(text: TextAsRead) -> Iterator[Problem]:
    """What the report promises is proved on every file: no line and no word is lost or altered."""
    remedy = "Do not import this file; show it to whoever maintains the importer."
    file = text.file.name
    if text.unaccounted:
        yield Problem("line-lost", "A line was not understood.", remedy, file=file, line=text.unaccounted[0])
    if text.words_in != text.words_out:
        pairs = zip(text.words_in.split(), text.words_out.split(), strict=False)
        word = next((f"{read} … {written}" for read, written in pairs if read != written), "")
        yield Problem("word-lost", "A word would be altered or lost.", remedy, file=file, value=word)
