"""Any two releases of a country and theme, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from countries.models import ProfileRelease
from countries.queries.profiles import LONG_FIELDS, visible_releases
from countries.queries.release_comparison import compare_releases, name_of, release_named, source_lines
from editorial.texts.side_by_side import as_read, note_lines, stretches

from .profile import DEFAULT_LANGUAGE


def comparison_page(request: HttpRequest, country: str, theme: str) -> HttpResponse:
    """Compares ``from`` with ``to`` ("2009/r1"); without them, the newest release with the one before it."""
    language = request.GET.get("language") or DEFAULT_LANGUAGE
    listed = list(
        visible_releases(timezone.now())
        .filter(profile__country__slug=country, profile__theme__slug=theme, profile__language=language)
        .defer(*LONG_FIELDS)
        .order_by("-profile__edition", "-number")
    )
    if not listed:
        raise Http404("Nothing is published at this address.")
    asked = request.GET.get("from", ""), request.GET.get("to", "")
    old, new = _chosen(listed, *asked)
    unknown = [name for name, found in zip(asked, (old, new), strict=True) if name and found is None]
    profile = listed[0].profile
    context = {
        "profile": profile,
        "language": language,
        "choices": [(name_of(one), f"Edition {one.profile.edition}, {one.label}", one) for one in listed],
        "from_name": name_of(old) if old else "",
        "to_name": name_of(new) if new else "",
        "unknown": unknown,
        "view": "inline" if request.GET.get("view") == "inline" else "auto",
        "crumbs": [
            ("Countries", "/countries/"),
            (profile.country.name, profile.country.get_absolute_url()),
            (profile.theme.title, listed[0].get_absolute_url()),
            ("Compare", None),
        ],
    }
    if old is not None and new is not None and old.pk != new.pk:
        context |= _compared(old, new)
    return render(request, "countries/profile_comparison.html", context, status=404 if unknown else 200)


def _chosen(
    listed: Sequence[ProfileRelease], since: str, to: str
) -> tuple[ProfileRelease | None, ProfileRelease | None]:
    """The two releases asked for; the newest, and the one before the other, where none is named."""
    new = release_named(listed, to) if to else listed[0]
    if since:
        return release_named(listed, since), new
    after = listed.index(new) + 1 if new is not None else len(listed)
    return (listed[after] if after < len(listed) else None), new


def _compared(old: ProfileRelease, new: ProfileRelease) -> dict[str, object]:
    found = compare_releases(old, new)
    read_old, read_new = as_read(old.text, source_lines(old)), as_read(new.text, source_lines(new))
    lead = stretches(found.lead)
    changes = sum(1 for one in lead if one.number)
    text = stretches(found.text, changes + 1, old=read_old, new=read_new)
    changes += sum(1 for one in text if one.number)
    return {
        "old": old,
        "new": new,
        "lead": lead if not found.lead.is_same else [],
        "text": text,
        "notes": note_lines(found.text, old=read_old, new=read_new),
        "changes": changes,
        "facts": found.facts,
        "is_same": found.is_same,
    }
