"""Which parts of two sequences are the same, in a time that does not explode.

difflib finds the alignment readers expect, but its time grows with the square of what repeats. So common ends are
taken off first, stretches that repeat too much are cut at what occurs once on either side, and what still costs too
much counts as different.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

_DEEPEST = 20


@dataclass
class Effort:
    """How many comparisons may still be spent on one comparison of texts, and how many on one stretch of it."""

    left: int = 1_500_000
    per_stretch: int = 20_000

    def allows(self, cost: int) -> bool:
        if cost > self.per_stretch or cost > self.left:
            return False
        self.left -= cost
        return True


@dataclass(frozen=True)
class AlignedStretch:
    """a[old_start:old_end] and b[new_start:new_end]: the same, or one in place of the other."""

    op: Literal["equal", "changed"]
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def align(old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort) -> Iterator[AlignedStretch]:
    """Stretches that cover both sequences in order, equal and changed ones in turn."""
    at_old = at_new = 0
    run_old = run_new = 0
    for i, j, size in [*_matches(old, new, effort), (len(old), len(new), 0)]:
        if (i, j) != (at_old, at_new):
            if at_old > run_old:
                yield AlignedStretch("equal", run_old, at_old, run_new, at_new)
            yield AlignedStretch("changed", at_old, i, at_new, j)
            run_old, run_new = i, j
        at_old, at_new = i + size, j + size
    if at_old > run_old:
        yield AlignedStretch("equal", run_old, at_old, run_new, at_new)


def _matches(old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        a, a_end, b, b_end, depth = waiting.pop()
        start, start_b = a, b
        while a < a_end and b < b_end and old[a] == new[b]:
            a, b = a + 1, b + 1
        found.append((start, start_b, a - start))
        ends = (a_end, b_end)
        while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
            a_end, b_end = a_end - 1, b_end - 1
        found.append((a_end, b_end, ends[0] - a_end))
        if a == a_end or b == b_end:
            continue
        in_old, in_new = Counter(old[a:a_end]), Counter(new[b:b_end])
        cost = sum(times * in_new[item] for item, times in in_old.items())
        if not cost:
            continue
        if effort.allows(cost):
            matcher = SequenceMatcher(None, old[a:a_end], new[b:b_end], autojunk=False)
            found += [(a + block.a, b + block.b, block.size) for block in matcher.get_matching_blocks()]
        elif depth < _DEEPEST:
            once = {item for item, times in in_old.items() if times == 1 and in_new[item] == 1}
            edges = [(a, b), *_in_order(old, new, (a, a_end, b, b_end), once), (a_end, b_end)]
            if len(edges) > 2:
                waiting += [(x, x_end, y, y_end, depth + 1) for (x, y), (x_end, y_end) in pairwise(edges)]
    return sorted(match for match in found if match[2])


def _in_order(
    old: Sequence[Hashable], new: Sequence[Hashable], span: tuple[int, int, int, int], once: set[Hashable]
) -> list[tuple[int, int]]:
    """Places of items that occur once in each, as many as follow one another in both (longest rising run)."""
    a, a_end, b, b_end = span
    place = {item: j for j in range(b, b_end) if (item := new[j]) in once}
    pairs = [(i, place[item]) for i in range(a, a_end) if (item := old[i]) in once]
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = [-1] * len(pairs)
    for n, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before[n] = at[length - 1] if length else -1
        tails[length : length + 1] = [j]
        at[length : length + 1] = [n]
    chain = []
    n = at[-1] if at else -1
    while n >= 0:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]
