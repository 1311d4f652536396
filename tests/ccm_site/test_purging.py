"""A CDN is told of what a transaction has changed: of all of it, of nothing that was undone, and again if need be."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import transaction

from countries.models import Country
from editorial.actions.job_running import run_waiting
from editorial.models import Job, PublicationCounter, recording
from stockpiles.models import StockpileHolding
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


class Cdn(HTTPServer):
    """Listens to what it is told; answers 503 as long as it is ``busy``."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Listening)
        self.told: list[tuple[str, str]] = []
        self.busy = False


class _Listening(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        here: Cdn = self.server  # type: ignore[assignment]
        if not here.busy:
            here.told.append((self.headers["Surrogate-Key"], self.headers["Fastly-Key"]))
        self.send_response(503 if here.busy else 200)
        self.end_headers()

    def log_message(self, *words: object) -> None: ...


@pytest.fixture
def cdn(settings) -> Iterator[Cdn]:
    settings.MONITOR_WORK = "worker"
    with Cdn() as server:
        settings.MONITOR_CDN_PURGE_URL = f"http://127.0.0.1:{server.server_port}/purge"
        settings.MONITOR_CDN_PURGE_HEADER = "Fastly-Key: a word"
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def rename(peru: Country) -> None:
    with transaction.atomic(), recording(by=None, reason="Made for a test"):
        peru.name = "Piruw"
        peru.save()


def work() -> None:
    run_waiting(worker="of a test", beats=False)


def test_it_is_told_the_subjects_of_a_change(cdn: Cdn, peru: Country) -> None:
    Job.objects.all().delete()
    source = make_source()  # of the library, which nobody sees before it is cited
    with recording(by=None, reason="Made for a test"):
        note = f"It says so: [@{source.key}]."
        StockpileHolding.objects.create(country=peru, munitions=675, as_of="2013", made_on="2014", note=note)
    work()
    told = {key for keys, _ in cdn.told for key in keys.split()}
    assert {f"countries.country/{peru.pk}", "anything"} <= told
    assert {word for _, word in cdn.told} == {"a word"}


def test_of_what_was_undone_it_hears_nothing(cdn: Cdn, peru: Country) -> None:
    Job.objects.all().delete()
    with transaction.atomic():
        PublicationCounter.note_change(("stocks",))
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_a_cdn_that_is_busy_is_told_again(cdn: Cdn, peru: Country) -> None:
    Job.objects.all().delete()
    cdn.busy = True
    with transaction.atomic():
        PublicationCounter.note_change(("stocks",))
    work()
    [job] = Job.objects.all()
    assert (job.state, job.attempts, cdn.told) == ("waiting", 1, [])
    assert "tried again" in job.outcome
    cdn.busy = False
    Job.objects.update(not_before=job.asked_at)
    work()
    assert [keys for keys, _ in cdn.told] == ["stocks anything"]


def test_a_publication_never_fails_for_want_of_room(cdn: Cdn) -> None:
    for number in range(250):
        with transaction.atomic():
            PublicationCounter.note_change((f"countries.country/{number}",))
    assert Job.objects.filter(kind="purge").count() == 250


def test_without_one_nothing_waits(settings, peru: Country) -> None:
    settings.MONITOR_WORK = "worker"
    rename(peru)
    assert not Job.objects.exists()
