"""A public page from a copy of the database: as new as what was promised, or made by the primary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection, connections, transaction
from django.utils import timezone

from ccm_site import replica
from countries.models import Country
from editorial.models import recording
from tests.concurrency.beside import needs_two_writers
from tests.reader import Reader

pytestmark = needs_two_writers


@pytest.fixture
def copy() -> Iterator[Any]:
    """A second connection to the same database. Inside a transaction it sees what was there when that began: such is a
    copy that is behind."""
    settings = {**connection.settings_dict, "TEST": {"MIRROR": "default"}}
    connections.databases[replica.ALIAS] = settings
    made = connections[replica.ALIAS]
    made.connect()
    yield made
    made.close()
    del connections[replica.ALIAS], connections.databases[replica.ALIAS]


@pytest.fixture
def reader(copy: Any) -> Reader:
    return Reader(get_wsgi_application())


def asked_of(copy: Any) -> list[str]:
    """The questions that it was asked from now on."""
    heard: list[str] = []

    def listen(execute: Any, sql: str, *more: Any) -> Any:
        heard.append(sql)
        return execute(sql, *more)

    copy.execute_wrappers.append(listen)
    return heard


def rename(peru: Country, name: str) -> None:
    with transaction.atomic(), recording(by=None, reason="Made for a test"):
        peru.name = name
        peru.save()


def fall_behind(copy: Any) -> None:
    """From now on the copy sees nothing new."""
    copy.set_autocommit(False)
    with copy.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT 1")


def test_a_copy_that_has_everything_makes_the_page(peru: Country, copy: Any, reader: Reader) -> None:
    heard = asked_of(copy)
    assert b"Peru" in reader.get("/countries/peru/").content
    assert any("countries_country" in one for one in heard)


def test_a_copy_that_is_behind_does_not(peru: Country, copy: Any, reader: Reader) -> None:
    fall_behind(copy)
    rename(peru, "Piruw")
    heard = asked_of(copy)
    assert b"Piruw" in reader.get("/countries/peru/").content
    assert len(heard) == 1, "It is asked for its word alone."


def test_while_the_primary_is_away_the_copy_answers(
    peru: Country, copy: Any, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.worker.primary_again_at = float("inf")
    assert b"Peru" in reader.get("/countries/peru/").content


def test_it_never_shows_what_is_older_than_was_promised(
    peru: Country, copy: Any, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    fall_behind(copy)
    rename(peru, "Piruw")
    assert b"Piruw" in reader.get("/countries/peru/").content
    asked: list[object] = []
    monkeypatch.setattr("ccm_site.page_cache._word", lambda *given: asked.append(given))
    reader.worker.primary_again_at = float("inf")
    reader.worker.application = refuse
    assert reader.get("/countries/peru/").status_code == 503
    assert asked, "The primary is asked once more, and patiently."


def refuse(environ: dict[str, Any], start: Any) -> list[bytes]:
    start("503 Service Unavailable", [])
    return []


def test_a_copy_that_fails_costs_nobody_an_error(peru: Country, copy: Any, reader: Reader) -> None:
    def die(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "countries_country" in sql and "publicationmark" not in sql:
            raise copy.Database.OperationalError("canceling statement due to conflict with recovery")
        return execute(sql, params, many, context)

    copy.execute_wrappers.append(die)
    assert b"Peru" in reader.get("/countries/peru/").content
    heard = asked_of(copy)
    assert reader.get("/countries/").status_code == 200
    assert heard == [], "It is left alone for a while."


def test_an_earlier_moment_is_asked_of_the_primary(peru: Country, copy: Any, reader: Reader) -> None:
    heard = asked_of(copy)
    # a second before which nothing was recorded, or in which it was: it is asked for all the same
    assert reader.get(f"/treaties/?known_at={timezone.now():%Y-%m-%dT%H:%M:%SZ}").status_code in (200, 404)
    assert heard == []


def test_a_copy_that_was_restarted_costs_nobody_a_page(
    peru: Country, copy: Any, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    died: list[str] = []

    def die_once(execute: Any, sql: str, *more: Any) -> Any:
        if not died:
            died.append(sql)
            raise OperationalError("terminating connection due to administrator command")
        return execute(sql, *more)

    copy.execute_wrappers.append(die_once)
    monkeypatch.setattr(copy, "close", lambda: None)  # a test may not open another
    reader.worker.primary_again_at = float("inf")
    assert b"Peru" in reader.get("/countries/peru/").content
    assert died


def test_a_streamed_file_comes_from_it_too(peru: Country, copy: Any, reader: Reader) -> None:
    heard = asked_of(copy)
    assert reader.get("/statements.csv").content.startswith(b"\xef\xbb\xbf")
    assert any("meetings_listedstatement" in one for one in heard)


@pytest.mark.parametrize(
    ("one", "other", "is_as_far"),
    [("5-0", "5-0", True), ("6-1", "5-1", True), ("5-0", "5-1", False), ("9-0", "10-0", False)],
)
def test_a_word_is_as_far_as_another(one: str, other: str, is_as_far: bool) -> None:
    assert replica.as_far(one, other) is is_as_far


@pytest.mark.parametrize(
    "address",
    [
        *(
            "/",
            "/countries/",
            "/countries/peru/",
            "/treaties/",
            "/meetings/",
            "/statements/",
            "/votes/",
            "/matrix/",
        ),
        *("/stockpiles/deadlines/", "/search/?q=stockpile", "/api/v1/countries/PER/", "/changes/", "/sources/"),
        *("/countries.csv", "/statements.ndjson", "/sitemap.xml", "/about/", "/impact/", "/laws/"),
    ],
)
def test_a_copy_that_takes_no_writing_makes_every_kind_of_page(
    peru: Country, copy: Any, reader: Reader, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with copy.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = on")
    monkeypatch.setattr(connection, "cursor", None)  # so that who asks the primary is found out
    reader.worker.primary_again_at = float("inf")
    answer = reader.get(address)
    assert (answer.status_code, reader.worker.replica._again_at) == (200, 0.0)
