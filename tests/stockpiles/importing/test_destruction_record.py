"""What was destroyed, period by period."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.destruction_record import STOCKPILE_YEARS
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


YEAR = {"iso3": "PER", "year": "2022", "munitions_destroyed": "542", "source": "A document"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"munitions_destroyed": ""}, "says nothing"),
        ({"year": ""}, "Say when"),
        ({"year": "2022-05"}, "Write the year alone"),
        ({"period_start": "2023", "period_end": "2022", "year": ""}, "before the beginning"),
        ({"munition_type": "RBK-999"}, "munition_type: “RBK-999”. No munition type"),
        ({"scope": "half"}, "one of period, total"),
        ({"out_of": "depot"}, "one of stock, retained"),
        ({"scope": "total", "out_of": "retained"}, "given period by period"),
    ],
)
def test_a_bad_year_row_is_refused(changed, words):
    with pytest.raises(BadRow) as refused:
        read_row(STOCKPILE_YEARS, {**YEAR, **changed})
    assert words in str(refused.value)


def test_some_and_nobody_says_how_many_is_unknown():
    """Angola: its stocks have been destroyed, and the source gives no number."""
    row = {
        "iso3": "AGO",
        "period_end": "2010-10",
        "scope": "total",
        "munitions_destroyed": "",
        "source": "A profile",
    }
    (made,) = read_row(STOCKPILE_YEARS, {**row, "certainty": "unknown"})
    assert (made.values["munitions"], made.values["submunitions"], made.values["certainty"]) == (
        None,
        None,
        "unknown",
    )
    with pytest.raises(BadRow, match="give one of the two, or certainty unknown"):
        read_row(STOCKPILE_YEARS, {**row, "certainty": "reported"})
