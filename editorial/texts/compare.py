"""What changed between two researched texts: paragraph by paragraph, word by word, note by note.

Marks of notes are compared by the notes they lead to, not by label: renumbering alone changes nothing. Notes that
stand elsewhere in the source are the same notes. Mark-up is compared as it is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count
from typing import Literal, TypeVar

from editorial.texts.alignment import Effort, align
from editorial.texts.dialect import NOTE_MARK
from editorial.texts.document import Document
from editorial.texts.parsed import Footnote
from editorial.texts.parsing import footnotes_of

Op = Literal["equal", "removed", "added"]
BlockKind = Literal["equal", "removed", "added", "changed"]
NoteChangeKind = Literal["added", "removed", "source-replaced", "source-added", "source-removed", "changed"]
T = TypeVar("T")

# what is never cut in two, with the white space after it
_TOKEN = re.compile(
    r"""(?: \[\^ [^\s\]]{1,200} \]                           # a mark
          | \]\(@ [^()\[\]]{1,500} \) | \[@ [^\[\]]{1,500} \]  # a citation
          | (?: https?:// | www\. ) [^\s\[\]()<>]* [\w/]     # an address
          | \w+ (?: [-’'.,] \w+ )*                            # a word, a figure, a designation
          | [^\w\s]
        ) \s* | \s+""",
    re.VERBOSE,
)
_CITATION_KEPT = re.compile(r"\]\(@[^()\[\]]{1,500}\)|\[@[^\[\]]{1,500}\]")
_ALIKE = 0.4
_MOST_PAIRS = 5000
_NEAREST = 5


@dataclass(frozen=True)
class DiffPart:
    op: Op
    text: str


@dataclass(frozen=True)
class DiffBlock:
    """One paragraph as it was and as it is.

    parts  for "changed": the words in reading order; equal and added parts make up the new paragraph
    """

    kind: BlockKind
    old: str
    new: str
    parts: tuple[DiffPart, ...] = ()


@dataclass(frozen=True)
class NoteChange:
    """What happened to one note. Numbers are those readers see, None on the side where it is missing, 0 if unused."""

    kind: NoteChangeKind
    old_number: int | None
    new_number: int | None
    message: str
    parts: tuple[DiffPart, ...]


@dataclass(frozen=True)
class TextComparison:
    blocks: tuple[DiffBlock, ...]
    notes: tuple[NoteChange, ...]

    @property
    def is_same(self) -> bool:
        return not self.notes and all(block.kind == "equal" for block in self.blocks)


def compare(old: str, new: str) -> TextComparison:
    """The differences of two texts. Takes any input; very large or very repetitive texts are compared more coarsely."""
    effort = Effort()
    old_document, new_document = Document(old), Document(new)
    pairs = _paired_notes(_all_notes(old_document), _all_notes(new_document))
    same_note = {f"[^{before.label}]": f"[^{after.label}]" for before, after in pairs if before and after}
    unmatched = {f"[^{before.label}]" for before, after in pairs if before and not after}

    def as_new(token: str) -> str:
        """The key of a token of the old text in terms of the new one."""
        bare = token.strip()
        return f"{bare} (removed)" if bare in unmatched else same_note.get(bare, bare)

    blocks = tuple(_blocks(old_document.paragraphs(), new_document.paragraphs(), as_new, effort))
    changes = (_note_change(before, after, as_new, effort) for before, after in pairs)
    return TextComparison(blocks, tuple(change for change in changes if change))


def parts_html(parts: Iterable[DiffPart]) -> str:
    """Words in reading order, removed ones in <del>, added ones in <ins>; all escaped."""
    tags = {"equal": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    return "".join(tags[part.op].format(escape(part.text)) for part in parts)


# paragraphs


def _blocks(
    old: Sequence[str], new: Sequence[str], as_new: Callable[[str], str], effort: Effort
) -> Iterator[DiffBlock]:
    old_keys = [" ".join(as_new(token) for token in _TOKEN.findall(paragraph)) for paragraph in old]
    new_keys = [" ".join(token.strip() for token in _TOKEN.findall(paragraph)) for paragraph in new]
    for stretch in align(old_keys, new_keys, effort):
        before = old[stretch.old_start : stretch.old_end]
        after = new[stretch.new_start : stretch.new_end]
        if stretch.op == "equal":
            yield from (DiffBlock("equal", was, is_) for was, is_ in zip(before, after, strict=True))
            continue
        for was, is_ in paired_in_order(before, after):
            if was is not None and is_ is not None and was == is_:
                yield DiffBlock("equal", was, is_)  # found here where aligning everything would have cost too much
            elif was is None or is_ is None:
                yield DiffBlock("added", "", is_) if is_ is not None else DiffBlock("removed", was or "", "")
            else:
                yield DiffBlock("changed", was, is_, _word_diff(was, is_, as_new, effort))


def paired_in_order(
    old: Sequence[str], new: Sequence[str], related: Callable[[int, int], bool | None] = lambda i, j: None
) -> list[tuple[str | None, str | None]]:
    """Changed paragraphs side by side: those that have most words in common, in the order of both.

    Only paragraphs near the same place are tried, the nearer the longer the stretch. `related` may say of old[i] and
    new[j] that they belong together (True) or never do (False), whatever their words.
    """
    reach = max(_NEAREST, _MOST_PAIRS // (2 * len(old) + 1))
    middles = [i * len(new) // len(old) for i in range(len(old))]
    old_words, new_words = [_words(text) for text in old], [_words(text) for text in new]
    # best[i][j]: likeness of the best pairing of old[i:] with new[j:], kept for the j that are in reach of i
    best: list[dict[int, float]] = [{} for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(min(len(new), middles[i] + reach) - 1, max(0, middles[i] - reach) - 1, -1):
            said = related(i, j)
            likeness = _likeness(old_words[i], new_words[j]) if said is None else float(said)
            together = likeness + below.get(j + 1, 0.0) if likeness >= _ALIKE else 0.0
            row[j] = max(below.get(j, 0.0), row.get(j + 1, 0.0), together)
    pairs: list[tuple[str | None, str | None]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        value = best[i].get(j)
        if value is None:
            skips_old = j >= middles[i]
        elif value == best[i + 1].get(j, 0.0):
            skips_old = True
        elif value == best[i].get(j + 1, 0.0):
            skips_old = False
        else:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
            continue
        pairs.append((old[i], None) if skips_old else (None, new[j]))
        i, j = i + skips_old, j + (not skips_old)
    return [*pairs, *((was, None) for was in old[i:]), *((None, is_) for is_ in new[j:])]


def _words(text: str) -> Counter[str]:
    return Counter(token.strip() for token in _TOKEN.findall(text) if token[0].isalnum())


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """Share of words in common, 0 to 1; two texts without words are alike."""
    size = a.total() + b.total()
    if not size:
        return 1.0
    small, large = (a, b) if len(a) < len(b) else (b, a)
    return 2 * sum(min(times, large[word]) for word, times in small.items()) / size


# words


def _word_diff(old: str, new: str, as_new: Callable[[str], str], effort: Effort) -> tuple[DiffPart, ...]:
    was, is_ = _TOKEN.findall(old), _TOKEN.findall(new)
    stretches = list(align([as_new(token) for token in was], [token.strip() for token in is_], effort))
    parts: list[DiffPart] = []
    removed: list[str] = []
    added: list[str] = []
    for at, stretch in enumerate(stretches):
        before = was[stretch.old_start : stretch.old_end]
        after = is_[stretch.new_start : stretch.new_end]
        if stretch.op == "equal" and not (0 < at < len(stretches) - 1 and _is_crumb(after)):
            parts += _change(removed, added)
            removed, added = [], []
            parts.append(DiffPart("equal", "".join(after)))
        else:
            removed += before
            added += after
    return (*parts, *_change(removed, added))


def _change(removed: list[str], added: list[str]) -> Iterator[DiffPart]:
    if removed:
        yield DiffPart("removed", "".join(removed))
    if added:
        yield DiffPart("added", "".join(added))


def _is_crumb(tokens: Sequence[str]) -> bool:
    """A short word or a comma between two changes: kept apart it would make the reader hop."""
    return len(tokens) == 1 and len(tokens[0].strip()) <= 3 and not tokens[0][0].isdigit()


# notes


def _all_notes(document: Document) -> list[Footnote]:
    seen, hidden = footnotes_of(document, count(1))
    return [*seen, *hidden]


def _paired_notes(old: list[Footnote], new: list[Footnote]) -> list[tuple[Footnote | None, Footnote | None]]:
    """Each note beside its successor: the same words first, then much the same words, then the same label."""
    left_old, left_new = dict(enumerate(old)), dict(enumerate(new))
    pairs: list[tuple[Footnote | None, Footnote | None]] = []

    def take(i: int, j: int) -> None:
        pairs.append((left_old.pop(i), left_new.pop(j)))

    def take_by(key: Callable[[Footnote], str]) -> None:
        places: dict[str, list[int]] = {}
        for j, note in left_new.items():
            places.setdefault(key(note), []).append(j)
        for i, note in list(left_old.items()):
            if waiting := places.get(key(note)):
                take(i, waiting.pop(0))

    take_by(lambda note: f"{note.label} {_said(note)}")
    take_by(_said)
    if len(left_old) * len(left_new) <= _MOST_PAIRS:
        words = {id(note): _words(note.markdown) for note in (*left_old.values(), *left_new.values())}
        scores = sorted(
            (-_likeness(words[id(a)], words[id(b)]), i, j)
            for i, a in left_old.items()
            for j, b in left_new.items()
            if words[id(a)] and words[id(b)]
        )
        for score, i, j in scores:
            if -score >= _ALIKE and i in left_old and j in left_new:
                take(i, j)
    take_by(lambda note: note.label)
    pairs += [(note, None) for note in left_old.values()]
    pairs += [(None, note) for note in left_new.values()]
    return sorted(pairs, key=_reading_order)


def _reading_order(pair: tuple[Footnote | None, Footnote | None]) -> tuple[bool, int, int]:
    before, after = pair
    note = after or before
    assert note is not None  # noqa: S101 - a pair has at least one side
    return note.number == 0, note.number or note.line, after is not None


def _said(note: Footnote) -> str:
    return " ".join(NOTE_MARK.sub("[^]", note.markdown).split())


def _note_change(
    old: Footnote | None, new: Footnote | None, as_new: Callable[[str], str], effort: Effort
) -> NoteChange | None:
    if new is None:
        return (
            NoteChange("removed", old.number, None, f"{_name(old)} removed", _whole("removed", old))
            if old
            else None
        )
    if old is None:
        return NoteChange("added", None, new.number, f"{_name(new)} added", _whole("added", new))
    if _said(old) == _said(new):
        return None
    kind, what = _kind_of_change(old, new)
    was = f" (was {old.number})" if old.number != new.number and old.number else ""
    parts = _word_diff(old.markdown, new.markdown, as_new, effort)
    return NoteChange(kind, old.number, new.number, f"{_name(new)}{was}: {what}", parts)


def _kind_of_change(old: Footnote, new: Footnote) -> tuple[NoteChangeKind, str]:
    gone = Counter(c.key for c in old.citations)
    come = Counter(c.key for c in new.citations)
    gone, come = gone - come, come - gone
    same_words = _CITATION_KEPT.sub("", _said(old)).split() == _CITATION_KEPT.sub("", _said(new)).split()
    others = "" if same_words else ", words changed"
    if gone and come:
        return "source-replaced", f"source replaced{others}"
    if come:
        return "source-added", f"source added{others}"
    if gone:
        return "source-removed", f"source removed{others}"
    return "changed", "locator changed" if same_words else "changed"


def _name(note: Footnote) -> str:
    return f"note {note.number}" if note.number else f"unused note [^{note.label}]"


def _whole(op: Op, note: Footnote) -> tuple[DiffPart, ...]:
    return (DiffPart(op, note.markdown),) if note.markdown else ()
