"""{% world_map figure %}: shows a map that `countries.maps.world_map` made."""

from django import template
from django.utils.safestring import SafeString

from countries.maps import WorldMap

register = template.Library()


@register.simple_tag
def world_map(figure: WorldMap) -> SafeString:
    """The whole figure: title, legend with counts, the map, what it does not say, source and table link."""
    return figure.html
