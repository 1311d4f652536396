"""The facts that a release freezes beside its text: one a treaty, of the day, with article and arithmetic."""

from __future__ import annotations

from datetime import date

import pytest

from countries.actions.treaty_facts import treaty_standings
from countries.models import Country
from editorial.models import recording
from tests.factories.treaties import make_act, make_treaty

pytestmark = pytest.mark.django_db


def fact(peru: Country, on: date) -> dict[str, str]:
    facts = {one["label"]: one for one in treaty_standings(peru, on)}
    return dict(facts["Convention on Cluster Munitions"])


@pytest.mark.parametrize(
    ("on", "value", "article"),
    [
        (date(2012, 9, 25), "signatory", "CCM, Article 15"),
        (date(2012, 9, 26), "1 March 2013", "CCM, Article 17(2)"),
        (date(2013, 3, 1), "State Party", "CCM, Article 17(2)"),
    ],
)
def test_peru_on_the_days_on_which_its_standing_changed(peru: Country, on: date, value: str, article: str) -> None:
    make_act(peru, "signature", "2008-12-03")
    make_act(peru, "ratification", "2012-09-26")
    found = fact(peru, on)
    assert value in found["value"]
    assert found["article"] == article
    assert found["explanation"]


def test_a_state_that_never_acted_has_a_fact_too(peru: Country) -> None:
    make_treaty("ccm")
    found = fact(peru, date(2013, 3, 1))
    assert "No signature or deposit is recorded" in found["explanation"]


def test_an_area_that_is_no_state_joins_no_treaty() -> None:
    make_treaty("ccm")
    with recording(by=None, reason="Test"):
        area = Country.objects.create(slug="area", name="Area", kind="other_area", is_un_member=False)
    assert treaty_standings(area, date(2013, 3, 1)) == []
