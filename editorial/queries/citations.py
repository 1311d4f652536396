"""What texts cite, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from editorial.models import Source
from editorial.texts import CitedSource, RenderedText, TextProblem, check, cited_keys, render


def cited_sources(keys: Collection[str]) -> dict[str, CitedSource]:
    """What the renderer needs of each source, by the key that the text uses (merged sources are followed)."""
    found = Source.objects.filter(key__in=keys).select_related("merged_into")
    result = {}
    for source in found:
        target = source.merged_into or source
        result[source.key] = CitedSource(key=target.key, line=target.line(), url=target.get_absolute_url())
    return result


def rendered(text: str, *, doc_id: str) -> RenderedText | None:
    """A text with the sources that it cites, ready to be shown; None where there are no words."""
    return render(text, sources=cited_sources(cited_keys(text)), doc_id=doc_id) if text.strip() else None


def text_problems(text: str) -> tuple[TextProblem, ...]:
    """Everything that stands between a researched text and publication, by name and line."""
    known = Source.objects.filter(key__in=cited_keys(text)).values_list("key", flat=True)
    return check(text, set(known))


def unknown_keys(keys: Iterable[str]) -> set[str]:
    """Those keys that no source of the library has."""
    wanted = set(keys)
    return wanted - set(Source.objects.filter(key__in=wanted).values_list("key", flat=True))
