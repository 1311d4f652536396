"""The pages of releases: the newest of a record, one of them, the log of corrections."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone

from .files import cite, files_of
from .log import log_of
from .noun import PublicNoun, R, entry
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
    release = noun.whole(release)
    log = log_of([one for one in readable if one.record_id == release.record_id])
    newest = log[0].release
    context = release_context(noun, release) | {
        "newest": newest,
        "is_newest": newest.pk == release.pk,
        "log": [(line, noun.compare_url(line.before, line.release, newest)) for line in log],
        "log_url": noun.url("history", newest),
        "compare_url": noun.url("compare", newest) if len(readable) > 1 else "",
        "cite": cite(noun, request, release),
        "files": files_of(noun, release),
        "crumbs": [*noun.crumbs(release), (noun.crumb(release), None)],
        **noun.context_on_shelf(release, readable),
    }
    context["entries"] += [entry("changes", "Changes"), entry("cite", "Cite this version")]
    return render(request, noun.template, context)


def release_context(noun: PublicNoun[R], release: R) -> dict[str, Any]:
    """What a release says, without what follows from its publication."""
    after = (("notes", "Notes", release.notes_html), ("sources", "Sources", release.sources))
    return {
        "noun": noun,
        "release": release,
        "language": noun.language(release),
        "sources": release.sources,
        "entries": [
            *noun.parts_before_text(release),
            *release.contents,
            *noun.parts_after_text(release),
            *(entry(anchor, title) for anchor, title, shown in after if shown),
        ],
        **noun.context(release),
    }


def preview_context(noun: PublicNoun[R], release: R) -> dict[str, Any]:
    """The same page for the team, of what publishing a working copy would bring out."""
    return release_context(noun, release) | {"frame": "editorial/release_preview.html"}


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
    context = {
        "noun": noun,
        "title": noun.title(shown, readable=newest is not None),
        "heading": heading,
        "overline": noun.crumbs(shown)[-1],
        "log": [
            (
                line,
                noun.label(line.release),
                ", ".join(noun.query(line.release).values()),
                noun.anchor(line.release),
                noun.compare_url(line.before, line.release, shown),
            )
            for line in log
        ],
        "newest_url": noun.newest_url(newest) if newest else "",
        "compare_url": noun.url("compare", newest) if newest else "",
        "feed_name": f"{noun.name}_feed",
        "crumbs": [*noun.crumbs(shown), (heading, None)],
    }
    return render(request, "editorial/release_log.html", context)


def moved_on(noun: PublicNoun[R], what: str, request: HttpRequest, release: R) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(noun.url(what, release) + (f"?{query}" if query else ""))
