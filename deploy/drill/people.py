"""Readers, and two of the team, at a site of which parts go away. All they know of it is its address."""

from __future__ import annotations

import http.client
import random
import re
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

PAGES = (
    *("/", "/countries/", "/countries/peru/", "/countries/bulgaria/", "/treaties/", "/meetings/", "/statements/"),
    *("/stockpiles/deadlines/", "/votes/", "/matrix/", "/search/?q=stockpile", "/api/v1/countries/PER/"),
)
OWN_CERTIFICATE = ssl.create_default_context()
OWN_CERTIFICATE.check_hostname, OWN_CERTIFICATE.verify_mode = False, ssl.CERT_NONE  # made for this drill


class Browser:
    """Asks a site, and keeps the cookies that it sets."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(self, address: str, posted: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Status, where it leads to, and the page."""
        asked = http.client.HTTPSConnection("localhost", self.port, timeout=30, context=OWN_CERTIFICATE)
        here = f"https://localhost:{self.port}"
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if posted is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": here,
                "Referer": here + address,
            }
        try:
            body = None if posted is None else urlencode(posted)
            asked.request("GET" if posted is None else "POST", address, body, headers)
            answer = asked.getresponse()
            page = answer.read().decode(errors="replace")
            for cookie in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = cookie.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.headers.get("Location", ""), page
        finally:
            asked.close()


class Form(HTMLParser):
    """What a browser would send of the largest form of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self._into = self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "textarea":
            self._into, self.values[name] = name, ""
        elif tag == "input" and given.get("type") not in ("submit", "checkbox", "radio", "file", "search"):
            self.values[name] = given.get("value", "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.values[self._select] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._into = ""

    def handle_data(self, data: str) -> None:
        if self._into:
            self.values[self._into] += data


@dataclass
class Readers:
    """Some at once, each asking one page after the other; and how long anybody was without an answer."""

    port: int
    at_once: int = 4
    answers: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    longest_trouble: float = 0.0
    """Seconds between the last good answer before an error page and the first after it, at the most."""

    @contextmanager
    def reading(self) -> Iterator[Readers]:
        over = threading.Event()
        threads = [threading.Thread(target=self._read, args=(number, over)) for number in range(self.at_once)]
        for thread in threads:
            thread.start()
        try:
            yield self
        finally:
            over.set()
            for thread in threads:
                thread.join()

    def _read(self, seed: int, over: threading.Event) -> None:
        chance, browser = random.Random(seed), Browser(self.port)  # noqa: S311 - which page is next
        good, was_bad = time.monotonic(), False
        while not over.is_set():
            began = time.monotonic()
            try:
                status, _, page = browser.ask(chance.choice(PAGES))
                said = str(status) if page else "empty"
            except OSError as problem:
                said = type(problem).__name__
            now = time.monotonic()
            self.answers[said] += 1
            self.slowest = max(self.slowest, now - began)
            if said == "200":
                if was_bad:
                    self.longest_trouble = max(self.longest_trouble, now - good)
                good = now
            was_bad = said != "200"
            time.sleep(0.02)

    def account(self) -> str:
        return f"{dict(self.answers)}, slowest {self.slowest:.1f} s, without a page at most {self.longest_trouble:.1f} s"


class Researcher:
    """Opens a text at the desk, adds a line, and saves until the desk says that it is saved. Every line counts."""

    def __init__(self, port: int, name: str, password: str, profile: int) -> None:
        self.browser, self.name, self.password = Browser(port), name, password
        self.address = f"/admin/countries/countryprofile/{profile}/change/"
        self.saved: list[str] = []
        self.longest = 0.0

    def sign_in(self) -> None:
        _, to, page = self.browser.ask("/admin/")
        address = to.removeprefix(f"https://localhost:{self.browser.port}")
        _, _, page = self.browser.ask(address)
        values = Form(page).values
        login = "login" if "login" in values else "username"
        status, to, page = self.browser.ask(address, values | {login: self.name, "password": self.password})
        if status != 302:
            words = " ".join(re.sub(r"<[^>]+>", " ", page).split())
            raise RuntimeError(f"{self.name} cannot sign in ({status}): {words[:500]}")

    def add_line(self, line: str, within: float = 60.0) -> None:
        """``line`` once in the text, however often it has to be sent."""
        began = time.monotonic()
        while time.monotonic() - began < within:
            try:
                if self._try(line):
                    self.saved.append(line)
                    self.longest = max(self.longest, time.monotonic() - began)
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise RuntimeError(f"“{line}” could not be saved for {within:.0f} seconds.")

    def _try(self, line: str) -> bool:
        status, _, page = self.browser.ask(self.address)
        if status != 200:
            return False
        values = Form(page).values
        text = values["text"].replace("\r\n", "\n").strip("\n")
        if line in text:
            return True  # it was taken, and only the answer was lost
        status, _, page = self.browser.ask(self.address, values | {"text": f"{text}\n\n{line}\n", "reason": line})
        return status == 302
