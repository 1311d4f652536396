"""Views question by question: the newest first, and what was held before."""

from __future__ import annotations

from functools import partial

import pytest

from countries.models import Country
from editorial.models import recording
from meetings.models import InterpretiveIssue, InterpretivePosition
from meetings.queries.interpretive_positions import by_question, views_of, views_of_states
from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module
from tests.factories.stockpiles import load_stocks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


loaded = for_module(partial(load_once, "interpretive-positions", on=load_stocks))


def of(iso3: str):
    return {row.issue: row for row in views_of_states() if row.country.iso3 == iso3}


def test_the_newest_view_stands_first_with_who_says_so():
    joining = of("ARM")[InterpretiveIssue.JOINING]
    assert [str(view.when) for view in joining.views] == ["13 August 2022", "16 June 2015"]
    assert joining.newest.who == "according to ICBL-CMC, Landmine and Cluster Munition Monitor, 2022"
    assert not joining.has_changed


def test_a_change_is_seen_and_a_view_without_any_day_is_the_oldest(peru_says):
    assert of("PER")[InterpretiveIssue.TRANSIT].has_changed
    answers = [view.record.answer for view in of("PER")[InterpretiveIssue.TRANSIT].views]
    assert answers == ["prohibited", "not_given", "allowed"]


def test_a_preferred_view_goes_before_a_newer_one(peru_says):
    with recording(by=None, reason="Better known"):
        view = InterpretivePosition.objects.get(country__iso3="PER", issue="transit", answer="allowed")
        view.rank, view.rank_reason = "preferred", "It is the law."
        view.save()
    assert of("PER")[InterpretiveIssue.TRANSIT].answer == "allowed"


@pytest.fixture
def peru_says():
    peru = Country.objects.get(iso3="PER")
    with recording(by=None, reason="Made for a test"):
        for answer, about, said in (
            ("not_given", None, "2015"),
            ("prohibited", "2016", None),
            ("allowed", None, None),
        ):
            InterpretivePosition.objects.create(
                country=peru, issue="transit", answer=answer, as_of=about, made_on=said
            )


def test_a_table_has_the_questions_that_are_answered_and_a_line_for_each_state():
    rows = [row for row in views_of_states() if row.country.iso3 in ("FRA", "LIE")]
    issues, lines = by_question(rows)
    assert [issue.value for issue in issues] == [
        "joint_operations",
        "transit",
        "foreign_stocks",
        "investment",
        "general",
    ]
    france, liechtenstein = lines
    assert [row.answer.value if row else None for row in france.cells] == [
        "allowed",
        None,
        None,
        None,
        "elaborated",
    ]
    assert [row is not None for row in liechtenstein.cells] == [False, True, True, True, False]


def test_the_views_of_one_state_are_those_of_the_list(django_assert_num_queries):
    state = Country.objects.get(iso3="CUB")
    with django_assert_num_queries(2):
        own = views_of(state)
    assert [row.issue for row in own] == list(of("CUB"))


def test_it_costs_the_same_for_many_views(django_assert_num_queries):
    with django_assert_num_queries(2):
        views_of_states()
    with recording(by=None, reason="More"):
        for year in range(1990, 2010):
            InterpretivePosition.objects.create(
                country=Country.objects.get(iso3="PER"), issue="transit", answer="allowed", made_on=str(year)
            )
    with django_assert_num_queries(2):
        assert len(of_all := views_of_states()) > 100
    assert len({row.country.iso3: row for row in of_all}["PER"].views) == 20
