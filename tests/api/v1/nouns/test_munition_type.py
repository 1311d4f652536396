"""Types of munitions as partners get them."""

from __future__ import annotations

import pytest

from editorial.models import recording
from stockpiles.models import MunitionOrigin, MunitionType
from tests.factories.meetings import make_country

pytestmark = pytest.mark.django_db


def test_a_type_is_asked_for_by_the_state_its_origin_points_to(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        made = MunitionType.objects.create(slug="cb-470", designation="CB-470", also_called="Alpha; Alpha bomblet")
        MunitionOrigin.objects.create(munition_type=made, country=make_country("ZAF", "South Africa"))
        MunitionType.objects.create(slug="rbk-500", designation="RBK-500")
    (row,) = ask("munition-types/?origin=ZAF")["results"]
    assert (row["slug"], row["also_called"]) == ("cb-470", ["Alpha", "Alpha bomblet"])
    assert [state["iso3"] for state in row["origin_states"]] == ["ZAF"]


def test_article_2_answers_with_its_five_tests(ask) -> None:
    with recording(by=None, reason="Made for a test"):
        MunitionType.objects.create(slug="unknown", designation="Unknown")
    found = ask("munition-types/unknown/")["definition"]
    assert found["article"].startswith("CCM, Article 2(2)")
    assert [test["number"] for test in found["tests"]] == ["i", "ii", "iii", "iv", "v"]
    assert {test["passed"] for test in found["tests"]} == {None}  # what is not known is no failed test
