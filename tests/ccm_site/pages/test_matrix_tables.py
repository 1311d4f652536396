"""What the matrix reads: every table once, by the names under which its parts ask for them."""

from __future__ import annotations

import pytest

from ccm_site.pages.matrix_tables import claims, matrix_moment, short_rows
from editorial.actions.reference import load
from stockpiles.queries.records import TABLES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def test_all_that_records_read_by_state_is_among_it() -> None:
    found = claims()
    assert all(
        name in found for name in (*TABLES, "spans", "meetings", "answers", "laws", "contamination", "casualties")
    )


def test_who_came_is_asked_of_the_last_two_meetings_alone() -> None:
    load("attendance")
    moment = matrix_moment()
    assert {row.meeting.slug for row in moment.beside.rows("attendance", None)} == {"12msp", "13msp"}
    assert short_rows([]).rows("attendance", None) == []


def test_it_is_two_questions_and_one_for_what_is_cited(django_assert_num_queries) -> None:
    moment = matrix_moment()
    with django_assert_num_queries(3):
        moment.together.rows("requests", None)
        moment.together.proof(None)
        moment.beside.rows("names", None)
