"""A first visit to a profile stays light: page, styles, scripts and fonts together, compressed as they are served."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
from django.contrib.staticfiles import finders

BUDGET = 150 * 1024
# The lead of an average edition: 1,800 words and 15 notes.
WORDS = (
    "The state said at the meeting that it would destroy its stocks before the day the convention sets for it. "
)


def found(address: str) -> Path:
    path = finders.find(address.removeprefix("/static/"))
    assert path, address
    return Path(path)


def compressed(path: Path) -> int:
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(brotli.compress(content, quality=11))


def test_first_visit_to_a_profile(client, press, peru, ban_policy):
    paragraphs = [f"{number}. {WORDS * 6}[^n{number}]" for number in range(1, 16)]
    notes = [
        f"[^n{number}]: Statement of Peru, meeting {number}, *La República*, 2008." for number in range(1, 16)
    ]
    press.edition(peru, ban_policy, text="\n\n".join(paragraphs + notes))
    page = client.get("/countries/peru/cluster-munition-ban-policy/2009/").content
    html = page.decode()
    linked = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html))
    styles = "".join(found(address).read_text() for address in linked if address.endswith(".css"))
    # A Latin text with italics in it fetches these; the further letters only where they occur.
    fonts = {"/static/" + match for match in re.findall(r"vendored/fonts/[^\"]+-latin-wght-[^\"]+\.woff2", styles)}
    assert len(fonts) == 3
    weights = {address: compressed(found(address)) for address in linked | fonts}
    weights["page"] = len(brotli.compress(page, quality=5))
    assert sum(weights.values()) < BUDGET, weights
    assert "http://" not in styles.replace("xmlns='http://www.w3.org/2000/svg'", "")  # a name, not an address
    assert "https://" not in styles


def test_every_file_the_pages_name_exists(client, press, peru, ban_policy):
    press.edition(peru, ban_policy)
    for address in ("/", "/countries/", "/countries/peru/", "/countries/peru/cluster-munition-ban-policy/"):
        for file in re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get(address).content.decode()):
            assert found(file).is_file()
