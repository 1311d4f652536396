"""What is retained, day by day."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.retention_record import RETENTION
from stockpiles.models import RetentionRecord
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def row(**cells: str) -> dict[str, str]:
    shown = {
        "iso3": "NLD",
        "munitions": "0",
        "submunitions": "0",
        "as_of": "2020",
        "source": "@Monitor-2021-ban-policy",
    }
    return {**shown, **cells}


def test_none_retained_is_a_figure_of_its_own_day_beside_the_older_one() -> None:
    days = {(str(one.as_of), one.munitions) for one in RetentionRecord.objects.filter(country__iso3="NLD")}
    assert days == {("before 8 August 2016", 274), ("2020", 0)}


def test_the_day_and_the_source_are_part_of_what_the_row_is() -> None:
    (made,) = read_row(RETENTION, row(made_on="2021"))
    assert made.model is RetentionRecord
    assert made.is_claim
    assert (str(made.by["as_of"]), str(made.by["made_on"])) == ("2020", "2021")
    assert "[@Monitor-2021-ban-policy]" in made.values["note"]


def test_a_preferred_figure_says_why() -> None:
    with pytest.raises(BadRow, match="rank_reason"):
        read_row(RETENTION, row(rank="preferred"))
