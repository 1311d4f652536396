"""The entry of a listed statement is written with it, goes with it, and is marked where this site's address comes."""

from __future__ import annotations

import json

import pytest

from editorial.actions.publishing import withdraw
from editorial.models import recording
from meetings.actions.listing import rebuild_lists
from meetings.actions.ready_entry import ADDRESS_MARK, NO_MEETING, beginnings, entry_of
from meetings.models import ListedStatement, ReadyEntry
from tests.factories.meetings import make_country, make_meeting, make_statement, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement():
    made = make_statement(
        parties=[(make_country(), "deliverer")],
        text=f'Words "url":"/x/" and {ADDRESS_MARK}.',
        meeting=make_meeting(),
    )
    publish_statement(made)
    return made


def kept() -> list[str]:
    return [
        json.loads(text.replace(ADDRESS_MARK, ""))["text"]
        for text in ReadyEntry.objects.values_list("text", flat=True)
    ]


def test_it_is_written_with_each_release_and_goes_with_a_withdrawal(statement, person) -> None:
    with recording(by=None, reason="Correction"):
        statement.text = "Other words."
        statement.save()
    assert kept() != ["Other words."]
    publish_statement(statement, public_note="Words")
    assert kept() == ["Other words."]
    withdraw(record=statement, by=person("publisher"), reason="No", public_reason="Mistake")
    assert kept() == []


def test_rebuilding_the_lists_writes_it_anew(statement, now) -> None:
    before = ReadyEntry.objects.get().text
    ReadyEntry.objects.all().delete()
    assert sum(rebuild_lists.run(now())) == 1
    assert ReadyEntry.objects.get().text == before


def test_only_paths_of_this_site_are_marked(statement) -> None:
    text = entry_of(ListedStatement.objects.select_related("release").get())
    marked = text.split(ADDRESS_MARK)[1:]
    assert all(after.startswith(("/api/v1/", "/statements/")) for after in marked)
    whole = json.loads(text.replace(ADDRESS_MARK, "https://monitor.example"))
    assert whole["text"] == f'Words "url":"/x/" and {ADDRESS_MARK}.'
    assert whole["url"] == f"https://monitor.example/api/v1/statements/{statement.pk}/"


def test_lines_begin_with_the_days_and_with_the_meeting_of_today(statement) -> None:
    begin = beginnings({"as_of": "2014-01-31"})
    assert begin[NO_MEETING] == '{"as_of":"2014-01-31","meeting":null,'
    line = (begin[statement.meeting_id] + '"id":1}').replace(ADDRESS_MARK, "")
    assert json.loads(line)["meeting"]["name"] == "Lima 2007"
