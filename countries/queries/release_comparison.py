"""What differs between two releases of one country and theme, of the same edition or of two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from countries.models import ProfileRelease
from editorial.texts.compare import Comparison, compare

_ADDRESS = re.compile(r"(?P<edition>\d{4})/r(?P<number>\d{1,5})")


@dataclass(frozen=True)
class ComparedFact:
    """One computed fact in two releases, each of its own day; "" where a release does not have it."""

    label: str
    old: str
    new: str

    @property
    def is_same(self) -> bool:
        return self.old == self.new


@dataclass(frozen=True)
class ReleaseComparison:
    """Lead summary and text of two releases, word by word, and the facts computed beside them."""

    old: ProfileRelease
    new: ProfileRelease
    lead: Comparison
    text: Comparison

    @property
    def is_same(self) -> bool:
        return self.lead.is_same and self.text.is_same

    @property
    def facts(self) -> list[ComparedFact]:
        """Computed facts by their label, in the order of the newer release."""
        old, new = ({fact["label"]: fact["value"] for fact in one.facts} for one in (self.old, self.new))
        return [ComparedFact(label, old.get(label, ""), new.get(label, "")) for label in {**new, **old}]


def compare_releases(old: ProfileRelease, new: ProfileRelease) -> ReleaseComparison:
    return ReleaseComparison(old, new, compare(old.lead, new.lead), compare(old.text, new.text))


def name_of(release: ProfileRelease) -> str:
    """How addresses name a release within its country and theme: "2009/r1"."""
    return f"{release.profile.edition}/r{release.number}"


def release_named(releases: Iterable[ProfileRelease], name: str) -> ProfileRelease | None:
    """The release that an address names; None for any other words."""
    match = _ADDRESS.fullmatch(name)
    if match is None:
        return None
    wanted = int(match["edition"]), int(match["number"])
    return next((one for one in releases if (one.profile.edition, one.number) == wanted), None)


def source_lines(release: ProfileRelease) -> dict[str, str]:
    """The citation line of every source of a release, as frozen with it."""
    return {key: source["citation"] for key, source in release.payload.get("sources", {}).items()}
