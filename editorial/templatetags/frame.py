"""The frame of every public page: what stands in its header and footer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django import template
from django.urls import Resolver404, get_script_prefix, resolve

register = template.Library()

SECTIONS = (
    ("Countries", "countries/"),
    ("Treaties", "treaties/"),
    ("Meetings & statements", "meetings/"),
    ("Stockpiles", "stockpiles/"),
    ("Search", "search/"),
)
SERVICES = (
    ("About the Monitor", "about/"),
    ("About the data", "about/data/"),
    ("Sources", "sources/"),
    ("Action plans", "action-plans/vientiane/"),
    ("Corrections as a feed", "feeds/corrections/"),
    ("Data interface (API)", "api/"),
)
# Pages that belong to a section although their address does not begin with it.
BELONGS_TO = {"statements/": "meetings/", "themes/": "meetings/", "action-plans/": "meetings/"}


@dataclass(frozen=True)
class MenuEntry:
    """A link of the frame."""

    label: str
    url: str
    is_current: bool


@cache
def _exists(path: str) -> bool:
    """Whether the site answers under this address; without it the frame shows no link."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def _entries(context: template.Context, links: tuple[tuple[str, str], ...], *, exact: bool) -> list[MenuEntry]:
    prefix = get_script_prefix()
    request: Any = context.get("request")
    here = request.path.removeprefix(prefix) if request is not None else ""
    for address, section in BELONGS_TO.items():
        if here.startswith(address):
            here = section
    return [
        MenuEntry(label, prefix + path, here == path if exact else here.startswith(path))
        for label, path in links
        if _exists(f"/{path}")
    ]


@register.simple_tag(takes_context=True)
def site_sections(context: template.Context) -> list[MenuEntry]:
    """The entries of the header whose pages exist, the one being read marked."""
    return _entries(context, SECTIONS, exact=False)


@register.simple_tag(takes_context=True)
def site_services(context: template.Context) -> list[MenuEntry]:
    """The entries of the footer whose pages exist."""
    return _entries(context, SERVICES, exact=True)
