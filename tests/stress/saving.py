"""Twenty people saving the same ten records at once, through the desk. Run by hand, on PostgreSQL:

    DATABASE_URL=postgres://postgres@127.0.0.1:5432/stress python -m tests.stress.saving

The database is a scratch one: profiles of a made-up state are added to it. Each person opens
a form, appends a line of their own to the text, and saves until it is taken; when somebody else was first, the form
comes back with both changes, the person keeps both, and saves again. At the end
every line must stand in its text and have its version.

Measured on two shared cores, 22 November 2026: 500 saves in 300 s, 885 times both versions were shown, no line lost or
doubled, 510 versions (10 first, 500 saves), no answer but 200 and 302.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections import Counter
from html.parser import HTMLParser
from typing import Any

from tests.stress.people import PEOPLE, Crowd, ready

RECORDS, SAVES = 10, 500
MOST_TRIES = 200


def main() -> int:
    if not ready():
        return 2
    pks, lines = _records(), itertools.count()
    started = time.monotonic()
    crowd = Crowd(SAVES)
    crowd.works(
        lambda number, chance: _turn(number, chance.choice(pks), f"Line {next(lines)} of person {number}.", crowd)
    )
    return _account(pks, crowd.counts, time.monotonic() - started)


def _records() -> list[int]:
    from countries.models import Country, CountryProfile, ProfileTheme
    from editorial.actions.roles import ensure_roles
    from editorial.models import User, recording

    ensure_roles()
    mark = f"stress-{int(time.time())}"
    with recording(by=None, reason="Stress"):
        country = Country.objects.filter(iso3="QST").first() or Country.objects.create(
            slug="stress", name="Stress", iso3="QST"
        )
        theme = ProfileTheme.objects.create(slug=mark, title=mark)
        rows = [
            CountryProfile.objects.create(
                country=country, theme=theme, edition=2000 + n, lead="Lead.", text="Begin.\n"
            )
            for n in range(RECORDS)
        ]
    for number in range(PEOPLE):
        User.objects.get_or_create(username=f"stress-{number}", defaults={"is_staff": True, "is_superuser": True})
    return [row.pk for row in rows]


def _turn(number: int, pk: int, line: str, crowd: Crowd) -> str:
    from django.test import Client

    from editorial.models import User

    client = Client(raise_request_exception=False)
    client.force_login(
        User.objects.get(username=f"stress-{number}"), backend="django.contrib.auth.backends.ModelBackend"
    )
    return _save(client, pk, line, crowd)


class _Form(HTMLParser):
    """What a browser would post from a page of the desk, and what the page says the others wrote in the same place."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.theirs: list[str] = []
        self._into = self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "textarea":
            self._into = given.get("name", "")
            self.values[self._into] = ""
        elif tag == "input" and given.get("type") not in ("submit", "checkbox", "radio"):
            self.values[given.get("name", "")] = given.get("value", "")
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and "selected" in given:
            self.values[self._select] = given.get("value", "")
        elif tag == "blockquote":
            self._into = "blockquote"
            self.theirs.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "blockquote"):
            self._into = ""

    def handle_data(self, data: str) -> None:
        if self._into == "blockquote":
            self.theirs[-1] += data
        elif self._into:
            self.values[self._into] += data


def _save(client: Any, pk: int, line: str, crowd: Crowd) -> str:
    address = f"/admin/countries/countryprofile/{pk}/change/"
    answer = client.get(address)
    if answer.status_code != 200:
        return f"answer {answer.status_code} to opening"
    for _ in range(MOST_TRIES):
        form = _Form(answer.content.decode())
        wanted = ("country", "theme", "edition", "language", "lead", "seen_version")
        text = form.values["text"].replace("\r\n", "\n").strip("\n")
        for words in [*form.theirs, line]:  # the person decides: all stay
            text += "".join(f"\n\n{one}" for one in words.split("\n\n") if one not in text.split("\n\n"))
        values = {name: form.values[name] for name in wanted}
        answer = client.post(address, values | {"text": f"{text}\n", "reason": line})
        if answer.status_code == 302:
            return "saved"
        if answer.status_code != 200:
            return f"answer {answer.status_code}"
        crowd.count("shown both versions")
    return "gave up"


def _account(pks: list[int], counts: Counter[str], seconds: float) -> int:
    from countries.models import CountryProfile

    texts = {row.pk: row.text for row in CountryProfile.objects.filter(pk__in=pks)}
    versions = CountryProfile.history.filter(id__in=pks)
    lines = sum(text.count("Line ") for text in texts.values())
    reasons = versions.filter(history_change_reason__startswith="Line ").count()
    doubled = sum(count - 1 for text in texts.values() for count in Counter(text.split("\n\n")).values())
    print(f"{PEOPLE} people, {RECORDS} records, {SAVES} saves in {seconds:.1f} s")
    for outcome, count in sorted(counts.items()):
        print(f"  {outcome}: {count}")
    print(f"  lines that stand in the texts: {lines} of {SAVES}; doubled: {doubled}")
    print(f"  versions: {versions.count()} = {RECORDS} first + {reasons} saves")
    lost = SAVES - lines
    return int(bool(lost or doubled or reasons != SAVES or counts["saved"] != SAVES))


if __name__ == "__main__":
    sys.exit(main())
