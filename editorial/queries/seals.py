"""Whether everything that was released is still as it was sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from editorial.models import Release, ReleaseSeal, release_models
from editorial.rules.seal import FIRST, digest

from .ready_text import is_spoiled


@dataclass(frozen=True)
class Broken:
    """What no longer holds, of which release or seal."""

    about: str
    message: str


def verify() -> Iterator[list[Broken]]:
    """What is broken, seal by seal in the order of the chain, and then release by release: as many lists as ``to_verify``
    counts. One query for each seal of a release.

    What was cut off at the end of the chain, seals and releases together, only a copy of the public list shows.
    """
    previous, position = FIRST, 0
    newest: dict[tuple[str, int], ReleaseSeal] = {}
    for seal in ReleaseSeal.objects.order_by("position").iterator(chunk_size=200):
        found = [Broken(str(seal), words) for words in _broken_link(seal, previous, position)]
        found += [Broken(about, words) for about, words in _broken_content(seal)]
        if seal.release_id is not None:
            newest[seal.table, seal.release_id] = seal
        previous, position = seal.sha256, seal.position
        yield found
    for model in release_models():
        for release in model.objects.without_texts().order_by("pk").iterator(chunk_size=200):
            yield [Broken(str(release), words) for words in _broken_moment(release, newest)]


def verify_newest(count: int) -> Iterator[Broken]:
    """What is broken among the newest seals, and in how they are linked."""
    newest = list(ReleaseSeal.objects.order_by("-position")[: count + 1])[::-1]
    before = newest.pop(0) if len(newest) > count else None
    previous, position = (before.sha256, before.position) if before else (FIRST, 0)
    for seal in newest:
        yield from (Broken(str(seal), words) for words in _broken_link(seal, previous, position))
        yield from (Broken(about, words) for about, words in _broken_content(seal))
        previous, position = seal.sha256, seal.position


def to_verify() -> int:
    """How many lists ``verify`` gives."""
    return ReleaseSeal.objects.count() + sum(model._base_manager.count() for model in release_models())


def _broken_link(seal: ReleaseSeal, previous: str, position: int) -> Iterator[str]:
    if seal.position != position + 1:
        yield f"Before it, {seal.position - position - 1} seals are missing."
    elif seal.previous != previous:
        yield "It does not name the seal before it."
    if seal.sha256 != seal.computed():
        yield "It no longer has its own hash."


def _broken_content(seal: ReleaseSeal) -> Iterator[tuple[str, str]]:
    if not seal.table:
        if digest(seal.content) != seal.content_sha256:
            yield str(seal), "What was released together is no longer as it was sealed."
        return
    release = seal.release()
    if release is None:
        yield str(seal), f"Its release ({seal.table} {seal.release_id}) is gone."
        return
    if not release.is_intact:
        yield str(release), "The stored content no longer has the hash of its publication."
    elif digest(release.sealed_content(seal.salt)) != seal.content_sha256:
        yield str(release), f"Something that readers are served is no longer as it was sealed ({seal})."
    elif is_spoiled(release):
        yield str(release), "What is ready to be sent of it does not follow from it. Run rebuild_index."


def _broken_moment(release: Release, newest: dict[tuple[str, int], Any]) -> Iterator[str]:
    seal = newest.get((release._meta.label, release.pk))
    if seal is None:
        yield "It has no seal."
    elif (seal.visible_from is None) != (release.taken_back_at is not None):
        yield f"Whether it was taken back before anybody saw it is not as it was sealed ({seal})."
    elif seal.visible_from not in (None, release.visible_from):
        yield f"The moment from which readers see it is not the one that was sealed ({seal})."
