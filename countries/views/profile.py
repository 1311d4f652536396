"""A profile as readers see it: newest edition of a theme, one edition, one release, the corrections log."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db.models import Case, When
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from countries.models import ProfileRelease
from countries.queries.corrections_log import corrections, log_of
from countries.queries.profiles import editions_of, releases_of, visible_releases
from editorial.rules.cite_this import CiteThis

DEFAULT_LANGUAGE = "en"


def theme_page(request: HttpRequest, country: str, theme: str) -> HttpResponse:
    """The newest release of the newest edition of a theme, at an address that follows it."""
    at = timezone.now()
    release = _newest(request, at, profile__country__slug=country, profile__theme__slug=theme)
    return _page(request, release, at)


def edition_page(request: HttpRequest, country: str, theme: str, edition: int) -> HttpResponse:
    """The newest release of one edition."""
    at = timezone.now()
    return _page(request, _newest(request, at, **_edition(country, theme, edition)), at)


def release_page(request: HttpRequest, country: str, theme: str, edition: int, number: int) -> HttpResponse:
    """One release, for ever at this address."""
    at = timezone.now()
    return _page(request, _release(request, at, country, theme, edition, number), at)


def cite_bibtex(request: HttpRequest, country: str, theme: str, edition: int, number: int) -> HttpResponse:
    """How to cite one release, as a BibTeX file."""
    return _bibtex(request, _release(request, timezone.now(), country, theme, edition, number))


def cite_ris(request: HttpRequest, country: str, theme: str, edition: int, number: int) -> HttpResponse:
    """How to cite one release, as an RIS file."""
    return _ris(request, _release(request, timezone.now(), country, theme, edition, number))


def cite_newest_bibtex(request: HttpRequest, country: str, theme: str, edition: int) -> HttpResponse:
    """How to cite the newest release of an edition, as a BibTeX file. The file itself names the release."""
    return _bibtex(request, _newest(request, timezone.now(), **_edition(country, theme, edition)))


def cite_newest_ris(request: HttpRequest, country: str, theme: str, edition: int) -> HttpResponse:
    """How to cite the newest release of an edition, as an RIS file. The file itself names the release."""
    return _ris(request, _newest(request, timezone.now(), **_edition(country, theme, edition)))


def history_page(request: HttpRequest, country: str, theme: str) -> HttpResponse:
    """The corrections log of a theme: every release with its public note, and every withdrawal with its reason."""
    log = corrections(country, theme, timezone.now())
    if not log:
        raise Http404("Nothing was ever published under this theme.")
    profile = log[0].release.profile
    context = {
        "profile": profile,
        "log": log,
        "has_readable": any(line.withdrawal is None for line in log),
        "crumbs": [
            ("Countries", "/countries/"),
            (profile.country.name, profile.country.get_absolute_url()),
            (f"{profile.theme.title}: corrections log", None),
        ],
    }
    return render(request, "countries/profile_history.html", context)


def cite(request: HttpRequest, release: ProfileRelease) -> CiteThis:
    """The release as readers cite it, at its permanent address on this host, as of the day they could first see it."""
    return CiteThis(
        title=release.title,
        edition=str(release.profile.edition),
        release=release.number,
        date=release.visible_from.date(),
        url=request.build_absolute_uri(release.get_absolute_url()),
        publisher=settings.MONITOR_NAME,
    )


def _edition(country: str, theme: str, edition: int) -> dict[str, object]:
    return {"profile__country__slug": country, "profile__theme__slug": theme, "profile__edition": edition}


def _newest(request: HttpRequest, at: datetime, **where: object) -> ProfileRelease:
    """The newest of the releases found there, English before other languages unless the address names one."""
    found = visible_releases(at).filter(**where)
    if language := request.GET.get("language"):
        found = found.filter(profile__language=language)
    english_first = Case(When(profile__language=DEFAULT_LANGUAGE, then=0), default=1)
    release = found.order_by("-profile__edition", english_first, "profile__language", "-number").first()
    if release is None:
        raise Http404("Nothing is published at this address.")
    return release


def _release(
    request: HttpRequest, at: datetime, country: str, theme: str, edition: int, number: int
) -> ProfileRelease:
    """One row by key. An address that names no language means English, so that it means the same for ever."""
    release = (
        visible_releases(at)
        .filter(
            profile__country__slug=country,
            profile__theme__slug=theme,
            profile__edition=edition,
            profile__language=request.GET.get("language") or DEFAULT_LANGUAGE,
            number=number,
        )
        .first()
    )
    if release is None:
        raise Http404("This release is not published.")
    return release


def _page(request: HttpRequest, release: ProfileRelease, at: datetime) -> HttpResponse:
    """Release with its text, its change log and the other editions: three queries, whatever their number."""
    profile = release.profile
    releases = releases_of(profile, at)
    editions = editions_of(profile, at)
    newest = releases[0]
    context = {
        "release": release,
        "profile": profile,
        "newest": newest,
        "is_newest": newest.pk == release.pk,
        "log": log_of(releases),
        "editions": [one for one in editions if one.profile.edition != profile.edition],
        "translations": [
            one for one in editions if one.profile.edition == profile.edition and one.profile_id != profile.pk
        ],
        "sources": _sources(release),
        "later_edition": next((one for one in editions if _is_later(one, release)), None),
        "entries": [*release.contents, *_parts_after_the_text(release)],
        "cite": cite(request, release),
        "crumbs": [
            ("Countries", "/countries/"),
            (profile.country.name, profile.country.get_absolute_url()),
            (f"{profile.theme.title} {profile.edition}", None),
        ],
    }
    return render(request, "countries/profile_release.html", context)


def _is_later(one: ProfileRelease, release: ProfileRelease) -> bool:
    profile, other = release.profile, one.profile
    return other.edition > profile.edition and other.language == profile.language


def _parts_after_the_text(release: ProfileRelease) -> list[dict[str, object]]:
    parts = [("notes", "Notes", bool(release.notes_html)), ("sources", "Sources", bool(_sources(release)))]
    parts += [("changes", "Changes", True), ("cite", "Cite this version", True)]
    return [{"anchor": anchor, "title": title, "level": 2} for anchor, title, shown in parts if shown]


def _sources(release: ProfileRelease) -> list[object]:
    return list(release.payload.get("sources", {}).values())


def _bibtex(request: HttpRequest, release: ProfileRelease) -> HttpResponse:
    return _file(cite(request, release).bibtex, release, "bib", "application/x-bibtex")


def _ris(request: HttpRequest, release: ProfileRelease) -> HttpResponse:
    return _file(cite(request, release).ris, release, "ris", "application/x-research-info-systems")


def _file(text: str, release: ProfileRelease, ending: str, kind: str) -> HttpResponse:
    profile = release.profile
    name = f"{profile.country.slug}-{profile.theme.slug}-{profile.edition}-{release.label}.{ending}"
    return HttpResponse(
        text,
        content_type=f"{kind}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
