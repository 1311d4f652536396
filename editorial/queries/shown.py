"""Records with their proof, as pages and files show them, and who says what a claim says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model

from editorial.models import Claim

from .proof import NO_PROOF, Proof, proofs

M = TypeVar("M")
R = TypeVar("R", bound=Model)
C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class ShownRecord(Generic[M]):
    """A record, or a judged difference, with its proof; ``is_used``: it is the figure that sums and ledger take."""

    record: M
    proof: Proof
    is_used: bool = False


class Proofs:
    """Looks proofs up by record."""

    def __init__(self, records: Iterable[Model]) -> None:
        self._found = proofs(records)

    def of(self, record: Model) -> Proof:
        return self._found.get((type(record), record.pk), NO_PROOF)

    def shown(self, record: R, *, is_used: bool = False) -> ShownRecord[R]:
        return ShownRecord(record, self.of(record), is_used)


def who_says(shown: ShownRecord[C]) -> str:
    """The publisher and the year: "Human Rights Watch, 2017"; without a source "no source recorded"."""
    first = next(iter(shown.proof.sources), None)
    if first is None:
        return "no source recorded"
    name = first.source.publisher or first.source.title
    made = shown.record.made_on
    return f"{name}, {made.year}" if made else f"{name}, undated"
