"""The frame of every public page: what stands in its header and footer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django import template
from django.urls import reverse

from editorial.addresses import address_of
from editorial.request_at_hand import request_number as number_at_hand

register = template.Library()

# Labels, each with the name of its address and what else that address needs.
SECTIONS = (
    ("Countries", "countries"),
    ("Treaties", "treaties"),
    ("Meetings & statements", "meetings"),
    ("Stockpiles", "stockpiles"),
    ("Impact", "impact"),
    ("Search", "search"),
)
SERVICES: tuple[tuple[str, ...], ...] = (
    ("About the Monitor", "about"),
    ("About the data", "about_data"),
    ("Sources", "sources"),
    ("Published totals", "published_totals"),
    ("Action plans", "action_plan", "vientiane"),
    ("Changes of facts", "changes"),
    ("Corrections as a feed", "profile_feed"),
    ("Data interface (API)", "api"),
)
# Pages that belong to a section although their address does not begin with its own.
BELONGS_TO = {
    "laws": "countries",
    "interpretive_positions": "meetings",
    "statements": "meetings",
    "themes": "meetings",
    "action_plans": "meetings",
    "votes": "meetings",
} | dict.fromkeys(("contamination", "clearance", "casualties"), "impact")


@dataclass(frozen=True)
class MenuEntry:
    """A link of the frame."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class FramePlace:
    """Where a page stands among the entries of the frame: the address of its section, and its own if it is a service."""

    section: str = ""
    service: str = ""


NOWHERE = FramePlace()


@register.simple_tag(takes_context=True)
def site_place(context: template.Context) -> FramePlace:
    """Nowhere, for the page of error 500, which is made without a request."""
    if (told := context.get("place")) is not None:
        found: FramePlace = told
        return found
    request = context.get("request")
    return place_of(request.path) if request is not None else NOWHERE


def place_of(here: str) -> FramePlace:
    """Where an address stands."""
    belongs = (address_of(section) for name, section in BELONGS_TO.items() if here.startswith(address_of(name)))
    within = next(belongs, here)
    sections = (address_of(name) for _, name in SECTIONS)
    return FramePlace(
        next((url for url in sections if within.startswith(url)), ""),
        next((one.url for one in _services() if one.url == here), ""),
    )


@register.simple_tag
def site_sections(place: FramePlace = NOWHERE) -> list[MenuEntry]:
    """The entries of the header, the section being read marked."""
    links = ((label, address_of(name)) for label, name in SECTIONS)
    return [MenuEntry(label, url, url == place.section) for label, url in links]


@register.simple_tag
def site_services(place: FramePlace) -> list[MenuEntry]:
    """The entries of the footer, the very page marked."""
    return [MenuEntry(one.label, one.url, one.url == place.service) for one in _services()]


@register.simple_tag
def request_number() -> str:
    """By which number we find in our log what a reader reports; "" outside any request."""
    return number_at_hand()


@cache
def _services() -> list[MenuEntry]:
    return [MenuEntry(label, reverse(name, args=args), False) for label, name, *args in SERVICES]
