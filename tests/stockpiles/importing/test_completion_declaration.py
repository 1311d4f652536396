"""The end of a duty in three dates."""

from datetime import date

import pytest

from editorial.actions.bad_row import BadRow
from editorial.importing.sheet_import import import_sheet
from stockpiles.importing.completion_declaration import COMPLETIONS
from tests.factories.sheets import read_row, sheet_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "PER", "article": "3", "last_item_on": "2023-12-15", "source": "A letter"}


def test_of_article_4_it_ends_an_obligation_that_is_made_with_it():
    obligation, made = read_row(COMPLETIONS, {**ROW, "article": "4"})
    assert made.by["obligation"] is obligation
    assert obligation.by["name"] == ""
    (alone,) = read_row(COMPLETIONS, ROW)
    assert "obligation" not in alone.by


def test_at_the_desk_the_obligation_is_made_with_its_end(person):
    head = ["iso3", "article", "last_item_on", "source"]
    file = sheet_of(head, ("PER", "4", "2023-12-15", "A letter"))
    report = import_sheet(COMPLETIONS, file, by=person("researcher"), today=date(2026, 2, 3))
    assert [str(one) for one in report.refused] == []
    assert report.created == 2


def test_it_is_stated_unless_the_row_says_otherwise():
    (made,) = read_row(COMPLETIONS, ROW)
    assert made.values["certainty"] == "stated"


def test_another_article_is_refused():
    with pytest.raises(BadRow, match=r"article: “5”. Deadlines under Articles 3 and 4"):
        read_row(COMPLETIONS, {**ROW, "article": "5"})


@pytest.mark.parametrize("given", ["last_item_on", "announced_on", "declared_on"])
def test_one_of_three_dates_is_enough(given):
    """Switzerland announced on 19 March 2019 that it was done; on which day the last was destroyed is not said."""
    (made,) = read_row(COMPLETIONS, {**ROW, "last_item_on": "", given: "2019-03-19"})
    said = {**made.by, **made.values}
    dates = {name: said.get(name) for name in ("last_item_on", "announced_on", "declared_on")}
    assert {name: str(day) for name, day in dates.items() if day} == {given: "19 March 2019"}


def test_without_any_of_them_it_is_refused():
    with pytest.raises(BadRow, match="Give one of the three dates: done, announced or declared"):
        read_row(COMPLETIONS, {**ROW, "last_item_on": ""})
