"""The standing of a state on a day, with the dates behind it."""

from __future__ import annotations

from datetime import date

import pytest

from api.v1.serializers.standing import counts_of, standing_of
from countries.queries.treaty_standings import treaty_record
from countries.rules.standing import Basis
from tests.factories.meetings import make_country
from tests.factories.treaties import make_act, make_treaty

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("day", "standing", "deposited", "notice"),
    [
        ("2009-01-01", "signatory", None, None),
        ("2012-09-26", "deposited", "2012-09-26", None),
        ("2013-03-01", "in_force", "2012-09-26", None),
        ("2024-09-05", "in_force", "2012-09-26", None),
        ("2024-09-06", "withdrawing", "2012-09-26", "2024-09-06"),
        ("2025-03-06", "withdrawn", "2012-09-26", "2024-09-06"),
    ],
)
def test_nothing_is_said_before_it_happened(
    day: str, standing: str, deposited: str | None, notice: str | None
) -> None:
    peru = make_country()
    for kind, on in (
        ("signature", "2008-12-03"),
        ("ratification", "2012-09-26"),
        ("withdrawal_notice", "2024-09-06"),
    ):
        make_act(peru, kind, on)
    asked = date.fromisoformat(day)
    (row,) = treaty_record(make_treaty()).on(asked).rows
    found = standing_of(row.course, asked, row.published_in_force)
    assert found["standing"] == standing
    assert str(found["deposited"]) == str(deposited)
    assert str(found["notice_of_withdrawal"]) == str(notice)
    assert (found["withdrawal"] is None) is (notice is None)


def test_a_count_has_its_members() -> None:
    for iso3, name in (("PER", "Peru"), ("CHL", "Chile")):
        make_act(make_country(iso3, name), "signature", "2008-12-03")
    make_act(make_country(), "ratification", "2012-09-26")
    on = treaty_record(make_treaty()).on(date(2012, 12, 31))
    counts = counts_of(on, Basis.DEPOSIT)
    assert counts["parties"] == {
        "basis": "deposit",
        "as_of": date(2012, 12, 31),
        "count": 1,
        "members": ["PER"],
    }
    by_force = {name: count["members"] for name, count in counts_of(on, Basis.IN_FORCE).items()}
    assert by_force == {"parties": [], "signatories": ["CHL", "PER"], "joined": ["CHL", "PER"]}
