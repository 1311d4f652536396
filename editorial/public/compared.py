"""What differs between two releases: their texts, and what stands beside them. No page: partners ask it too."""

from __future__ import annotations

from dataclasses import dataclass

from editorial.models import Release
from editorial.texts.compare import TextComparison, compare


@dataclass(frozen=True)
class ComparedFact:
    """One fact beside the text in two releases, each of its own day; "" where a release does not have it."""

    label: str
    old: str
    new: str

    @property
    def is_same(self) -> bool:
        return self.old == self.new


@dataclass(frozen=True)
class ReleaseComparison:
    """Lead summary and text of two releases, word by word, and the facts beside them."""

    old: Release
    new: Release
    lead: TextComparison
    text: TextComparison

    @property
    def is_same(self) -> bool:
        """Nothing that was written differs. What was computed may: each release has its own day."""
        return self.lead.is_same and self.text.is_same and self.old.recorded() == self.new.recorded()

    @property
    def facts(self) -> list[ComparedFact]:
        """What was recorded and computed beside the text, by label, in the order of the newer release."""
        old, new = (
            one.recorded() | {fact["label"]: fact["value"] for fact in one.facts} for one in (self.old, self.new)
        )
        return [ComparedFact(label, old.get(label, ""), new.get(label, "")) for label in {**new, **old}]


def compare_releases(old: Release, new: Release) -> ReleaseComparison:
    return ReleaseComparison(old, new, compare(old.lead, new.lead), compare(old.text, new.text))
