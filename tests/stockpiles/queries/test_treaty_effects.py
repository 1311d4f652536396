"""What follows for stocks, clearance and reports from entry into force."""

from datetime import date

from countries.models import Treaty
from stockpiles.queries.bound import CONVENTION
from stockpiles.queries.treaty_effects import deadlines


def test_peru_bound_from_1_march_2013_owes_its_first_report_stocks_and_clearance() -> None:
    found = {name: proof.value for name, proof in deadlines(Treaty(slug=CONVENTION), date(2013, 3, 1))}
    assert found == {
        "First transparency report due": date(2013, 8, 28),
        "Stockpiles to be destroyed by": date(2021, 3, 1),
        "Contaminated areas to be cleared by": date(2023, 3, 1),
    }


def test_another_treaty_sets_no_such_day() -> None:
    assert deadlines(Treaty(slug="mine-ban-treaty"), date(2013, 3, 1)) == ()
