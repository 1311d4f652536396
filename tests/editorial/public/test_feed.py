"""Readers follow corrections and withdrawals of each noun in a feed."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.utils import timezone

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def entries(life, client):
    def read() -> list[ElementTree.Element]:
        answer = client.get(life.feed)
        assert answer["Content-Type"].startswith("application/atom+xml")
        return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314 - our own feed

    return read


def words(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def target(entry: ElementTree.Element) -> str:
    link = entry.find(f"{ATOM}link")
    assert link is not None
    return link.attrib["href"].removeprefix("http://testserver")


def kinds(entry: ElementTree.Element) -> list[str]:
    return [one.attrib["term"] for one in entry.findall(f"{ATOM}category")]


def test_a_first_release_is_no_correction(life, entries) -> None:
    life.bring_out("seven")
    assert entries() == []


def test_a_correction_stands_with_its_note_and_leads_to_its_release(life, entries) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="The number became known.")
    (entry,) = entries()
    assert words(entry, "title") == f"{life.title}, r2 (substantive)"
    assert words(entry, "summary") == "The number became known."
    assert target(entry) == f"{life.page}r2/"
    assert kinds(entry)[0] == "substantive"


def test_a_withdrawal_stands_with_its_reason_and_leads_to_its_line_in_the_log(life, entries, client) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="The number became known.")
    life.take_back("Its figures were of <another> state.")
    (entry,) = entries()
    named = {"profile": life.title, "statement": f"Statement {life.record.pk}"}[life.noun.name]
    assert words(entry, "title") == f"{named}, withdrawn"
    assert words(entry, "summary") == "Its figures were of <another> state."
    assert kinds(entry)[0] == "withdrawal"
    assert datetime.fromisoformat(words(entry, "updated")) == life.record.withdrawn_at
    address = urlsplit(target(entry))
    assert f'<tr id="{address.fragment}">' in client.get(address.path).content.decode()


def test_a_withdrawal_stays_when_the_next_release_is_out_and_each_entry_is_its_own(life, entries, client) -> None:
    life.bring_out("seven")
    life.take_back("First reason.")
    life.bring_out("eight", note="Anew.")
    life.take_back("Second reason.")
    life.bring_out("nine", note="Once more.")
    found = entries()
    assert [words(one, "summary") for one in found] == ["Once more.", "Second reason.", "First reason."]
    assert len({words(one, "id") for one in found}) == 3
    for entry in found[1:]:
        address = urlsplit(target(entry))
        assert f'<tr id="{address.fragment}">' in client.get(address.path, follow=True).content.decode()


def test_a_correction_under_embargo_is_no_entry(life, entries) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="Later.", visible_from=timezone.now() + timedelta(days=1))
    assert entries() == []


def test_each_noun_has_a_feed_of_its_own(life, client) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="The number became known.")
    for feed in ("/feeds/corrections/", "/feeds/corrections/statements/"):
        assert ("The number became known." in client.get(feed).content.decode()) == (feed == life.feed)
