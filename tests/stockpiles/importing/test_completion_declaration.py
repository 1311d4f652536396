"""The end of a duty in three dates."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.completion_declaration import COMPLETIONS
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "PER", "article": "3", "last_item_on": "2023-12-15", "source": "A letter"}


def test_of_article_4_it_ends_an_obligation_that_is_made_with_it():
    obligation, made = read_row(COMPLETIONS, {**ROW, "article": "4"})
    assert made.by["obligation"] is obligation
    assert obligation.by["name"] == ""
    (alone,) = read_row(COMPLETIONS, ROW)
    assert "obligation" not in alone.by


def test_it_is_stated_unless_the_row_says_otherwise():
    (made,) = read_row(COMPLETIONS, ROW)
    assert made.values["certainty"] == "stated"


def test_another_article_is_refused():
    with pytest.raises(BadRow, match=r"article: “5”. Deadlines under Articles 3 and 4"):
        read_row(COMPLETIONS, {**ROW, "article": "5"})
