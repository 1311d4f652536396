"""What a CDN is told that it may keep: by subject, never past the next moment at which readers see something else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from ccm_site.surrogates import Surrogates, keys_of, may_be_kept, surrogate_headers
from countries.models import Country
from editorial.models import PublicationCounter
from tests.reader import Reader

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def cdn(settings) -> None:
    settings.MONITOR_CDN_SECONDS = 600


@pytest.fixture
def reader() -> Reader:
    made = Reader()
    made.worker = Surrogates(made.worker)
    return made


def test_a_page_of_a_state_bears_its_key(peru: Country, reader: Reader) -> None:
    answer = reader.get("/countries/peru/")
    assert answer["Surrogate-Key"].split() == ["everything", f"countries.country/{peru.pk}"]
    assert answer["Cache-Control"] == "public, no-cache"  # for readers, as ever


def test_an_unchanged_answer_bears_them_too(peru: Country, reader: Reader) -> None:
    tag = reader.get("/countries/peru/")["ETag"]
    answer = reader.get("/countries/peru/", if_none_match=tag)
    assert (answer.status_code, answer.has_header("Surrogate-Key")) == (304, True)


@pytest.mark.parametrize("address", ["/healthz", "/admin/login/", "/countries/atlantis/"])
def test_what_is_not_the_same_for_all_bears_none(reader: Reader, address: str) -> None:
    assert not reader.get(address).has_header("Surrogate-Key")


@pytest.mark.parametrize(
    ("status", "headers", "may"),
    [
        ("200 OK", [("Cache-Control", "public, no-cache")], True),
        ("304 Not Modified", [], True),
        ("404 Not Found", [], False),
        ("200 OK", [("Set-Cookie", "a=b")], False),
        ("200 OK", [("Cache-Control", "private")], False),
        ("200 OK", [("Cache-Control", "max-age=0, no-store")], False),
    ],
)
def test_which_answers_may_be_kept(status: str, headers: list[tuple[str, str]], may: bool) -> None:
    assert may_be_kept(status, headers) is may


def test_a_page_that_may_show_anything_bears_the_key_of_all_changes() -> None:
    assert keys_of(None) == ["everything", "anything"]


def seconds(now: datetime) -> str:
    return dict(surrogate_headers(("lists",), now))["Surrogate-Control"]


def test_never_longer_than_until_midnight_or_the_end_of_an_embargo() -> None:
    assert seconds(NOON) == "max-age=600"
    assert seconds(datetime(2026, 11, 30, 23, 59, tzinfo=UTC)) == "max-age=60"
    with time_machine.travel(NOON, tick=False), transaction.atomic():
        PublicationCounter.note_change(("lists",), seen_from=NOON + timedelta(seconds=90))
    assert seconds(NOON) == "max-age=90"
    assert seconds(NOON + timedelta(seconds=90)) == "max-age=600"
