"""What axe finds on a page, light and dark; and whether the page fits its window.

The scheme of a page is colours alone (static/css/tokens.css), so all rules are tried once, in light, and the rule of
contrast again in dark, on the same page without loading it anew.
"""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}


def faults_of(page: Page, rules: list[str] | None = None) -> list[str]:
    """What is wrong in either scheme, one line each; ``rules`` are axe's tags (all that it has by default)."""
    asked: dict[str, Any] = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    page.emulate_media(color_scheme="light")
    faults = in_words(Axe().run(page, options=asked).response["violations"])
    page.emulate_media(color_scheme="dark")
    page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")  # colours that fade over
    dark = page.evaluate("asked => axe.run(document, asked)", CONTRAST)
    faults += [f"dark: {fault}" for fault in in_words(dark["violations"])]
    width, room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    return faults + ([f"{width} px wide in {room}"] if width > room else [])


def in_words(violations: list[dict[str, Any]]) -> list[str]:
    return [
        f"{violation['id']} ({violation['impact']}): {node['target']} {node['failureSummary']}"
        for violation in violations
        for node in violation["nodes"][:3]
    ]
