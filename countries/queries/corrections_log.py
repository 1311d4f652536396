"""What was corrected and withdrawn of published profiles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from countries.models import CountryProfile, ProfileRelease
from editorial.queries import Withdrawal, withdrawals

from .profiles import LONG_FIELDS


@dataclass(frozen=True)
class LogEntry:
    """One line of a corrections log: a release, the one before it that readers may compare it with, and the
    withdrawal that took it back, where one did."""

    release: ProfileRelease
    before: ProfileRelease | None = None
    withdrawal: Withdrawal | None = None

    @property
    def anchor(self) -> str:
        """Names the line on the page of the log."""
        profile = self.release.profile
        language = "" if profile.language == "en" else f"-{profile.language}"
        return f"{profile.edition}-{self.release.label}{language}"


def log_of(
    releases: Sequence[ProfileRelease], taken: Mapping[int, Sequence[Withdrawal]] | None = None
) -> list[LogEntry]:
    """Releases as a log, in their order. One that was withdrawn before its embargo ended was never seen: it is no line.

    ``taken`` are the withdrawals by profile, oldest first.
    """
    found = [(one, _taking(one, (taken or {}).get(one.profile_id, ()))) for one in releases]
    readable = {(one.profile_id, one.number): one for one, withdrawal in found if withdrawal is None}
    return [
        LogEntry(one, _before(one, readable) if withdrawal is None else None, withdrawal)
        for one, withdrawal in found
        if withdrawal is None or one.visible_from <= withdrawal.at
    ]


def _taking(release: ProfileRelease, withdrawals: Iterable[Withdrawal]) -> Withdrawal | None:
    return next((one for one in withdrawals if one.at >= release.released_at), None)


def _before(release: ProfileRelease, readable: Mapping[tuple[int, int], ProfileRelease]) -> ProfileRelease | None:
    numbers = range(release.number - 1, 0, -1)
    return next((readable[key] for number in numbers if (key := (release.profile_id, number)) in readable), None)


def corrections(country_slug: str, theme_slug: str, at: datetime) -> list[LogEntry]:
    """Every release ever seen by readers under a country and theme, also those withdrawn since.

    Newest first. The texts stay in the database; of a withdrawn release only the log remains.
    """
    releases = list(
        ProfileRelease.objects.filter(
            visible_from__lte=at, profile__country__slug=country_slug, profile__theme__slug=theme_slug
        )
        .select_related("profile__country", "profile__theme")
        .defer(*LONG_FIELDS)
        .order_by("-visible_from", "-profile__edition", "-number")
    )
    return log_of(releases, withdrawals(CountryProfile, {one.profile_id for one in releases}))
