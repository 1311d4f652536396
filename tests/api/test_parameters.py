"""Parameters that no filter reads: what is understood, and what is refused by name."""

from __future__ import annotations

from datetime import date

import pytest
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory

from api.parameters import day_parameter, days, hears, refuse_unknown, state_parameter, word_parameter
from countries.models import Country
from editorial.rules.horizon import Horizon, asked_day


def asking(**parameters: str) -> Request:
    return Request(APIRequestFactory().get("/", parameters))


def refused(problem: pytest.ExceptionInfo[ValidationError]) -> dict[str, list[str]]:
    return {name: [one.code for one in details] for name, details in problem.value.detail.items()}


def test_a_day_or_none() -> None:
    assert day_parameter(asking(as_of="2013-07-31"), "as_of") == date(2013, 7, 31)
    assert day_parameter(asking(), "as_of") is None
    assert day_parameter(asking(as_of=""), "as_of") is None


@pytest.mark.parametrize("text", ["2013-02-30", "31.7.2013", "today"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValidationError) as problem:
        day_parameter(asking(as_of=text), "as_of")
    assert refused(problem) == {"as_of": ["invalid"]}
    assert text in str(problem.value)


def test_one_of_some_words() -> None:
    assert word_parameter(asking(article="4"), "article", {3: "", 4: ""}, "3") == "4"
    assert word_parameter(asking(), "article", (3, 4), "3") == "3"
    with pytest.raises(ValidationError, match=r"“5” is not known here\. Known: 3, 4"):
        word_parameter(asking(article="5"), "article", (3, 4))


def test_a_state_in_either_case(peru: Country) -> None:
    assert state_parameter(asking(country="per")) == "PER"
    assert state_parameter(asking()) == ""


def test_a_state_that_is_known_already_costs_no_query(peru: Country, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert state_parameter(asking(country="PER"), {"PER"}) == "PER"


@pytest.mark.parametrize("code", ["XXX", "peru", "P1", "💣"])
def test_what_is_no_state_is_refused(peru: Country, code: str) -> None:
    with pytest.raises(ValidationError) as problem:
        state_parameter(asking(country=code))
    assert refused(problem) == {"country": ["invalid"]}


def test_an_unknown_parameter_is_named_with_those_that_are_known() -> None:
    refuse_unknown(asking(country="PER", format="json"), {"country"})
    with pytest.raises(ValidationError, match="Known here: article, country") as problem:
        refuse_unknown(asking(colour="red", size="2"), {"country", "article"})
    assert refused(problem) == {"colour": ["unknown"], "size": ["unknown"]}


class Board:
    @hears(OpenApiParameter("article", int))
    def answer(self, request: Request, key: str) -> Response:
        """One board."""
        return Response(key)


def test_an_operation_hears_what_it_describes_and_nothing_else() -> None:
    assert Board().answer(asking(article="3"), key="a").data == "a"
    assert Board.answer.__doc__ == "One board."
    with pytest.raises(ValidationError, match="Known here: article"):
        Board().answer(asking(country="PER"), key="a")


def test_the_two_days_of_an_answer() -> None:
    horizon = Horizon(date(2026, 2, 3))
    assert days(asked_day(None, today=date(2026, 11, 21), horizon=horizon)) == {
        "as_of": date(2026, 2, 3),
        "complete_until": date(2026, 2, 3),
        "known_at": None,
        "caveat": "",
    }
    beyond = days(asked_day(date(2030, 1, 1), today=date(2026, 11, 21), horizon=horizon))
    assert "The record ends on 3 February 2026" in str(beyond["caveat"])
