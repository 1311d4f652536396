"""Readers follow corrections and withdrawals in a feed."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from countries.models import CountryProfile

ATOM = "{http://www.w3.org/2005/Atom}"
LOG = "/countries/peru/cluster-munition-ban-policy/history/"


@pytest.fixture
def corrected(press, peru, ban_policy) -> CountryProfile:
    profile = press.edition(peru, ban_policy).profile
    press.release(profile, note="The number became known.", lead="Two.")
    return profile


def entries(client) -> list[ElementTree.Element]:
    answer = client.get("/feeds/corrections/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")  # noqa: S314 - our own feed


def words(entry: ElementTree.Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def target(entry: ElementTree.Element) -> str:
    link = entry.find(f"{ATOM}link")
    assert link is not None
    return link.attrib["href"].removeprefix("http://testserver")


def test_a_correction_stands_with_its_note_and_leads_to_its_release(client, corrected) -> None:
    (entry,) = entries(client)
    assert words(entry, "title") == "Peru: Cluster Munition Ban Policy 2009, r2 (substantive)"
    assert words(entry, "summary") == "The number became known."
    assert target(entry) == "/countries/peru/cluster-munition-ban-policy/2009/r2/"


def test_a_withdrawal_stands_with_its_reason_and_leads_to_its_line_in_the_log(client, press, corrected) -> None:
    press.withdraw(corrected, "Its figures were of <another> state.")
    (entry,) = entries(client)
    assert words(entry, "title") == "Peru: Cluster Munition Ban Policy 2009, withdrawn"
    assert words(entry, "summary") == "Its figures were of <another> state."
    assert [one.attrib["term"] for one in entry.findall(f"{ATOM}category")] == [
        "withdrawal",
        "cluster-munition-ban-policy",
    ]
    assert datetime.fromisoformat(words(entry, "updated")) == corrected.withdrawn_at
    address = urlsplit(target(entry))
    assert address.path == LOG
    assert f'<tr id="{address.fragment}">' in client.get(address.path).content.decode()


def test_a_withdrawal_stays_when_the_next_release_is_out_and_each_entry_is_its_own(
    client, press, corrected
) -> None:
    press.withdraw(corrected, "First reason.")
    press.release(corrected, note="Anew.", lead="Three.")
    press.withdraw(corrected, "Second reason.")
    press.release(corrected, note="Once more.", lead="Four.")
    found = entries(client)
    assert [words(one, "summary") for one in found] == ["Once more.", "Second reason.", "First reason."]
    assert len({words(one, "id") for one in found}) == 3


def test_an_edition_in_another_language_has_a_line_of_its_own(client, press, corrected, peru, ban_policy) -> None:
    spanish = press.edition(peru, ban_policy, 2009, language="es")
    press.withdraw(corrected, "Wrong.")
    press.withdraw(spanish.profile, "Mal.")
    page = client.get(LOG).content.decode()
    for entry in entries(client):
        assert page.count(f'<tr id="{urlsplit(target(entry)).fragment}">') == 1
