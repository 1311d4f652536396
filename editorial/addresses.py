"""Addresses by their names, for pages that show dozens of them: Django's reverse() asks for the language each time."""

from __future__ import annotations

from functools import cache

from django.urls import NoReverseMatch, get_resolver, get_script_prefix


def address_of(name: str, **parts: object) -> str:
    """What reverse(name, kwargs=parts) gives, of parts that are numbers or slugs."""
    return _pattern(name, get_script_prefix()) % parts


@cache
def _pattern(name: str, prefix: str) -> str:
    """The address with places for its parts. It follows from the code alone."""
    found = get_resolver().reverse_dict.getlist(name)
    if not found:
        raise NoReverseMatch(f"No address is called {name}.")
    ((pattern, _), *_), *_ = found[-1]
    return f"{prefix}{pattern}"
