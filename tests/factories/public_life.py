"""One record of each noun that is published in releases: what holds of one holds of all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from countries.models import Country, CountryProfile, ProfileTheme
from countries.views.profile import PROFILES
from editorial.actions.publishing import withdraw
from editorial.models import Publishable, Release, User, recording
from editorial.public.noun import PublicNoun
from meetings.views.statement import STATEMENTS
from tests.factories import meetings
from tests.factories.profiles import Press, make_source

TEXT = (
    "It holds {word} bombs.[^a]\n\n## Plans\n\nIt will destroy them.\n\n[^a]: [@{key}, p. 5]. Seen by *nobody*.\n"
)


class Life:
    """One record with its public addresses. What is brought out differs by a word in lead, text and source."""

    noun: PublicNoun[Any]
    shelf: str
    page: str
    feed: str
    title: str
    names: Callable[[int], str]

    def __init__(self, record: Publishable, press: Press) -> None:
        self.record, self.press = record, press
        self.api = f"/api/v1/{self.noun.name}s/{record.pk}/"

    def write(self, word: str) -> None:
        """Changes the working copy; readers see nothing of it."""
        source = make_source(key=f"{word}-source", title=f"The {word} <paper>", publisher="")
        with recording(by=self.press.researcher, reason=f"private {word}"):
            self.record.lead = f"In short, {word}."  # type: ignore[attr-defined]
            self.record.text = TEXT.format(word=word, key=source.key)  # type: ignore[attr-defined]
            self.record.save()

    def bring_out(self, word: str, *, note: str = "", visible_from: datetime | None = None) -> Release:
        self.write(word)
        return self.publish(note=note, visible_from=visible_from)

    def publish(self, *, note: str = "", visible_from: datetime | None = None) -> Release:
        return meetings.publish(self.record, note, visible_from=visible_from)

    def take_back(self, reason: str = "Of another state.") -> None:
        self.record.refresh_from_db()
        withdraw(
            record=self.record,
            by=User.objects.get(username="publisher"),
            reason="private reason",
            public_reason=reason,
        )

    def another(self) -> Life:
        """A further record of the same kind."""
        raise NotImplementedError

    def compare(self, since: int, to: int) -> str:
        asked = {"from": self.names(since), "to": self.names(to)}
        return f"{self.shelf}compare/?{urlencode(asked, safe='/')}"

    def of_release(self, number: int) -> list[str]:
        """Every address at which one release stands for ever."""
        page = f"{self.page}r{number}/"
        files = ("cite.bib", "cite.ris", "cite.json", "text.txt")
        api = (f"{self.api}releases/{number}/", f"{self.api}compare/?from={number}&to={number}")
        return [page, *(page + file for file in files), self.compare(number, number), *api]

    def followers(self) -> list[str]:
        """Addresses that follow the newest release."""
        files = ("cite.bib", "cite.ris", "cite.json", "text.txt")
        pages = (self.page, self.shelf + "compare/", *(self.page + file for file in files))
        return [*pages, self.api, self.api + "releases/"]

    @property
    def log(self) -> str:
        return self.shelf + "history/"


class ProfileLife(Life):
    noun = PROFILES
    shelf = "/countries/peru/cluster-munition-ban-policy/"
    page = shelf + "2009/"
    feed = "/feeds/corrections/"
    title = "Peru: Cluster Munition Ban Policy 2009"
    names = staticmethod(lambda number: f"2009/r{number}")

    def another(self) -> Life:
        edition = 2010 + CountryProfile.objects.exclude(edition=2009).count()
        return ProfileLife(self.press.draft(self.record.country, self.record.theme, edition), self.press)  # type: ignore[attr-defined]


class StatementLife(Life):
    noun = STATEMENTS
    feed = "/feeds/corrections/statements/"
    title = "Statement in Lima"
    names = staticmethod(lambda number: f"r{number}")

    def __init__(self, record: Publishable, press: Press) -> None:
        super().__init__(record, press)
        self.shelf = self.page = f"/statements/{record.pk}/statement-in-lima/"

    def another(self) -> Life:
        peru = Country.objects.get(slug="peru")
        return StatementLife(meetings.make_statement("Statement in Lima", [(peru, "deliverer")]), self.press)


@pytest.fixture(params=["profile", "statement"])
def life(request: pytest.FixtureRequest, press: Press, peru: Country, ban_policy: ProfileTheme) -> Life:
    """A draft that nobody has seen."""
    if request.param == "profile":
        return ProfileLife(press.draft(peru, ban_policy, text="Not written yet."), press)
    return StatementLife(meetings.make_statement("Statement in Lima", [(peru, "deliverer")]), press)


@pytest.fixture
def answers(client: Client) -> Callable[[list[str]], set[int]]:
    """The status codes of some addresses, wherever they lead."""
    return lambda addresses: {client.get(address, follow=True).status_code for address in addresses}


@pytest.fixture
def read(client: Client) -> Callable[..., str]:
    """The words of a page, a file or an answer, with the white space put together."""
    return lambda address, **asked: " ".join(
        client.get(address, asked or None, follow=True).content.decode().split()
    )
