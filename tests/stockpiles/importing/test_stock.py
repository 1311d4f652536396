"""One row a state: what cannot be is refused, what looks odd is flagged."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.stock import STOCKPILES
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


STOCK = {"iso3": "PER", "munitions_declared": "100", "submunitions_declared": "900", "source": "A document"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"munitions_declared": "-5"}, "munitions_declared: “-5”. A count is not negative"),
        ({"iso3": "XYZ"}, "iso3: “XYZ”. No state has this"),
        ({"munitions_declared": "0"}, "submunitions_declared: “900”. Submunitions lie in munitions"),
        ({"munitions_destroyed": "101"}, "munitions_destroyed: “101”. That is more than was held"),
        ({"submunitions_destroyed": "901"}, "more than was held"),
        ({"submunitions_rounded": "1000"}, "gives an exact number already"),
        ({"completion_date_or_year": "31 June 2020"}, "completion_date_or_year"),
        ({"rank": "preferred"}, "rank_reason: empty. Say why"),
        ({"source": ""}, "source: empty"),
    ],
)
def test_a_bad_stock_row_is_refused_with_field_value_and_remedy(changed, words):
    with pytest.raises(BadRow) as refused:
        read_row(STOCKPILES, {**STOCK, **changed})
    assert words in str(refused.value)


def test_completion_before_entry_into_force_is_flagged_not_refused():
    row = {"iso3": "COL", "munitions_declared": "72", "completion_date_or_year": "2009-11", "source": "A document"}
    flags = [flag for made in read_row(STOCKPILES, row) for flag in made.flags]
    assert flags == ["Completed (November 2009) before entry into force for the state (2016-03-01)."]


def test_submunitions_without_the_number_of_munitions_are_flagged():
    row = {"iso3": "SWE", "retained_submunitions": "125", "source": "A document"}
    flags = [flag for made in read_row(STOCKPILES, row) for flag in made.flags]
    assert flags == ["125 submunitions without the number of munitions they were in."]
