"""{% chart figure %}: shows a figure that one of the functions of `editorial.charts` made."""

from django import template
from django.utils.safestring import SafeString

from editorial.charts import Chart, Grid

register = template.Library()


@register.simple_tag
def chart(figure: Chart | Grid) -> SafeString:
    """The whole figure: title, drawing, key, notes, source and the table one click below."""
    return figure.html
