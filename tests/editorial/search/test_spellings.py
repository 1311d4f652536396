"""Names of one thing stand for each other: read anew at each question, from every provider."""

from __future__ import annotations

import pytest

from editorial.search import spellings as module
from editorial.search.spellings import spellings

CCM = ("CCM", "Convention on Cluster Munitions")


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list:
    """The providers of this test alone."""
    providers: list = []
    monkeypatch.setattr(module, "names_of_things", providers)
    return providers


def test_each_name_leads_to_all_of_them(names) -> None:
    names.append(lambda: [("Ivory Coast", "Eswatini")])
    found = spellings()
    assert set(found) == {("ivory", "coast"), ("eswatini",)}
    first, second = found.values()
    assert set(first) == set(second)
    assert len(first) == 2


def test_every_provider_is_asked_and_each_question_asks_anew(names) -> None:
    known = [("Ivory Coast", "Côte d’Ivoire")]
    names += [lambda: [CCM], lambda: known]
    before = len(spellings())
    known.append(("Swaziland", "Eswatini"))
    assert len(spellings()) == before + 2


def test_a_thing_with_one_name_has_no_other(names) -> None:
    names.append(lambda: [("Peru",), ("Chile", ""), ("Spain", "Spain")])
    assert spellings() == {}


def test_the_order_in_which_names_come_does_not_matter(names) -> None:
    things = [CCM, ("Ivory Coast", "Côte d’Ivoire")]
    names.append(lambda: things)
    forth = dict(spellings())
    things.reverse()
    assert dict(spellings()) == forth
