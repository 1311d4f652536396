"""The last day of the record in the frame of every page."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template

from countries.models import Coverage
from editorial.models import recording
from editorial.rules.horizon import Asked

TEMPLATE = "{% load coverage %}{% record_until as until %}{{ until|date:'Y-m-d' }}"


def shown(**context: object) -> str:
    return Template(TEMPLATE).render(Context(context))


@pytest.mark.django_db
def test_it_is_that_of_the_acts_towards_the_convention_asked_once(django_assert_num_queries) -> None:
    with recording(by=None, reason="Test"):
        Coverage.objects.all().delete()
        Coverage.objects.create(kind="treaty_acts", scope="ccm", complete_until="2026-02-03")
        Coverage.objects.create(kind="treaty_acts", scope="ccw", complete_until="2020-01-01")
        Coverage.objects.create(kind="stocks", complete_until="2019-01-01")
    with django_assert_num_queries(1):
        assert shown(request=object()) == "2026-02-03"


def test_a_page_that_knows_its_days_is_not_asked_again() -> None:
    """Without access to the database: a question would be refused."""
    day = date(2026, 2, 3)
    assert shown(request=object(), asked=Asked(day, day, day)) == "2026-02-03"
    assert shown(request=object(), asked=Asked(day, None, day)) == ""


def test_a_page_made_without_a_request_says_nothing() -> None:
    assert shown() == ""
