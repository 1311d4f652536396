"""What a browser would send for the form that a page shows."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any


class _Form(HTMLParser):
    """Collects the fields of every form that posts, in order; the last form of the page wins."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.buttons: list[str] = []
        self.open = ""  # the name of the select or textarea that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "form":
            self.sent, self.buttons = {}, []
        elif tag == "button" and name:
            self.buttons.append(name)
        elif tag in ("select", "textarea"):
            self.open = name
            self.sent[name] = [""] if tag == "textarea" else []
        elif tag == "option" and "selected" in given:
            self.sent.setdefault(self.open, []).append(value)
        elif tag == "input" and name and given.get("type") != "file":
            if given.get("type") != "checkbox":
                self.sent.setdefault(name, []).append(value)
            elif "checked" in given:
                self.sent.setdefault(name, []).append(value or "on")

    def handle_data(self, data: str) -> None:
        if self.open and self.sent.get(self.open) and self.lasttag == "textarea":
            self.sent[self.open][0] += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("select", "textarea"):
            self.open = ""


def sent_by(page: Any) -> dict[str, Any]:
    """Names and values of the page's form, as they stand there; buttons and files are left to the caller."""
    form = _Form()
    form.feed(page.content.decode())
    return {name: values[0] if len(values) == 1 else values for name, values in form.sent.items() if values}


def buttons_of(page: Any) -> list[str]:
    """The names of the buttons of the page's form."""
    form = _Form()
    form.feed(page.content.decode())
    return form.buttons
