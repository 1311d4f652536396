"""Action plans: five years in order, actions by number, no text without its source."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import recording
from meetings.models import Action, ActionPlan, ActionPlanPart
from tests.factories.meetings import make_source, make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


@pytest.fixture
def vientiane() -> ActionPlan:
    return ActionPlan.objects.create(
        slug="vientiane", name="Vientiane Action Plan", adopted="2010-11-12", source=make_source()
    )


def test_in_words_and_at_its_address(vientiane: ActionPlan) -> None:
    assert str(vientiane) == "Vientiane Action Plan"
    assert vientiane.get_absolute_url() == "/action-plans/vientiane/"
    assert str(Action(plan=vientiane, number=4)) == "Action #4"
    assert str(ActionPlanPart(plan=vientiane, order=1, title="Partnerships")) == "Partnerships"


@pytest.mark.parametrize(
    ("since", "until"), [(2011, 2015), (2011, 2011), (2011, None), (None, 2015), (None, None)]
)
def test_the_years_of_a_plan(vientiane: ActionPlan, since: int | None, until: int | None) -> None:
    vientiane.from_year, vientiane.until_year = since, until
    vientiane.full_clean()
    vientiane.save()


def test_a_plan_does_not_end_before_it_begins(vientiane: ActionPlan) -> None:
    vientiane.from_year, vientiane.until_year = 2011, 2010
    with pytest.raises(ValidationError, match="The plan ends before it begins"):
        vientiane.full_clean()
    with pytest.raises(IntegrityError, match="years_in_order"), transaction.atomic():
        vientiane.save()


@pytest.mark.parametrize(("year", "valid"), [(2007, False), (2008, True), (2100, True), (2101, False)])
def test_no_plan_is_older_than_the_convention(vientiane: ActionPlan, year: int, valid: bool) -> None:
    vientiane.from_year = year
    if valid:
        vientiane.full_clean()
    else:
        with pytest.raises(ValidationError) as refused:
            vientiane.full_clean()
        assert list(refused.value.message_dict) == ["from_year"]


def test_the_text_of_an_action_names_its_source(vientiane: ActionPlan) -> None:
    Action.objects.create(plan=vientiane, number=1)
    text = "Increase the number of States Parties."
    with pytest.raises(ValidationError, match="Name the source from which the text was taken"):
        Action(plan=vientiane, number=2, text=text).full_clean()
    with pytest.raises(IntegrityError, match="text_has_source"), transaction.atomic():
        Action.objects.create(plan=vientiane, number=2, text=text)
    Action.objects.create(plan=vientiane, number=2, text=text, source=make_source())


def test_numbers_begin_at_one_and_stand_once_and_in_order(vientiane: ActionPlan) -> None:
    for number in (12, 2, 1):
        Action.objects.create(plan=vientiane, number=number)
    assert [action.number for action in vientiane.actions.all()] == [1, 2, 12]
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.create(plan=vientiane, number=12)
    with pytest.raises(ValidationError) as refused:
        Action(plan=vientiane, number=0).full_clean()
    assert list(refused.value.message_dict) == ["number"]


def test_a_chapter_with_actions_and_a_theme_in_use_stay(vientiane: ActionPlan) -> None:
    chapter = ActionPlanPart.objects.create(
        plan=vientiane, order=1, title="Clearance", theme=make_theme("clearance")
    )
    Action.objects.create(plan=vientiane, number=1, part=chapter)
    for used in (chapter, chapter.theme):
        with pytest.raises(IntegrityError), transaction.atomic():
            used.delete()
    assert ActionPlanPart.objects.get() == chapter
