"""The pages of releases: the newest of a record, one of them, the log of corrections."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.safestring import SafeString

from editorial.addresses import address_of
from editorial.models import ChangeKind
from editorial.rules.calendar import spoken
from editorial.templatetags.frame import place_of
from editorial.views.stamped import Words, stamped

from .files import cite, files_of
from .frozen import FrozenParts, contents_of, frozen_page
from .log import LogEntry, log_of
from .noun import PublicNoun, R
from .withdrawn import withdrawn_page


def release_page(noun: PublicNoun[R], request: HttpRequest, **address: object) -> HttpResponse:
    """The release with the number of the address, for ever; without a number the newest one."""
    at = timezone.now()
    readable = noun.readable(at, address)
    release = noun.found(readable, request, address)
    if release is None:
        return withdrawn_page(noun, request, at, address)
    if "release" not in address and noun.moved(release, address):
        return moved_on(noun, "", request, release)
    log = log_of([one for one in readable if one.record_id == release.record_id])
    newest = log[0].release
    cited, day, parts = cite(noun, request, release), release.visible_from.date(), FrozenParts.of(release)
    values = {
        **_told(noun, release, parts),
        "description": parts.description,
        "contents": parts.contents,
        "label": release.label,
        "iso": day.isoformat(),
        "day": spoken(day),
        "noun_kind": noun.kind,
        "newest_url": "" if newest.pk == release.pk else newest.get_absolute_url(),
        "changes": SafeString("".join([_changed(noun, line, release, newest) for line in log])),
        "log_title": noun.log_title,
        "log_url": noun.url("history", newest),
        "compare_url": noun.url("compare", newest) if len(readable) > 1 else "",
        "canonical": cited.url,
        "cite_text": cited.text,
        "cite_bibtex": cited.bibtex,
        "cite_ris": cited.ris,
        "files": files_of(noun, release),
        "sha256": release.sha256,
        "crumbs": [*noun.crumbs(release), (noun.crumb(release), "")],
        **noun.context_on_shelf(release, readable),
    }
    return _page(noun, request, noun.template, values)


def _told(noun: PublicNoun[R], release: R, parts: FrozenParts) -> dict[str, str]:
    """What the page says of a release, or of a working copy in its preview."""
    return {
        "title": release.title,
        "lead": release.lead,
        "overline": parts.overline,
        "byline": parts.byline,
        "text": parts.text,
        **noun.context(release),
    }


def _changed(noun: PublicNoun[R], line: LogEntry[R], shown: R, newest: R) -> SafeString:
    """A line of the log of one record, on the page of a release of it."""
    one, day = line.release, line.release.visible_from.date()
    return stamped(
        "editorial/_release_change.html",
        {
            "url": "" if one.pk == shown.pk else one.get_absolute_url(),
            "label": one.label,
            "iso": day.isoformat(),
            "day": spoken(day),
            "kind": ChangeKind(one.change_kind).label.lower(),
            "note": one.public_note,
            "compare_url": noun.compare_url(line.before, one, newest),
            "before": line.before.label if line.before else "",
        },
    )


def preview_context(noun: PublicNoun[R], release: R) -> dict[str, Any]:
    """The same page for the team, of what publishing a working copy would bring out."""
    return {
        **_told(noun, release, FrozenParts.read(frozen_page(release))),
        "entries": contents_of(noun, release),
        "frame": "editorial/release_preview.html",
    }


def log_page(noun: PublicNoun[R], request: HttpRequest, **address: object) -> HttpResponse:
    """Every release that readers ever saw on a shelf, with its public note, and every withdrawal with its reason."""
    log = noun.log(timezone.now(), address)
    if not log:
        raise Http404("Nothing was ever published at this address.")
    readable = [line.release for line in log if line.withdrawal is None]
    newest = noun.found(readable, request, address) or next(iter(readable), None)
    if newest is not None and noun.moved(newest, address):
        return moved_on(noun, "history", request, newest)
    shown = newest or log[0].release
    heading = f"{noun.heading(shown, readable=newest is not None)}: corrections log"
    overline, overline_url = noun.crumbs(shown)[-1]
    lines = [_logged(noun, line, shown) for line in log]
    values = {
        "title": noun.title(shown, readable=newest is not None),
        "heading": heading,
        "overline": overline,
        "overline_url": overline_url,
        "log_lead": noun.log_lead,
        "log": SafeString("".join(lines)),
        "newest_url": noun.newest_url(newest) if newest else "",
        "newest_words": noun.newest_words,
        "compare_url": noun.url("compare", newest) if newest else "",
        "feed_url": address_of(f"{noun.name}_feed"),
        "crumbs": [*noun.crumbs(shown), (heading, "")],
    }
    return _page(noun, request, "editorial/release_log.html", values)


def _logged(noun: PublicNoun[R], line: LogEntry[R], shown: R) -> SafeString:
    """A line of the log of a shelf, whose address has the words of the release ``shown``."""
    one, day, taken = line.release, line.release.visible_from.date(), line.withdrawal
    return stamped(
        "editorial/_release_log_line.html",
        {
            "anchor": noun.anchor(one),
            "url": "" if taken else one.get_absolute_url(),
            "label": noun.label(one),
            "language": ", ".join(noun.query(one).values()),
            "iso": day.isoformat(),
            "day": spoken(day),
            "kind": ChangeKind(one.change_kind).label,
            "note": one.public_note or (f"First publication of this {noun.kind}." if one.number == 1 else ""),
            "compare_url": noun.compare_url(line.before, one, shown),
            "before": line.before.label if line.before else "",
            "withdrawn": spoken(taken.at.date()) if taken else "",
            "reason": taken.public_reason if taken else "",
        },
    )


def _page(noun: PublicNoun[R], request: HttpRequest, template: str, values: Words) -> HttpResponse:
    """A page that is made of words, in the frame that its address has."""
    fixed = {"place": place_of(request.path), "until": noun.record_until()}
    return HttpResponse(stamped(template, values, fixed))


def moved_on(noun: PublicNoun[R], what: str, request: HttpRequest, release: R) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(noun.url(what, release) + (f"?{query}" if query else ""))
