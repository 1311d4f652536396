"""The frame of every public page: what stands in its header and footer."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.urls import reverse

register = template.Library()

# Labels, each with the name of its address and what else that address needs.
SECTIONS: tuple[tuple[str, ...], ...] = (
    ("Countries", "countries"),
    ("Treaties", "treaties"),
    ("Meetings & statements", "meetings"),
    ("Stockpiles", "stockpiles"),
    ("Search", "search"),
)
SERVICES: tuple[tuple[str, ...], ...] = (
    ("About the Monitor", "about"),
    ("About the data", "about_data"),
    ("Sources", "sources"),
    ("Action plans", "action_plan", "vientiane"),
    ("Changes of facts", "changes"),
    ("Corrections as a feed", "profile_feed"),
    ("Data interface (API)", "api"),
)
# Pages that belong to a section although their address does not begin with its own.
BELONGS_TO = {"statements": "meetings", "themes": "meetings", "action_plans": "meetings"}


@dataclass(frozen=True)
class MenuEntry:
    """A link of the frame."""

    label: str
    url: str
    is_current: bool


def _here(context: template.Context) -> str:
    """The address of the page; "" for the page of error 500, which is made without a request."""
    request = context.get("request")
    return request.path if request is not None else ""


@register.simple_tag(takes_context=True)
def site_sections(context: template.Context) -> list[MenuEntry]:
    """The entries of the header, the section being read marked."""
    here = _here(context)
    for name, section in BELONGS_TO.items():
        if here.startswith(reverse(name)):
            here = reverse(section)
    links = ((label, reverse(name, args=args)) for label, name, *args in SECTIONS)
    return [MenuEntry(label, url, here.startswith(url)) for label, url in links]


@register.simple_tag(takes_context=True)
def site_services(context: template.Context) -> list[MenuEntry]:
    """The entries of the footer, the very page marked."""
    links = ((label, reverse(name, args=args)) for label, name, *args in SERVICES)
    return [MenuEntry(label, url, _here(context) == url) for label, url in links]
