"""The part of a release's page that was frozen with it, as HTML: made once, and put among what changes around it."""

from __future__ import annotations

from typing import NamedTuple, Self

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from editorial.models import Release
from editorial.queries.ready_text import page_of

from .noun import Entry, PublicNoun, R, entry, noun_of

PART = "<!-- part -->"
"""Between the parts. The text comes last; in those before it each bracket of a person's words is escaped."""

DESCRIBED = 300  # letters of the lead that other sites show beside a link


class FrozenParts(NamedTuple):
    """In the order in which they are stored. All but the first two are those of the noun's own template."""

    description: SafeString
    contents: SafeString
    overline: SafeString
    byline: SafeString
    text: SafeString

    @classmethod
    def of(cls, release: Release) -> Self:
        """Of a release that readers see. One query."""
        return cls.read(page_of(release))

    @classmethod
    def read(cls, page: str) -> Self:
        return cls(*map(SafeString, page.split(PART, 4)))


def frozen_page(release: Release) -> str:
    """The parts, one after the other."""
    noun = noun_of(type(release))
    description = escape(Truncator(release.lead).chars(DESCRIBED))
    entries = [*contents_of(noun, release), entry("changes", "Changes"), entry("cite", "Cite this version")]
    contents = render_to_string("_components/contents.html", {"entries": entries})
    context = {"release": release, "language": noun.language(release), "sources": release.sources}
    own = render_to_string(noun.frozen_template, {**context, **noun.frozen_context(release)})
    return description + PART + contents + PART + own


def contents_of(noun: PublicNoun[R], release: R) -> list[Entry]:
    """The list of contents, without what follows from publication."""
    after = (("notes", "Notes", release.notes_html), ("sources", "Sources", release.sources))
    return [
        *noun.parts_before_text(release),
        *release.contents,
        *noun.parts_after_text(release),
        *(entry(anchor, title) for anchor, title, shown in after if shown),
    ]
