"""The sources of a record: its own first, then what its note cites, each place once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from countries.models import Country, TreatyAction
from editorial.models import recording
from tests.factories.meetings import make_source
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db
Ask = Callable[[str], Any]


def places(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["key"], one["locator"]) for one in row["sources"]]


@pytest.fixture
def act(peru: Country) -> TreatyAction:
    untc, other = make_source("untc", publisher="UNTC"), make_source("monitor-2013")
    note = f"Seen in [@{other.key}, p. 5] and [@{other.key}, p. 5], not in [@{untc.key}, row Peru]."
    return make_act(peru, "signature", "2008-12-03", source=untc, source_locator="row Peru", note=note)


def test_its_own_source_comes_first_and_no_place_twice(ask: Ask, act: TreatyAction) -> None:
    row = ask(f"treaty-actions/{act.pk}/")
    assert places(row) == [("untc", "row Peru"), ("monitor-2013", "p. 5")]
    assert row["sources"][0]["citation"] == act.source.line()  # the place stands beside the line, not in it
    assert row["sources"][0]["url"] == "http://testserver/api/v1/sources/untc/"
    assert row["note"].startswith("Seen in")


def test_without_a_note_there_is_one_source_or_none(ask: Ask, act: TreatyAction) -> None:
    with recording(by=None, reason="Made for a test"):
        act.note = ""
        act.save()
    assert places(ask(f"treaty-actions/{act.pk}/")) == [("untc", "row Peru")]
    with recording(by=None, reason="Made for a test"):
        act.source, act.source_locator = None, ""
        act.save()
    row = ask(f"treaty-actions/{act.pk}/")
    assert (row["sources"], row["note"]) == ([], "")


def test_a_list_reads_the_sources_of_all_its_rows_at_once(
    ask: Ask, act: TreatyAction, django_assert_num_queries
) -> None:
    ask("treaty-actions/")
    with django_assert_num_queries(4):  # rows, count, how far the record reaches, citations
        assert ask("treaty-actions/")["count"] == 1
