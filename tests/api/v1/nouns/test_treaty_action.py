"""Acts towards treaties as partners get them: oldest first, both ends of a span of days included."""

from __future__ import annotations

import pytest

from tests.factories.meetings import make_country
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["2008-12-03", "2010-02-16", "2012-09-26"]),
        ("date_from=2010-02-16", ["2010-02-16", "2012-09-26"]),
        ("date_from=2010-02-17&date_until=2012-09-26", ["2012-09-26"]),
        ("date_until=2010-02-15", ["2008-12-03"]),
        ("kind=ratification&country=PER", ["2012-09-26"]),
        ("treaty=ccm&country=ESP", ["2010-02-16"]),
    ],
)
def test_they_are_narrowed_by_day_kind_state_and_treaty(ask, query: str, found: list[str]) -> None:
    peru, spain = make_country(), make_country("ESP", "Spain")
    make_act(peru, "signature", "2008-12-03")
    make_act(peru, "ratification", "2012-09-26")
    make_act(spain, "accession", "2010-02-16")
    rows = ask(f"treaty-actions/?{query}")["results"]
    assert [row["date"] for row in rows] == found
    assert {row["treaty"]["url"] for row in rows} == {"http://testserver/api/v1/treaties/ccm/"}
