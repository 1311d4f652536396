"""Steps at home towards joining or leaving."""

import pytest

from countries.importing.domestic_step import DOMESTIC_STEPS
from countries.models import DomesticStep
from editorial.actions.bad_row import BadRow
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def test_each_has_a_source_and_a_date_as_exact_as_it() -> None:
    assert DomesticStep.objects.count() == 6
    assert not DomesticStep.objects.filter(source=None).exists()


def test_a_month_is_a_date_and_words_are_none() -> None:
    row = {
        "treaty": "ccm",
        "iso3": "PER",
        "kind": "",
        "date": "2012-03",
        "source": "A law",
        "description": "Passed",
    }
    row["kind"] = DomesticStep.objects.values_list("kind", flat=True)[0]
    (made,) = read_row(DOMESTIC_STEPS, row)
    assert str(made.by["date"]) == "March 2012"
    with pytest.raises(BadRow, match="date: “soon”"):
        read_row(DOMESTIC_STEPS, {**row, "date": "soon"})
