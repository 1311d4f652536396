"""No reader ever gets a text older than the last committed public change: tried in any order of steps.

Two people publish, wait for embargoes, take back, withdraw and save drafts, each in transactions of their own; a process
dies before its commit, or between it and what was to run after it; marks are counted together; clocks go on and are put
back. Two workers keep pages under the word that they read before making them, with anything between the two, and values of
each state, of which each makes those anew whose word moved. After each step both are compared with what is made anew.
On SQLite, which has one writer at a time, one person writes.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from countries.models import Country, CountryProfile, ProfileRelease, ProfileTheme
from editorial.actions.marking import mark_change
from editorial.models import NamedInAddress, PublicationCounter, PublicWord, Subjects, User, recording
from editorial.models.following import HowWritten
from editorial.queries.kept import Keeping, Room

NOON = datetime(2030, 3, 1, 12, tzinfo=UTC)
STATES = ("peru", "chad")
WRITERS = 2 if connection.vendor == "postgresql" else 1
PAGES: dict[str, Subjects] = {slug: (NamedInAddress(Country, "slug", slug),) for slug in STATES} | {"all": None}


class Writer:
    """A person with a connection of their own, whose steps are taken one after the other."""

    def __init__(self) -> None:
        self.steps: queue.Queue[tuple[Callable[[], Any], Future[Any]] | None] = queue.Queue()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        self.open: transaction.Atomic | None = None

    def _run(self) -> None:
        while (step := self.steps.get()) is not None:
            act, answer = step
            try:
                answer.set_result(act())
            except BaseException as problem:
                answer.set_exception(problem)
        connection.close()

    def do(self, act: Callable[[], Any]) -> Any:
        answer: Future[Any] = Future()
        self.steps.put((act, answer))
        return answer.result(20)

    def begin(self) -> None:
        self.open = transaction.atomic()
        self.do(self.open.__enter__)

    def end(self, *, dies: bool = False, undone: bool = False) -> None:
        """Commit; or commit and die before anything else is done; or undo everything."""
        if self.open is None:
            return
        if dies:
            self.do(lambda: connection.run_on_commit.clear())
        gone = (ZeroDivisionError, ZeroDivisionError(), None) if undone else (None, None, None)
        change, self.open = self.open, None
        self.do(lambda: change.__exit__(*gone))


class Worker:
    """What keeps pages: each under the word that it read before it made the page."""

    def __init__(self) -> None:
        self.word = PublicWord()
        self.kept: dict[str, tuple[str, Any]] = {}
        self.making: dict[str, str] = {}
        self.room = Room()
        self.page: Keeping | None = None


class Machine(RuleBasedStateMachine):
    """One edition a state; its releases are what the pages show."""

    edition = 2000

    def __init__(self) -> None:
        super().__init__()
        Machine.edition += 1
        self.now = NOON
        self.writers = [Writer() for _ in range(WRITERS)]
        self.workers = [Worker(), Worker()]
        self.numbers = dict.fromkeys(STATES, 0)
        self.withdrawn: set[str] = set()
        theme, self.by = ProfileTheme.objects.get(), User.objects.get(username="ana")
        with recording(by=None, reason="Made for a test"):
            self.profiles = {
                slug: CountryProfile.objects.create(
                    country=Country.objects.get(slug=slug), theme=theme, edition=self.edition, text="Words."
                )
                for slug in STATES
            }

    def teardown(self) -> None:
        for writer in self.writers:
            writer.end(undone=True)
            writer.steps.put(None)
            writer.thread.join(20)

    # ---------------------------------------------------------------- what is shown

    def made_anew(self, page: str) -> Any:
        shown = ProfileRelease.objects.visible(self.now).filter(profile__edition=self.edition)
        if page != "all":
            shown = shown.filter(profile__country__slug=page)
        return list(shown.order_by("pk").values_list("pk", "profile__country__name"))

    def served(self, worker: Worker, page: str) -> Any:
        kept = worker.kept.get(page)
        if kept is not None and kept[0] == worker.word(self.now, PAGES[page]):
            return kept[1]
        return self.made_anew(page)

    @invariant()
    def no_reader_gets_what_is_past(self) -> None:
        for page in PAGES:
            anew = self.made_anew(page)
            for worker in self.workers:
                assert self.served(worker, page) == anew, page
        for worker in self.workers:
            anew = [self.made_anew(slug) for slug in STATES]
            assert self.of_states(Keeping(self.now, worker.room)) == (anew, anew, anew)

    def of_states(self, page: Keeping) -> tuple[list[Any], ...]:
        """What is seen of each state: as it is read, as it is made of what was read, and of all states together."""
        pks = [self.profiles[slug].country_id for slug in STATES]

        def make(some: list[int]) -> dict[int, Any]:
            return {pk: self.made_anew(slug) for pk, slug in zip(pks, STATES, strict=True) if pk in some}

        def copied(some: list[int]) -> dict[int, Any]:
            return {pk: first[pk] for pk in some}

        first = page.of_each(("releases", self.edition), Country, pks, make)
        second = page.of_each(("made of them", self.edition), Country, pks, copied)
        whole = page.value(("of all", self.edition), lambda: list(first.values()), on=(CountryProfile.SHOWN_ON,))
        return list(first.values()), list(second.values()), whole

    @rule(number=st.integers(0, 1))
    def a_worker_begins_a_page_of_values(self, number: int) -> None:
        self.workers[number].page = Keeping(self.now, self.workers[number].room)

    @precondition(lambda self: any(worker.page for worker in self.workers))
    @rule(number=st.integers(0, 1))
    def a_worker_ends_a_page_of_values(self, number: int) -> None:
        worker = self.workers[number]
        if worker.page is not None:
            self.of_states(worker.page)
        worker.page = None

    @rule(number=st.integers(0, 1), page=st.sampled_from(sorted(PAGES)))
    def a_worker_begins_a_page(self, number: int, page: str) -> None:
        worker = self.workers[number]
        worker.making.setdefault(page, worker.word(self.now, PAGES[page]))

    @rule(number=st.integers(0, 1), page=st.sampled_from(sorted(PAGES)))
    def a_worker_keeps_a_page(self, number: int, page: str) -> None:
        worker = self.workers[number]
        word = worker.making.pop(page, None) or worker.word(self.now, PAGES[page])
        worker.kept[page] = (word, self.made_anew(page))

    # ---------------------------------------------------------------- what people do

    def _write(self, number: int, act: Callable[[CountryProfile], None]) -> None:
        """Each person writes on a state of their own: two on one record would wait for each other."""
        number %= WRITERS
        writer, slug = self.writers[number], STATES[number]
        alone = writer.open is None
        if alone:
            writer.begin()
        pk = self.profiles[slug].pk

        def written() -> None:
            with recording(by=None, reason="A step"):
                act(CountryProfile.objects.get(pk=pk))

        writer.do(written)
        if alone:
            writer.end()

    @rule(number=st.integers(0, 1))
    def begins(self, number: int) -> None:
        assume(self.writers[number % WRITERS].open is None)
        self.writers[number % WRITERS].begin()

    @rule(number=st.integers(0, 1), how=st.sampled_from(["commits", "dies after", "undoes"]))
    def ends(self, number: int, how: str) -> None:
        self.writers[number % WRITERS].end(dies=how == "dies after", undone=how == "undoes")

    @rule(number=st.integers(0, 1), hours=st.integers(0, 3))
    def publishes(self, number: int, hours: int) -> None:
        """At once, or under an embargo. What follows a release beside its marks is left out: it takes locks."""
        slug = STATES[number % WRITERS]
        self.numbers[slug] += 1
        release_number, now, by = self.numbers[slug], self.now, self.by

        def act(profile: CountryProfile) -> None:
            release = ProfileRelease(
                profile=profile,
                number=release_number,
                title="Out",
                lead="Out.",
                text="Words.",
                released_at=now,
                released_by=by,
                visible_from=now + timedelta(hours=hours),
                public_note="Told.",
                change_kind="first" if release_number == 1 else "minor",
                payload={},
                facts=[],
            )
            release.save()
            mark_change(release, HowWritten.CREATED)

        self._write(number, act)

    @rule(number=st.integers(0, 1))
    def changes_the_end_of_an_embargo(self, number: int) -> None:
        now = self.now

        def act(profile: CountryProfile) -> None:
            release = profile.releases.waiting(now).order_by("-number").first()
            if release and type(release).objects.decide_embargo(
                release, now, visible_from=now + timedelta(hours=2)
            ):
                mark_change(type(release).objects.get(pk=release.pk), HowWritten.CHANGED)

        self._write(number, act)

    @rule(number=st.integers(0, 1))
    def withdraws(self, number: int) -> None:
        now, by = self.now, self.by
        self.withdrawn.add(STATES[number % WRITERS])

        def act(profile: CountryProfile) -> None:
            profile.withdrawn_at, profile.withdrawn_by, profile.withdrawal_reason = now, by, "Wrong."
            profile.published_at, profile.published_by = now - timedelta(hours=1), by
            profile.save_step()

        self._write(number, act)

    @rule(number=st.integers(0, 1), words=st.text("ab", min_size=1, max_size=3))
    def saves_a_draft(self, number: int, words: str) -> None:
        before = [worker.word(self.now) for worker in self.workers]
        is_alone = self.writers[number % WRITERS].open is None
        self._write(number, lambda profile: _save(profile, text=words))
        # the working copy of what was withdrawn may leave a mark more than is needed, which is never a lie
        if is_alone and STATES[number % WRITERS] not in self.withdrawn:
            assert [worker.word(self.now) for worker in self.workers] == before

    @precondition(lambda self: WRITERS > 1 or self.writers[0].open is None)
    @rule()
    def marks_are_counted_together(self) -> None:
        PublicationCounter.count_together()

    @rule(hours=st.sampled_from([-1, 1, 2, 30]))
    def the_clock_is_put(self, hours: int) -> None:
        self.now += timedelta(hours=hours)


def _save(record: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


@pytest.mark.timeout(600)
@pytest.mark.django_db(transaction=True)
def test_no_reader_gets_a_text_older_than_the_last_committed_change(person: Callable[..., User]) -> None:
    person("ana")
    with recording(by=None, reason="Made for a test"):
        ProfileTheme.objects.create(slug="ban-policy", title="Ban policy", order=1)
        for slug in STATES:
            Country.objects.create(slug=slug, iso3=slug[:3].upper(), name=slug.title())
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        Machine,
        settings=settings(max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=checks),
    )
