"""How far an edition year has come: per country and theme, and within one profile section by section."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from countries.models import CountryProfile, SectionConfirmation
from editorial.models import Status, User
from editorial.texts import parse

TO_DO, DRAFT, IN_REVIEW, APPROVED, PUBLISHED, STALE = (
    "to_do",
    "draft",
    "in_review",
    "approved",
    "published",
    "stale",
)
STATES = {
    TO_DO: "To do",  # the edition before exists, this one is not begun
    DRAFT: "Draft",
    IN_REVIEW: "In review",
    APPROVED: "Approved",
    PUBLISHED: "Published",
    STALE: "Stale",  # not begun, and nothing came out for the year before either
}


@dataclass(frozen=True)
class WorkItem:
    """One country, theme and language of an edition year. ``newest`` is the newest edition there is up to that year."""

    state: str
    newest: CountryProfile

    @property
    def words(self) -> str:
        return STATES[self.state]


def edition_work(edition: int, user: User, region: str = "") -> list[WorkItem]:
    """Every country, theme and language that has had an edition, as it stands for this year. One query."""
    profiles = (
        CountryProfile.objects.accessible_by(user)
        .filter(edition__lte=edition)
        .select_related("country", "theme", "submitted_by", "reviewed_by")
        .defer("text", "lead")
        .order_by("country__name", "theme", "language", "-edition")
    )
    if region:
        profiles = profiles.filter(country__region=region)
    newest: dict[tuple[int, int, str], CountryProfile] = {}
    for profile in profiles:
        newest.setdefault((profile.country_id, profile.theme_id, profile.language), profile)
    return [WorkItem(_state(profile, edition), profile) for profile in newest.values()]


def _state(profile: CountryProfile, edition: int) -> str:
    if profile.edition < edition:
        return TO_DO if profile.edition == edition - 1 else STALE
    if profile.status == Status.IN_REVIEW:
        return APPROVED if profile.reviewed_at else IN_REVIEW
    return PUBLISHED if profile.status == Status.PUBLISHED else DRAFT


@dataclass(frozen=True)
class SectionState:
    """One section of a profile: whether it says what the edition before said, and who looked at these words last."""

    title: str
    text_key: str
    is_unchanged: bool | None
    confirmed_by: User | None
    confirmed_at: datetime | None


def edition_before(profile: CountryProfile) -> CountryProfile | None:
    """The edition that this one was started from, or else the newest one before it."""
    if profile.rolled_from is not None:
        return profile.rolled_from
    earlier = CountryProfile.objects.filter(
        country=profile.country_id,
        theme=profile.theme_id,
        language=profile.language,
        edition__lt=profile.edition,
    )
    found: CountryProfile | None = earlier.order_by("-edition").first()
    return found


def published_words(profile: CountryProfile) -> tuple[str, str]:
    """Lead and text of the newest release that was not withdrawn; of the working copy where there is none."""
    release: Any = profile.releases.not_withdrawn().order_by("-number").only("lead", "text").first()
    return (release.lead, release.text) if release else (profile.lead, profile.text)


def section_states(profile: CountryProfile) -> list[SectionState]:
    """The sections in reading order. ``is_unchanged`` is None where there is no edition before. Four queries."""
    before = edition_before(profile)
    known = {section.text_key for section in parse(published_words(before)[1]).sections} if before else None
    looks: dict[str, SectionConfirmation] = {}
    for one in SectionConfirmation.objects.filter(profile=profile).select_related("by"):
        looks.setdefault(one.text_key, one)
    found = []
    for section in parse(profile.text).sections:
        look = looks.get(section.text_key)
        found.append(
            SectionState(
                title=section.title or "Opening",
                text_key=section.text_key,
                is_unchanged=None if known is None else section.text_key in known,
                confirmed_by=look.by if look else None,
                confirmed_at=look.at if look else None,
            )
        )
    return found
