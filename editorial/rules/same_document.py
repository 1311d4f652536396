"""Whether two entries of the source library are the same document: by address, or by title, publisher and date."""

from __future__ import annotations

import re
from itertools import product

from .folding import folded

_SCHEME = re.compile(r"\Ahttps?://(?:www\.)?", re.IGNORECASE)


def plain_address(url: str) -> str:
    """An address without what does not change the document: scheme, www, the last slash, a place in the page.

    A site without a path ("www.wilpf.int.ch") is where a document is said to be, not its address: "".

    >>> plain_address("https://www.the-monitor.org/reports/2021/peru/#stocks")
    'the-monitor.org/reports/2021/peru'
    """
    bare = _SCHEME.sub("", "".join(url.split())).split("#")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    if not slash:
        host, mark, query = bare.partition("?")
        return f"{host.lower()}?{query}" if mark else ""
    return f"{host.lower()}/{path}"


def spellings(url: str) -> list[str]:
    """Every way in which the library may have written an address: for asking a database."""
    plain = plain_address(url)
    ways = product(("http://", "https://"), ("", "www."), ("", "/"))
    return [f"{scheme}{www}{plain}{slash}" for scheme, www, slash in ways] if plain else []


def plain_words(words: str) -> str:
    """Words for comparing titles: without case, accents, quotation marks, punctuation and doubled spaces."""
    return " ".join(re.sub(r"[^\w]+", " ", folded(words)).split())
