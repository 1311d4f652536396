"""{% site_name %}, in the title of every page, and {% this_site as site %}: what the installation says of itself.

Built into every template (settings: builtins), so that no page has to load it.
"""

from __future__ import annotations

from django import template

from editorial.installation import Installation, installation

register = template.Library()


@register.simple_tag
def site_name() -> str:
    return installation().name


@register.simple_tag
def this_site() -> Installation:
    return installation()
