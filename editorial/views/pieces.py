"""Pieces of a page that are written by themselves: rows of a table, each of which may be kept until it changes.

    {% for duty in things %}<tr> … </tr>{{ end }}{% endfor %}

All that are asked for are written by one template in one go: hundreds of templates would cost as much again.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

END = SafeString("\x1e")
"""What ends a piece. Where a fact has it in its words, the pieces are written one by one."""


def pieces(template: str, things: Sequence[object], **context: object) -> list[SafeString]:
    """What the template writes of each of some things, in their order."""
    if not things:
        return []
    found = render_to_string(template, {**context, "things": things, "end": END}).split(END)
    if len(found) == len(things) + 1:
        return [SafeString(piece) for piece in found[:-1]]
    if len(things) == 1:
        return [SafeString("".join(found))]
    return [piece for thing in things for piece in pieces(template, [thing], **context)]
