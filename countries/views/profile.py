"""A profile as readers see it: an edition of a theme on a country. Beside what every release has, its other editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.http import HttpRequest
from django.utils.safestring import SafeString

from countries.models import Country, CountryProfile, ProfileRelease, ProfileTheme
from countries.queries.addresses import country_slug
from countries.queries.coverage import record_until
from editorial.addresses import address_of
from editorial.public.noun import Address, Crumbs, PublicNoun, View
from editorial.rules.calendar import spoken
from editorial.views.addresses import leads_on
from editorial.views.stamped import stamped

DEFAULT_LANGUAGE = "en"
THEME = "countries/<slug:country>/<slug:theme>/"


class Profiles(PublicNoun[ProfileRelease]):
    """Editions of one theme on one country, in any language, stand on one shelf."""

    model = ProfileRelease
    name = "profile"
    kind = "edition"
    shelf = THEME
    record = THEME + "<int:edition>/"
    feed = "feeds/corrections/"
    home = "countries"
    lookups = {"country": "profile__country__slug", "theme": "profile__theme__slug"}
    rests_on = {"country": (Country, "slug")}
    reads = ("language",)
    related = ("profile__country", "profile__theme")
    names = (
        *("profile__edition", "profile__language", "profile__theme__slug", "profile__theme__title"),
        *("profile__country__slug", "profile__country__name", "profile__country__iso3"),
    )
    newest_first = ("-profile__edition", "-number")
    template = "countries/profile_release.html"
    frozen_template = "countries/_profile_frozen.html"
    feed_title = "corrections"
    log_title = "Corrections log of all editions"
    log_lead = "Every release of every edition, newest first."
    newest_words = "Read the newest edition"
    facts_title = "Computed facts"
    facts_lead = "Worked out by the Monitor, not written by an editor; each release has those of its own day."
    facts_none = "not computed"

    def address(self, release: ProfileRelease) -> Address:
        of = release.profile
        parts = {"country": of.country.slug, "theme": of.theme.slug, "edition": of.edition}
        return {**parts, "release": release.number}

    def query(self, release: ProfileRelease) -> dict[str, str]:
        language = release.profile.language
        return {} if language == DEFAULT_LANGUAGE else {"language": language}

    def meant(
        self, releases: Iterable[ProfileRelease], request: HttpRequest, address: Address, *, exactly: bool
    ) -> list[ProfileRelease]:
        """The newest edition first, English before other languages unless the address names one. A lasting address
        that names no language means English, so that it means the same for ever."""
        language = request.GET.get("language") or (DEFAULT_LANGUAGE if exactly else "")
        able = [
            one
            for one in releases
            if language in ("", one.profile.language) and address.get("edition") in (None, one.profile.edition)
        ]
        return sorted(able, key=_newest_and_english_first)

    def name_of(self, release: ProfileRelease) -> str:
        return f"{release.profile.edition}/{release.label}"

    def label(self, release: ProfileRelease) -> str:
        return f"Edition {release.profile.edition}, {release.label}"

    def title(self, release: ProfileRelease, *, readable: bool = True) -> str:
        return release.profile.title

    def heading(self, release: ProfileRelease, *, readable: bool = True) -> str:
        return release.profile.theme.title

    def title_of_one(self, release: ProfileRelease, *, readable: bool = True) -> str:
        return str(release.profile)

    def edition(self, release: ProfileRelease) -> str:
        return str(release.profile.edition)

    def language(self, release: ProfileRelease) -> str:
        return release.profile.language

    def file_name(self, release: ProfileRelease) -> str:
        of = release.profile
        return f"{of.country.slug}-{of.theme.slug}-{of.edition}-{release.label}"

    def categories(self, release: ProfileRelease) -> tuple[str, ...]:
        return (release.profile.theme.slug,)

    def crumbs(self, release: ProfileRelease) -> Crumbs:
        country = release.profile.country
        return [("Countries", address_of("countries")), (country.name, country.get_absolute_url())]

    def crumb(self, release: ProfileRelease) -> str:
        return f"{release.profile.theme.title} {release.profile.edition}"

    def successor(self, release: ProfileRelease, readable: Sequence[ProfileRelease]) -> ProfileRelease | None:
        """Where nothing else is out of the edition, the newest edition in its language."""
        language = release.profile.language
        same_language = (one for one in readable if one.profile.language == language)
        return super().successor(release, readable) or next(same_language, None)

    def leads_on(self, view: View) -> View:
        return leads_on(country=country_slug, theme=ProfileTheme)(view)

    def newest_url(self, release: ProfileRelease) -> str:
        of = release.profile
        return address_of("profile_theme", country=of.country.slug, theme=of.theme.slug)

    def shown_of_record(self, release: ProfileRelease) -> str:
        return self.language(release)

    def record_until(self) -> date | None:
        return record_until()

    def context(self, release: ProfileRelease) -> dict[str, str]:
        profile = release.profile
        return {
            "country": profile.country.name,
            "country_url": profile.country.get_absolute_url(),
            "theme": profile.theme.title,
            "edition": str(profile.edition),
            "lead_language": profile.language,
        }

    def context_on_shelf(self, release: ProfileRelease, readable: Sequence[ProfileRelease]) -> dict[str, str]:
        """Other editions, and the same one in other languages, each by its newest release."""
        profile = release.profile
        newest = {one.profile_id: one for one in reversed(readable)}
        editions = sorted(newest.values(), key=lambda one: (-one.profile.edition, one.profile.language))
        others = [one for one in editions if one.profile.edition != profile.edition]
        same = [one for one in editions if one.profile.edition == profile.edition and one.profile_id != profile.pk]
        language = profile.language
        later = (one.profile for one in others if one.profile.edition > profile.edition)
        later_edition = next((one for one in later if one.language == language), None)
        return {
            "editions": SafeString("".join([_edition(one, language) for one in others])),
            "translations": SafeString(", ".join([_translation(one.profile) for one in same])),
            "later_url": later_edition.get_absolute_url() if later_edition else "",
        }


def _edition(release: ProfileRelease, beside: str) -> SafeString:
    """Another edition on the page of one; its language only where it is another."""
    of = release.profile
    return stamped(
        "countries/_profile_edition.html",
        {
            "url": of.get_absolute_url(),
            "edition": str(of.edition),
            "label": release.label,
            "day": spoken(release.visible_from.date()),
            "language": of.language if of.language != beside else "",
        },
    )


def _translation(profile: CountryProfile) -> SafeString:
    return stamped(
        "countries/_profile_translation.html", {"url": profile.get_absolute_url(), "language": profile.language}
    )


def _newest_and_english_first(release: ProfileRelease) -> tuple[int, bool, str, int]:
    profile = release.profile
    return (-profile.edition, profile.language != DEFAULT_LANGUAGE, profile.language, -release.number)


PROFILES = Profiles()
