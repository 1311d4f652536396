"""A page that a change did not mark is the same afterwards: saying too little of what a page rests on is found here.

Facts of every table that marks less than everything, texts, their withdrawal and every field of their drafts are
written, each batch inside a savepoint, and every narrow page whose word stayed is made anew and compared. So is every page
that is made of kept values, whether its word stayed or not, once out of what a worker kept from before the change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from ccm_site.page_cache import _at
from countries.models import Country, CountryProfile
from editorial.actions.publishing import withdraw
from editorial.models import Publishable, Source, Tracked, User, public_word, recording, whole_of
from editorial.queries import kept
from meetings.models import Meeting, Statement, StatementParty
from tests.ccm_site.test_unseen_until_confirmed import ACTS, facts  # noqa: F401 - a fixture
from tests.doors import crawl
from tests.factories.meetings import make_country, publish_statement
from tests.factories.profiles import Press

Act = Callable[[], object]


@pytest.fixture
def still(facts: list[Tracked]) -> Iterator[None]:  # noqa: F811
    with time_machine.travel(datetime.now(UTC), tick=False):
        yield


OF_KEPT_VALUES = (
    "/countries",
    "/stockpiles",
    "/treaties",
    "/meetings",
    "/themes",
    "/votes",
    "/matrix",
    "/contamination",
    "/casualties",
    "/laws",
    "/api/v1/deadlines",
    "/api/v1/stocks",
)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Worker:
    """A worker that keeps values while it is told to, also inside the transaction of a test."""
    worker = Worker()
    monkeypatch.setattr(kept, "_words_tell", lambda: worker.keeps)
    monkeypatch.setattr(kept, "room", worker.room)
    return worker


class Worker:
    """What it keeps, and whether it does."""

    def __init__(self) -> None:
        self.keeps = False
        self.room = kept.Room()

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """What is kept inside is forgotten at the end: it stands under words of a transaction that is undone."""
        before = [dict(part) for part in (self.room._kept, self.room._about)]
        self.keeps = True
        try:
            yield
        finally:
            self.keeps = False
            self.room.clear()
            for part, values in zip((self.room._kept, self.room._about), before, strict=True):
                part.update(values)


class Pages:
    """The pages that say what they rest on, each as it was before, with its word."""

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        found = {address: body for address, body in crawl() if not self._is_other_form(address)}
        self.bodies = {address: body for address, body in found.items() if self._on(address) is not None}
        self.words = self._words()
        self.of_kept = [address for address in found if address == "/" or address.startswith(OF_KEPT_VALUES)]
        worker.keeps = True
        for address in self.of_kept:
            assert _answer(address) == found[address], address
        worker.keeps = False
        assert len(worker.room) > 100

    def _is_other_form(self, address: str) -> bool:
        return address.endswith((".bib", ".ris", "cite.json"))

    def _on(self, address: str):
        return _at(address.partition("?")[0])[0]

    def _words(self) -> dict[str, str]:
        return {address: public_word(timezone.now(), self._on(address)) for address in self.bodies}

    def after(self, act: Act) -> set[str]:
        """The addresses that were to be made anew after an act. Fails where another one has changed as well, and where a
        worker says of one what was right before."""
        connection.run_on_commit.clear()  # what was marked before was another transaction
        with transaction.atomic():
            act()
            moved = {address for address, word in self._words().items() if word != self.words[address]}
            for address in self.bodies.keys() - moved:
                assert _answer(address) == self.bodies[address], address
            with self.worker.keeping():
                served = {address: _answer(address) for address in self.of_kept}
            for address, body in served.items():
                anew = _answer(address) if address in moved or address not in self.bodies else self.bodies[address]
                assert body == anew, address
            transaction.set_rollback(True)
        return moved


def _answer(address: str) -> str:
    return Client().get(address).getvalue().decode(errors="replace")


def of_state(slug: str, moved: set[str]) -> set[str]:
    return {address for address in moved if f"/{slug}/" in address or address.endswith(f"/{slug}/")}


def press() -> Press:
    return Press(lambda name: User.objects.get(username=name))


def take_back(record: Publishable) -> None:
    current = type(record)._base_manager.get(pk=record.pk)
    withdraw(record=current, by=press().publisher, reason="Wrong", public_reason="Wrong.")


def edit_every_field(record: Publishable) -> None:
    """What a working copy has beside its steps and what makes its address."""
    given: dict[type[Publishable], dict[str, Any]] = {
        CountryProfile: {"covers_until": "2008"},
        Statement: {
            "kind": "joint",
            "meeting": Meeting.objects.get(slug="meeting-4"),
            "date": "2001",
            "language": "es",
            "source": Source.objects.get(key="unreleased"),
            "states_claimed": 26,
            "states_unnamed": 2,
        },
    }
    left = {
        "id",
        "public_id",
        "document",
        "rolled_from",
        *record.WORKFLOW_FIELDS,
        *record.SEEN_OF_A_DRAFT,
        *given[type(record)],
    }
    words = {f.name: "A draft." for f in record._meta.concrete_fields if f.name not in left}
    with recording(by=None, reason="Drafted"):
        for name, value in {**given[type(record)], **words}.items():
            setattr(record, name, value)
        record.save()


@pytest.mark.timeout(1800)
def test_what_no_mark_says_has_not_changed(facts: list[Tracked], still: None, worker: Worker) -> None:  # noqa: F811
    narrow = [one for one in facts if (whole_of(type(one)) or type(one)).SHOWN_ON]
    assert len(narrow) == 22
    profile = CountryProfile.objects.get(country__slug="peru", edition=2009)
    statement = Statement.objects.get(parties__country__slug="peru", published_at__isnull=False)
    pages = Pages(worker)
    assert len(pages.bodies) > 100

    def every_fact() -> None:
        with recording(by=None, reason="Counted anew"):
            for first in narrow:
                for act in ACTS.values():
                    act(first)

    moved = pages.after(every_fact)
    assert of_state("peru", moved)
    assert "/stockpiles/deadlines/" in moved
    assert not of_state("chile", moved)
    assert not of_state("spain", moved)
    assert not {address for address in moved if address.startswith(("/treaties/", "/statements/"))}

    for record in (profile, statement):
        assert pages.after(partial(edit_every_field, type(record)._base_manager.get(pk=record.pk))) == set()

    def edition() -> None:
        press().release(
            CountryProfile.objects.get(pk=profile.pk), note="Mended.", lead="Another lead.", text="Words."
        )

    moved = pages.after(edition)
    assert {"/countries/peru/", "/api/v1/profiles/"} <= moved
    assert not of_state("chile", moved)

    def correction() -> None:
        """Another state stands behind it, and Peru no longer does."""
        with recording(by=None, reason="Who spoke"):
            for row in (StatementParty.objects.get(statement=statement), statement.positions.get()):
                row.country = Country.objects.get(slug="chile")
                row.save()
        publish_statement(Statement.objects.get(pk=statement.pk), "It was Chile.")

    moved = pages.after(correction)
    assert {"/countries/peru/", "/countries/chile/", "/statements/", statement.meeting.get_absolute_url()} <= moved
    assert not of_state("spain", moved)

    for record, name in ((profile, "peru"), (statement, "peru")):
        moved = pages.after(partial(take_back, record))
        assert f"/countries/{name}/" in moved
        assert not of_state("spain", moved)

    def waiting() -> None:
        press().release(
            CountryProfile.objects.get(pk=profile.pk),
            note="Mended.",
            lead="Another lead.",
            visible_from=timezone.now() + timedelta(hours=1),
        )

    pages.after(waiting)

    def new_state() -> None:
        make_country("ZZZ", "Zedland")

    assert pages.after(new_state) == pages.bodies.keys()
