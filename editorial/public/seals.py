"""The public list of seals: a page, JSON and plain text, and what one release was sealed with.

A seal is listed whole from the moment its release is out. Before that, or where it never came out, only its own hash
and its place stand there, so that the chain can be followed: no title, no date, nothing to try guesses on.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from editorial.models import Release, ReleaseSeal, seal_of
from editorial.rules.seal import moment

from .log import LogEntry, corrections
from .noun import noun_of, public_nouns

SealedRow: TypeAlias = tuple[str, int | None]
"""A release by its table and key."""
SHOWN = 100  # newest seals on the page; the files have all


@dataclass(frozen=True)
class ListedSeal:
    """A seal as readers may know of it at a moment."""

    seal: ReleaseSeal
    line: LogEntry[Any] | None  # of its release, once readers saw that
    is_out: bool

    @property
    def is_withdrawn(self) -> bool:
        return self.line is not None and self.line.withdrawal is not None

    @property
    def words(self) -> str:
        """What was sealed; of what was withdrawn nothing that was frozen with it."""
        if not self.is_out:
            return ""
        if self.line is None:
            return str(self.seal.content["title"])
        release = self.line.release
        noun = noun_of(type(release))
        return f"{noun.title(release, readable=not self.is_withdrawn)}, {noun.label(release)}"

    @property
    def page(self) -> str:
        """Where its release is read; of one that was withdrawn, the line in the log: its title stands in no address."""
        if self.line is None:
            return ""
        release = self.line.release
        return noun_of(type(release)).log_url(release) if self.is_withdrawn else str(release.get_absolute_url())

    @property
    def sealed(self) -> str:
        """Where what was sealed is served, for whoever wants to compute its hash."""
        if self.line is None or self.is_withdrawn:
            return ""
        release = self.line.release
        return noun_of(type(release)).file_url("sealed", release)

    @property
    def visible_from(self) -> datetime | None:
        """From when readers saw it; None where a later seal moved that moment."""
        if not self.is_out or (self.line and self.line.release.visible_from != self.seal.visible_from):
            return None
        return self.seal.visible_from

    def as_json(self) -> dict[str, Any]:
        whole = self.seal.as_json()
        if not self.is_out:
            return {name: whole[name] for name in ("position", "previous", "sha256")}
        if self.line is None:
            return {**whole, "content": {**self.seal.content, "salt": self.seal.salt}}
        release = self.line.release
        return {
            **whole,
            "kind": release.RECORD,
            "record": release.record_id,
            "number": release.number,
            "withdrawn": self.is_withdrawn,
            "page": self.page,
            "sealed": self.sealed,
        }


def listed(at: datetime, newest: int | None = None) -> list[ListedSeal]:
    """Every seal, or so many of the newest, in the order of the chain. Two queries for each table of releases."""
    rows = ReleaseSeal.objects.order_by("-position")
    seals: Sequence[ReleaseSeal] = list(rows if newest is None else rows[:newest])[::-1]
    together = [row["content_sha256"] for seal in seals if not seal.table for row in seal.content["releases"]]
    members = ReleaseSeal.objects.filter(content_sha256__in=together) if together else ReleaseSeal.objects.none()
    sealed = {one.content_sha256: _key(one) for one in members}
    seen = _seen(at, {_key(seal) for seal in seals if seal.table} | set(sealed.values()))
    return [
        ListedSeal(
            seal,
            seen.get(_key(seal)),
            _key(seal) in seen
            if seal.table
            else all(sealed.get(row["content_sha256"]) in seen for row in seal.content["releases"]),
        )
        for seal in seals
    ]


def _seen(at: datetime, keys: Collection[SealedRow]) -> dict[SealedRow | None, LogEntry[Any]]:
    """The lines of the releases among them that readers saw."""
    found: dict[SealedRow | None, LogEntry[Any]] = {}
    for noun in public_nouns:
        table = noun.model._meta.label
        asked = [pk for of, pk in keys if of == table]
        for line in corrections(noun.model, at, {"pk__in": asked}, noun.related):
            found[table, line.release.pk] = line
    return found


def _key(seal: ReleaseSeal) -> SealedRow:
    return seal.table, seal.release_id


def seals_page(request: HttpRequest) -> HttpResponse:
    """The newest seals, how to verify one, and where all of them are."""
    context = {
        "seals": listed(timezone.now(), SHOWN)[::-1],
        "total": ReleaseSeal.objects.count(),
        "crumbs": [("About the Monitor", reverse("about")), ("Seals", None)],
    }
    return render(request, "editorial/seals.html", context)


def seals_json(request: HttpRequest) -> HttpResponse:
    """Every seal, the first one first."""
    return JsonResponse(
        {"seals": [one.as_json() for one in listed(timezone.now())]}, json_dumps_params={"ensure_ascii": False}
    )


def seals_text(request: HttpRequest) -> HttpResponse:
    """The same for the eye and for ``grep``: position, hash, digest of the content, from when, address."""
    lines = "".join(" ".join(words) + "\n" for words in _lines(listed(timezone.now())))
    return HttpResponse(lines, content_type="text/plain; charset=utf-8")


def _lines(seals: Sequence[ListedSeal]) -> Iterator[tuple[str, ...]]:
    for one in seals:
        seal = one.seal
        rest = (seal.content_sha256, moment(seal.visible_from) or "-", one.page or one.words) if one.is_out else ()
        yield (str(seal.position), seal.sha256, *(rest or ("-", "-", "-")))


def sealed_file(release: Release) -> str:
    """What a release was sealed with and its newest seal: all that computing its hash needs."""
    try:
        seal = seal_of(release)
    except ReleaseSeal.DoesNotExist:  # verify_releases says so to whoever runs the site
        raise Http404("This release has no seal.") from None
    given = {"content": release.sealed_content(seal.salt), "seal": seal.as_json()}
    return json.dumps(given, ensure_ascii=False, indent=1) + "\n"
