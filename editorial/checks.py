"""Cross-record checks: what no form can see, because it takes two rows or a whole text to notice it.

``check_facts`` runs the checks of all apps and the desk lists what they find. A check reports,
it never mends: contradictions are for a researcher to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from editorial.models import Claim, Sourced, tracked_models
from editorial.models.citation_use import researched_fields
from editorial.queries import text_problems
from editorial.queries.proof import unsourced
from editorial.queries.seals import verify
from editorial.slots import NamedPart, Slot


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: on which record, and what, with the figures or words that show it.

    ``is_decided``: sources contradict each other, and an editor has said which one counts and why; or the figures agree
    in one reading, or a date is as exact as its source. It stays listed, for nothing is smoothed over, but it is not
    waiting for anybody.
    """

    record: str
    message: str
    is_decided: bool = False


class FactCheck(NamedPart[[date], Iterable[Finding]]):
    """A check under the name that ``check_facts --only`` takes. It is asked as of a day."""

    @property
    def title(self) -> str:
        """What it looks for: the first line of its docstring."""
        return (self.run.__doc__ or "").strip().splitlines()[0]


fact_checks: Slot[FactCheck] = Slot("checks of facts")
fact_check = FactCheck.named


def checks() -> Mapping[str, FactCheck]:
    """All checks by name, in their order."""
    return {check.name: check for check in fact_checks}


@fact_check("texts")
def check_texts(on: date) -> Iterator[Finding]:
    """Researched texts: undefined marks, unused or doubled notes, sources nobody knows."""
    for model in tracked_models():
        for name in researched_fields(model):
            for record in model._base_manager.exclude(**{name: ""}).iterator(chunk_size=200):
                for problem in text_problems(getattr(record, name)):
                    yield Finding(str(record), f"{name}, line {problem.line}: {problem.message}")


@fact_check("releases")
def check_releases(on: date) -> Iterator[Finding]:
    """Releases: what was published is as it was sealed, and the chain of seals is whole."""
    for found in verify():
        for broken in found:
            yield Finding(broken.about, broken.message)


@fact_check("unsourced")
def check_unsourced_facts(on: date) -> Iterator[Finding]:
    """Facts: a figure, an act or an assertion that names no source."""
    for model in tracked_models():
        if issubclass(model, Claim | Sourced):
            for fact in unsourced(model):
                yield Finding(
                    str(fact), "No source is named, in a field of its own or in the note as [@key, page]."
                )
