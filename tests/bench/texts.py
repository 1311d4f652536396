"""Researched texts: a profile of 10 KB with its notes."""

from __future__ import annotations

from collections.abc import Iterator

from countries.models import CountryProfile
from editorial.queries import cited_sources
from editorial.texts import cited_keys, render
from editorial.texts.compare import compare
from editorial.texts.parsing import _parse

from . import cpu_ms


def rows() -> Iterator[tuple[str, float]]:
    text = CountryProfile.objects.get(country__iso3="PER", edition=2009).text
    sources = cited_sources(cited_keys(text))
    yield f"parse {len(text.encode()) / 1024:.0f} KB", cpu_ms(lambda: _parse(text), times=10)
    yield "render the same", cpu_ms(lambda: render(text, sources=sources, doc_id="bench"), times=10)
    long = "\n\n".join(f"{paragraph} ({n})" for n in range(6) for paragraph in text.split("\n\n")[:12])
    changed = long.replace("Peru", "Chile").replace("the", "a")
    yield (
        f"compare {len(long.encode()) / 1024:.0f} KB, heavily changed",
        cpu_ms(lambda: compare(long, changed), times=2),
    )
