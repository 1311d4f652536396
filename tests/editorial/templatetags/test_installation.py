"""Every template knows what the site is called."""

from __future__ import annotations

from typing import Any

from django.template import engines


def test_no_template_has_to_load_it(settings: Any) -> None:
    settings.MONITOR_NAME = "Ban & Watch"
    template = engines["django"].from_string("{% site_name %}{% this_site as site %} {{ site.licence }}")
    assert template.render({}) == "Ban &amp; Watch Creative Commons Attribution 4.0"
