"""Views on disputed questions: every row of the collection is on record, each with its source."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from editorial.actions.bad_row import BadRow
from editorial.actions.reference import load
from editorial.queries.proof import unsourced
from meetings.importing.interpretive_position import INTERPRETIVE_POSITIONS
from meetings.models import InterpretivePosition
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]
ROW = {"iso3": "PER", "issue": "transit", "answer": "not_given", "source": "A report of 2013"}


def test_a_view_of_one_source_is_a_claim_of_its_own():
    (made,) = read_row(INTERPRETIVE_POSITIONS, ROW)
    assert made.is_claim
    assert (made.by["issue"], made.values["answer"], made.values["certainty"]) == (
        "transit",
        "not_given",
        "reported",
    )


@pytest.mark.parametrize(("name", "value"), [("issue", "weather"), ("answer", ""), ("answer", "perhaps")])
def test_what_is_no_question_or_answer_is_refused(name, value):
    with pytest.raises(BadRow, match=name):
        read_row(INTERPRETIVE_POSITIONS, {**ROW, name: value})


def test_all_that_was_collected_is_on_record_with_its_source():
    """171 rows on 105 states; one of them answers two questions."""
    report = load("interpretive-positions")
    with INTERPRETIVE_POSITIONS.file.open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    assert report.refused == []
    assert len(rows) == 172 == InterpretivePosition.objects.count()
    assert InterpretivePosition.objects.values("country").distinct().count() == 105
    assert not unsourced(InterpretivePosition).exists()
    answers = Counter(InterpretivePosition.objects.values_list("answer", flat=True))
    assert (answers["not_given"], answers["elaborated"]) == (54, 26)
    again = load("interpretive-positions")
    assert (again.created, again.changed) == (0, 0)
