"""Names of one thing stand for each other: from every provider, read anew when a name has changed."""

from __future__ import annotations

import pytest

from countries.models import CountryName
from editorial.models import recording
from editorial.search import spellings as module
from editorial.search.spellings import read_spellings, spellings
from tests.factories.meetings import make_country

CCM = ("CCM", "Convention on Cluster Munitions")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list:
    """The providers of this test alone."""
    providers: list = []
    monkeypatch.setattr(module, "names_of_things", providers)
    return providers


def test_each_name_leads_to_all_of_them(names) -> None:
    names.append(lambda: [("Ivory Coast", "Eswatini")])
    found = read_spellings()
    assert set(found) == {("ivory", "coast"), ("eswatini",)}
    first, second = found.values()
    assert set(first) == set(second)
    assert len(first) == 2


def test_every_provider_is_asked_and_each_time_anew(names) -> None:
    known = [("Ivory Coast", "Côte d’Ivoire")]
    names += [lambda: [CCM], lambda: known]
    before = len(read_spellings())
    known.append(("Swaziland", "Eswatini"))
    assert len(read_spellings()) == before + 2


def test_a_thing_with_one_name_has_no_other(names) -> None:
    names.append(lambda: [("Peru",), ("Chile", ""), ("Spain", "Spain")])
    assert read_spellings() == {}


def test_the_order_in_which_names_come_does_not_matter(names) -> None:
    things = [CCM, ("Ivory Coast", "Côte d’Ivoire")]
    names.append(lambda: things)
    forth = dict(read_spellings())
    things.reverse()
    assert dict(read_spellings()) == forth


@pytest.mark.django_db(transaction=True)
def test_a_worker_reads_the_names_anew_when_one_has_changed() -> None:
    peru = make_country("PER", "Peru")
    assert ("perun",) not in spellings()
    assert spellings() is spellings()
    with recording(by=None, reason="Test"):
        CountryName.objects.create(country=peru, name="Perun")
    assert ("perun",) in spellings()
