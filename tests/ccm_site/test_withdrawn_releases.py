"""What was withdrawn stays away from every public door, also while the next release waits for its embargo to end.

One profile and one statement are published ("blunder"), withdrawn, mended ("mended") and published again under an
embargo. The doors are found by following every link from the first page, the sitemap, the feed and the API.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from countries.models import CountryProfile
from editorial.actions.publishing import withdraw
from editorial.models import SearchEntry, recording
from meetings.models import ActionPlan, ListedStatement, Statement, StatementAction
from tests.doors import FEEDS, crawl
from tests.factories import meetings
from tests.factories.profiles import Press, make_source
from tests.reader import Reader

NOON = datetime(2030, 3, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=2)
THEME = "/countries/peru/cluster-munition-ban-policy/"
SEARCHES = ("/search/?q=bombs", "/statements/?q=bombs", "/api/v1/statements/?q=bombs")
SEALS = ("/about/seals/", "/about/seals.json", "/about/seals.txt")
REASON = "Its figures were of another state."
SHOWN = {
    # at least these show something of a published profile or statement in words …
    *("/", "/countries/peru/", THEME, THEME + "2009/", "/sources/", "/sources.csv"),
    *("/countries/chile/", "/statements/", "/statements.csv", "/statements/?country=CHL", "/meetings/lima-2007/"),
    *("/search/?q=bombs", "/statements/?q=bombs", "/api/v1/statements/?q=bombs", "/statements.csv?q=bombs"),
    *("/themes/retention/", "/themes/retention.csv", "/action-plans/vientiane/"),
    *("/api/v1/profiles/", "/api/v1/statements/", "/api/v1/positions/", "/api/v1/sources/"),
}
COUNTED = {"/countries/", "/countries.csv", "/meetings/", "/themes/", "/action-plans/", "/about/data/"}
"""… and these in a number or a year."""


class Case:
    """A profile and a statement, brought out and taken back together."""

    def __init__(self, press: Press, profile: CountryProfile, statement: Statement) -> None:
        self.press, self.profile, self.statement = press, profile, statement

    def bring_out(self, word: str, *, note: str = "", visible_from: datetime | None = None) -> None:
        source = make_source(key=f"{word}-source", title=f"The {word} paper")
        text = f"It is said, a {word}, that there are bombs.[^a]\n\n[^a]: [@{source.key}]."
        lead, title = f"A {word} in short.", f"{word.title()} in Lima"
        self.press.release(self.profile, visible_from=visible_from, note=note, lead=lead, text=text)
        with recording(by=None, reason="Written"):
            for position in self.statement.positions.all():
                position.paraphrase = f"A {word} of a position."
                position.save()
            for name, value in {"title": title, "lead": lead, "text": text, "source": source}.items():
                setattr(self.statement, name, value)
            self.statement.save()
        meetings.publish_statement(self.statement, note, visible_from=visible_from)

    def take_back(self) -> None:
        for record in (self.profile, self.statement):
            withdraw(record=record, by=self.press.publisher, reason="Wrong", public_reason=REASON)

    def addresses(self, word: str, number: int) -> list[str]:
        """Everything that is there of a release for ever, and what it is the only one to cite."""
        return [*self.releases(word, number), *self.sources(word)]

    def sources(self, word: str) -> list[str]:
        """What a release is the only one to cite."""
        return [f"/sources/{word}-source/", f"/api/v1/sources/{word}-source/"]

    def releases(self, word: str, number: int) -> list[str]:
        """Everything that is there of a release for ever."""
        statement = f"/statements/{self.statement.pk}/{word}-in-lima/"
        files = ("", "cite.bib", "cite.ris", "cite.json", "text.txt")
        api = [f"/api/v1/profiles/{self.profile.pk}/", f"/api/v1/statements/{self.statement.pk}/"]
        return [
            *(f"{THEME}2009/r{number}/{rest}" for rest in files),
            *(f"{statement}r{number}/{rest}" for rest in files),
            f"{THEME}compare/?from=2009/r{number}&to=2009/r{number}",
            f"{statement}compare/?from=r{number}&to=r{number}",
            *(f"{record}releases/{number}/" for record in api),
            *(f"{record}compare/?from={number}&to={number}" for record in api),
        ]

    def followers(self) -> list[str]:
        """Addresses that follow the newest release."""
        statement, profile = f"/statements/{self.statement.pk}/", f"/api/v1/profiles/{self.profile.pk}/"
        pages = [THEME, THEME + "2009/", THEME + "compare/", statement, statement + "any/compare/"]
        api = [profile, "/api/v1" + statement]
        return [*pages, *api, *(record + "releases/" for record in api)]

    def logs(self) -> list[str]:
        """Where readers are told that something was withdrawn."""
        return [THEME + "history/", f"/statements/{self.statement.pk}/any/history/", *FEEDS]


@pytest.fixture
def case(press: Press, peru, ban_policy) -> Case:
    chile, retention = meetings.make_country("CHL", "Chile"), meetings.make_theme()
    statement = meetings.make_statement(
        parties=[(peru, "deliverer"), (chile, "co-sponsor")], themes=[retention], meeting=meetings.make_meeting()
    )
    meetings.make_position(statement, peru, retention)
    with recording(by=None, reason="Made for a test"):
        plan = ActionPlan.objects.create(
            slug="vientiane", name="Vientiane Action Plan", source=meetings.make_source("plan")
        )
        StatementAction.objects.create(statement=statement, plan=plan)
    return Case(press, press.draft(peru, ban_policy, text="Not written yet."), statement)


def pages() -> dict[str, str]:
    """Every page but the logs and the feeds, which say that something was withdrawn, and the seals, which say that
    something waits: of what, test_the_seals_name_nothing_that_is_withdrawn_or_waits asks."""
    return {
        address: body
        for address, body in crawl(*SEARCHES)
        if not address.endswith("/history/") and address not in (*FEEDS, *SEALS)
    }


def test_the_seals_name_nothing_that_is_withdrawn_or_waits(case: Case) -> None:
    with time_machine.travel(NOON):
        case.bring_out("blunder")
        case.take_back()
        case.bring_out("mended", note="Written anew.", visible_from=LATER)
        for address in SEALS:
            page = Client().get(address).content.decode().lower()
            assert [
                word for word in ("blunder", "mended", "written anew", f"{LATER:%Y-%m-%d}") if word in page
            ] == []


def having(word: str, found: dict[str, str]) -> set[str]:
    return {address for address, body in found.items() if word in body.lower()}


def answers(addresses: list[str]) -> set[int]:
    return {Client().get(address, follow=True).status_code for address in addresses}


def test_every_door_is_shut_while_it_is_withdrawn_and_opens_by_time_alone(case: Case) -> None:
    with time_machine.travel(NOON):
        before = pages()
        case.bring_out("blunder")
        published = pages()
        assert having("blunder", published) >= SHOWN
        assert {address for address, body in published.items() if before.get(address) != body} >= COUNTED
        assert answers(case.addresses("blunder", 1) + case.followers()) == {200}

        case.take_back()
        assert answers(case.releases("blunder", 1) + case.followers()) == {410}
        assert answers(case.sources("blunder")) == {404}

        case.bring_out("mended", note="Written anew.", visible_from=LATER)
        assert pages() == before
        assert answers(case.releases("blunder", 1) + case.followers()) == {410}
        waiting = [one for one in case.addresses("mended", 2) if "/compare/" not in one or "/api/" in one]
        assert answers(waiting + case.sources("blunder")) == {404}
        for address in case.logs():
            page = Client().get(address, follow=True).content.decode()
            assert REASON in page
            assert "blunder" not in page
            assert "Written anew." not in page

    with time_machine.travel(LATER):
        after = pages()
        assert having("mended", after) >= SHOWN
        assert having("blunder", after) == set()
        assert answers(case.addresses("mended", 2) + case.followers()) == {200}
        assert answers(case.releases("blunder", 1)) == {410}
        for address in case.logs():
            page = Client().get(address, follow=True).content.decode()
            assert REASON in page
            assert "Written anew." in page


def test_lists_and_search_made_anew_do_not_bring_it_back(case: Case) -> None:
    with time_machine.travel(NOON):
        case.bring_out("blunder")
        case.take_back()
        case.bring_out("mended", note="Written anew.", visible_from=LATER)
    for now, titles in ((NOON + timedelta(hours=1), []), (LATER, ["Mended in Lima"])):
        with time_machine.travel(now):
            call_command("rebuild_index", verbosity=0)
            entries = SearchEntry.objects.filter(kind__in=("profile", "statement"))
            assert not entries.filter(body__contains="blunder").exists()
            assert entries.visible(now).count() == 2 * len(titles)
            assert [row.title for row in ListedStatement.objects.published(now)] == titles
            assert not ListedStatement.objects.filter(title__contains="Blunder").exists()


def test_kept_pages_change_at_the_moment_at_which_the_embargo_ends(case: Case) -> None:
    reader = Reader()
    with time_machine.travel(NOON):
        case.bring_out("blunder")
        case.take_back()
        case.bring_out("mended", note="Written anew.", visible_from=LATER)
    with time_machine.travel(LATER - timedelta(seconds=5)) as clock:
        kept = reader.get("/countries/peru/")
        assert reader.get("/countries/peru/", if_none_match=kept["ETag"]).status_code == 304
        assert "in short" not in kept.content.decode()
        clock.move_to(LATER)
        page = reader.get("/countries/peru/", if_none_match=kept["ETag"]).content.decode()
        assert "mended in short" in page
        assert "blunder" not in page
