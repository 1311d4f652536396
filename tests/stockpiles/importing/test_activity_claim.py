"""Use, production and trade, as sources answer."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.activity_claim import ACTIVITY_CLAIMS
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "PER", "activity": "use", "answer": "not_believed", "as_of": "2009", "source": "A report"}


def test_an_answer_of_one_source_is_a_claim_of_its_own():
    (made,) = read_row(ACTIVITY_CLAIMS, ROW)
    assert made.is_claim
    assert (made.by["activity"], made.values["answer"], made.values["certainty"]) == (
        "use",
        "not_believed",
        "reported",
    )


@pytest.mark.parametrize("name", ["activity", "answer"])
def test_what_is_asked_and_answered_must_be_said(name):
    with pytest.raises(BadRow, match=f"{name}: empty. Write one of"):
        read_row(ACTIVITY_CLAIMS, {**ROW, name: ""})
