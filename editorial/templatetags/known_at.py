"""On a page that can be asked for as it was known at a moment: the question, and the way back to today."""

from __future__ import annotations

from dataclasses import dataclass, field

from django import template

from editorial.views.listing import PAGE_PARAMETERS, address
from editorial.views.parameters import KNOWN_AT, offers_known_at

register = template.Library()


@dataclass(frozen=True)
class KnownAtForm:
    """The question as the page offers it: where it is sent, what it carries along, and the moment asked about."""

    path: str = ""
    kept: list[tuple[str, str]] = field(default_factory=list)
    given: str = ""
    today_url: str = ""


@register.simple_tag(takes_context=True)
def known_at_form(context: template.Context) -> KnownAtForm | None:
    """None on a page that cannot be asked so, and on one that is made without a request."""
    request = context.get("request")
    if request is None or not offers_known_at(request):
        return None
    left_out = (KNOWN_AT, *PAGE_PARAMETERS)
    return KnownAtForm(
        path=request.path,
        kept=[(name, value) for name, value in request.GET.items() if name not in left_out],
        given=request.GET.get(KNOWN_AT, ""),
        today_url=address(request, **{KNOWN_AT: None}),
    )
