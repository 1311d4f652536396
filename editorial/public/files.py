"""What readers download of a release: how to cite it, and its text."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from editorial.installation import installation
from editorial.models import Release
from editorial.rules.cite_this import CiteThis

from .noun import PublicNoun, R
from .seals import sealed_file
from .withdrawn import withdrawn_page


@dataclass(frozen=True)
class FileKind:
    """A file of every release: its address, what readers are told it is, what it contains."""

    address: str
    label: str
    content_type: str
    content: Callable[[CiteThis, Release], str]
    needs_text: bool = False

    @property
    def ending(self) -> str:
        return self.address.rpartition(".")[2]


def text_file(citation: CiteThis, release: Release) -> str:
    """The text with every citation written out, below how to cite it and what to compare it with."""
    parts = (release.title, citation.text, f"Content fingerprint (SHA-256): {release.sha256}", release.lead)
    return "\n\n".join(part.strip() for part in (*parts, release.resolved_text) if part.strip()) + "\n"


FILES = {
    "bibtex": FileKind("cite.bib", "BibTeX file", "application/x-bibtex", lambda citation, _: citation.bibtex),
    "ris": FileKind(
        "cite.ris", "RIS file", "application/x-research-info-systems", lambda citation, _: citation.ris
    ),
    "csl": FileKind(
        "cite.json",
        "CSL JSON file",
        "application/vnd.citationstyles.csl+json",
        lambda citation, _: json.dumps([citation.csl], ensure_ascii=False, indent=2) + "\n",
    ),
    "sealed": FileKind(
        "sealed.json",
        "What is sealed (JSON)",
        "application/json",
        lambda _, release: sealed_file(release),
        needs_text=True,
    ),
    "text": FileKind("text.txt", "Text file", "text/plain", text_file, needs_text=True),
}


def release_file(noun: PublicNoun[R], kind: str, request: HttpRequest, **address: object) -> HttpResponse:
    """A file of one release, or of the newest: the file itself names the release."""
    at, file = timezone.now(), FILES[kind]
    release = noun.found(noun.readable(at, address), request, address)
    if release is None:
        return withdrawn_page(noun, request, at, address)
    if file.needs_text:
        release = noun.whole(release)
    name = f"{noun.file_name(release)}.{file.ending}"
    return HttpResponse(
        file.content(cite(noun, request, release), release),
        content_type=f"{file.content_type}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


class OfferedFile(NamedTuple):
    """What readers may download, in words, and where."""

    words: str
    url: str


def files_of(noun: PublicNoun[R], release: R) -> list[OfferedFile]:
    """What there is of a release."""
    return [OfferedFile(file.label, noun.file_url(kind, release)) for kind, file in FILES.items()]


def cite(noun: PublicNoun[R], request: HttpRequest, release: R) -> CiteThis:
    """The release as readers cite it, at its permanent address on this host, as of the day they could first see it."""
    site = installation()
    return CiteThis(
        title=release.title,
        edition=noun.edition(release),
        release=release.number,
        date=release.visible_from.date(),
        url=request.build_absolute_uri(release.get_absolute_url()),
        publisher=site.publisher,
        site="" if site.name == site.publisher else site.name,
    )
