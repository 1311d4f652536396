"""Words and chips for figures and duties."""

from __future__ import annotations

from django import template

from stockpiles.queries.duty import Duty
from stockpiles.rules.quantity import Quantity
from stockpiles.views.chips import chip_of

register = template.Library()


@register.filter
def figure(quantity: Quantity | None) -> str:
    """A number as readers see it; what is not on record or unknown is said in words."""
    return "not on record" if quantity is None else str(quantity)


@register.filter
def is_number(quantity: Quantity | None) -> bool:
    """Whether there is a number to show (and to align)."""
    return quantity is not None and quantity.is_known


@register.filter
def chip(duty: Duty) -> str:
    """The kind of chip that shows how a duty stands."""
    return chip_of(duty)
