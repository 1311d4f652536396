"""The site map as a reader of all its files sees it."""

from __future__ import annotations

import re

from django.test import Client


def sitemap_files(client: Client) -> dict[str, str]:
    """Every file that /sitemap.xml names, by its path."""
    paths = re.findall("<loc>http://testserver(.*?)</loc>", client.get("/sitemap.xml").content.decode())
    found = {}
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        found[path] = answer.content.decode()
    return found


def whole_sitemap(client: Client) -> str:
    """All of them together."""
    return "".join(sitemap_files(client).values())
