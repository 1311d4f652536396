"""Sections, sentences and notes as the Markdown of a researched text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby

from editorial.importing.plain_text import interleave
from editorial.models import Cited

from .parts import DraftSection, NotePart, Sentence, Subject

LONGEST_PLACE = 299
"""As the dialect reads a citation, which counts the space before it: what is longer would be taken for words."""


def text_of(sections: Iterable[DraftSection], about: Subject) -> str:
    """The whole text. A note that is needed twice stands once, and both sentences refer to it."""
    labels: dict[str, str] = {}
    blocks: list[str] = []
    for section in sections:
        blocks.append(f"## {section.title}")
        numbers = count(1)
        for part in section.parts:
            blocks += _paragraphs(part(about), labels, section.key, numbers)
    return (
        "\n\n".join([*blocks, "\n".join(f"[^{label}]: {note}" for note, label in labels.items())]).strip() + "\n"
    )


def _paragraphs(
    sentences: Iterable[Sentence], labels: dict[str, str], key: str, numbers: Iterator[int]
) -> list[str]:
    found: list[list[str]] = []
    for sentence in sentences:
        note = " ".join(_note(one) for one in _together(sentence.notes)).strip()
        if note and note not in labels:
            labels[note] = f"{key}-{next(numbers)}"
        mark = f"[^{labels[note]}]" if note else ""
        if sentence.opens or not found:
            found.append([])
        # a mark that a bracket follows would be a link: sentences begin with words
        found[-1].append(f"{_plain(sentence.words, opens=not found[-1])}{mark}")
    return [" ".join(said) for said in found]


def _together(notes: Iterable[NotePart]) -> Iterator[NotePart]:
    """Those of which the same is said stand in one row."""
    for (of, words), same in groupby(notes, lambda note: (note.of, note.words)):
        yield NotePart(tuple(one for note in same for one in note.sources), words, of)


def _note(note: NotePart) -> str:
    """ "Lima Conference: [@a, p. 5]; and [@b]. What else is to be said." """
    cited = list(dict.fromkeys(_citation(one) for one in note.sources))
    sources = f"{'; '.join(cited[:-1])}; and {cited[-1]}" if len(cited) > 1 else "".join(cited)
    words = _plain(note.words.strip(), opens=not (sources or note.of)) if note.words.strip() else ""
    parts = [f"{sources}." if sources else "", words]
    said = " ".join(part for part in parts if part)
    return f"{_plain(note.of, opens=True)}: {said}" if note.of and said else said


def _citation(cited: Cited) -> str:
    place = " ".join(cited.locator.translate(_BRACKETS).split())[:LONGEST_PLACE].strip()
    return f"[@{cited.source.key}, {place}]" if place else f"[@{cited.source.key}]"


_BRACKETS = str.maketrans("[]", "()")


def _plain(words: str, *, opens: bool) -> str:
    """Words that Markdown shows as they are. Only what opens a paragraph could be taken for a list or a heading."""
    flat = " ".join(words.split())
    return interleave([flat], []) if opens else interleave([f"x{flat}"], [])[1:]
