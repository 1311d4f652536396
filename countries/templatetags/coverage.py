"""How far the record reaches, in the frame of every public page."""

from __future__ import annotations

from datetime import date

from django import template

from countries.queries import coverage

register = template.Library()


@register.simple_tag(takes_context=True)
def record_until(context: template.Context) -> date | None:
    """The last day that the record of acts towards the convention covers; None on a page made without a request.

    A page that has worked out its days already is not asked again.
    """
    if "until" in context:
        told: date | None = context["until"]
        return told
    if (asked := context.get("asked")) is not None:
        until: date | None = asked.complete_until
        return until
    return coverage.record_until() if context.get("request") is not None else None
