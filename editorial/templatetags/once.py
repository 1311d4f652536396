"""{% once a b %} … {% endonce %}: what follows from the code and a few values alone, rendered once by each worker for each
of them.

The inside is asked for other values of the page at its own risk: whatever it shows must be named. What is kept belongs to
the template, so that a template that is read anew keeps nothing of the old one.
"""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

register = template.Library()

MOST = 100  # values that are remembered; then it begins anew


class OnceNode(Node):
    """See the head of this module."""

    def __init__(self, named: Sequence[FilterExpression], inside: NodeList) -> None:
        self.named, self.inside = named, inside
        self.kept: dict[tuple[object, ...], SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        key = (get_script_prefix(), *(value.resolve(context) for value in self.named))
        if (found := self.kept.get(key)) is None:
            found = self.inside.render(context)
            if len(self.kept) >= MOST:
                self.kept.clear()
            self.kept[key] = found
        return found


@register.tag
def once(parser: Parser, token: Token) -> OnceNode:
    """The values are named after the tag."""
    _, *named = token.split_contents()
    inside = parser.parse(("endonce",))
    parser.delete_first_token()
    return OnceNode([parser.compile_filter(one) for one in named], inside)
