"""What was corrected and withdrawn of published profiles, and when readers were told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from countries.models import CountryProfile, ProfileRelease
from editorial.queries import Withdrawal, withdrawals

from .profiles import LONG_FIELDS, visible_releases


@dataclass(frozen=True)
class LogEntry:
    """One line of a corrections log: a release, the one before it that readers may compare it with, and the
    withdrawal that took it back, where one did."""

    release: ProfileRelease
    before: ProfileRelease | None = None
    withdrawal: Withdrawal | None = None

    @property
    def at(self) -> datetime:
        """When readers could see what the line tells them last."""
        return self.withdrawal.at if self.withdrawal else self.release.visible_from

    @property
    def anchor(self) -> str:
        """Names the line on the page of the log."""
        profile = self.release.profile
        language = "" if profile.language == "en" else f"-{profile.language}"
        return f"{profile.edition}-{self.release.label}{language}"

    @property
    def log_url(self) -> str:
        """The line on the page of the log."""
        profile = self.release.profile
        return reverse("profile_history", args=[profile.country.slug, profile.theme.slug]) + f"#{self.anchor}"


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


def newest_corrections(at: datetime, limit: int) -> list[LogEntry]:
    """The newest corrections (r2 and later) and withdrawals of all profiles, newest first.

    A withdrawal is one line, whatever number of releases it took: that of the newest that readers had seen.
    """
    newest = visible_releases(at).filter(number__gt=1).defer(*LONG_FIELDS).order_by("-visible_from", "-pk")
    lines = [*log_of(list(newest[:limit])), *_withdrawn(at)]
    return sorted(lines, key=lambda line: (line.at, line.release.pk), reverse=True)[:limit]


def _withdrawn(at: datetime) -> Iterator[LogEntry]:
    taken = withdrawals(CountryProfile)
    releases = (
        ProfileRelease.objects.filter(profile__in=taken, visible_from__lte=at)
        .select_related("profile__country", "profile__theme")
        .defer(*LONG_FIELDS)
        .order_by("profile", "number")
    )
    newest = {(line.release.profile_id, line.withdrawal): line for line in log_of(list(releases), taken)}
    return (line for line in newest.values() if line.withdrawal is not None)
