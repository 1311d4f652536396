"""Days that have not come are refused, but in fields that say what is due, planned or granted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError

from countries.models import Country, TreatyAction
from editorial.models import Tracked, tracked_models
from editorial.models.happened import day_fields, lying_ahead
from editorial.rules.partial_date import PartialDate
from stockpiles.models import CompletionDeclaration, ExtensionRequest

MAY_LIE_AHEAD = {
    "countries.CountryName": {"valid_from", "valid_until"},
    "countries.GroupMembership": {"since", "until"},
    "countries.Treaty": {"opened_for_signature", "closed_for_signature", "published_in_force"},
    "countries.TreatyAction": {"effective_on", "published_effect"},
    "impact.PublishedDeadline": {"deadline"},
    "meetings.MeetingSpan": {"start", "end"},
    "stockpiles.ExtensionBenchmark": {"due"},
    "stockpiles.ExtensionRequest": {"requested_until", "granted_until", "period_start", "period_end"},
    "stockpiles.ProgrammeStage": {"planned_start", "planned_end"},
    "stockpiles.TransparencyReport": {"due_as_printed"},
}


@pytest.mark.parametrize("model", tracked_models(), ids=lambda m: m._meta.label)
def test_a_day_may_lie_ahead_only_where_it_is_listed_here(model: type[Tracked]) -> None:
    assert set(model.MAY_LIE_AHEAD) == MAY_LIE_AHEAD.get(model._meta.label, set())
    assert {f.name for f in day_fields(model)} >= model.MAY_LIE_AHEAD


@pytest.mark.parametrize(
    ("today", "said", "is_ahead"),
    [
        ("2026-11-29", "2026-11-29", False),
        ("2026-11-29", "2026-11-30", True),
        ("2026-11-29", "2026-11", False),
        ("2026-11-29", "2026-12", True),
        ("2026-11-29", "2026", False),
        ("2026-12-31", "2027", True),
        ("2027-01-01", "2027", False),
    ],
)
def test_a_month_and_a_year_lie_ahead_until_their_first_day(today: str, said: str, is_ahead: bool) -> None:
    declared = CompletionDeclaration(declared_on=PartialDate.parse(said))
    with time_machine.travel(f"{today} 12:00"):
        assert bool(lying_ahead(declared, may=())) is is_ahead


@time_machine.travel("2026-11-29 12:00")
def test_a_completion_declared_for_2031_is_refused_by_its_field(peru: Country) -> None:
    declared = CompletionDeclaration(country=peru, declared_on="2031", last_item_on="March 2030")
    with pytest.raises(ValidationError) as refused:
        declared.full_clean()
    assert refused.value.message_dict["declared_on"] == ["2031 lies ahead. Only what has happened is recorded."]
    assert refused.value.message_dict["last_item_on"] == [
        "March 2030 lies ahead. Only what has happened is recorded."
    ]


@time_machine.travel("2026-11-29 12:00")
def test_what_a_form_does_not_show_is_not_held_against_it(peru: Country) -> None:
    declared = CompletionDeclaration(country=peru, declared_on="2031")
    declared.full_clean(exclude={"declared_on"})


@time_machine.travel("2026-11-29 12:00")
def test_what_was_granted_may_end_in_the_future_but_not_have_been_decided_there(peru: Country) -> None:
    request = ExtensionRequest(country=peru, granted_until="1 August 2030", decided_on="2027")
    assert list(lying_ahead(request, request.MAY_LIE_AHEAD)) == ["decided_on"]


@time_machine.travel("2026-11-29 12:00")
def test_an_act_of_tomorrow_is_refused_and_its_effect_may_come_later() -> None:
    act = TreatyAction(date=date(2026, 11, 30), effective_on=date(2027, 5, 1), published_effect=date(2027, 5, 1))
    assert list(lying_ahead(act, act.MAY_LIE_AHEAD)) == ["date"]


def test_no_day_of_the_reference_data_lies_ahead(reference: Any) -> None:
    for model in tracked_models():
        if day_fields(model):
            for record in model._base_manager.all():
                assert lying_ahead(record, model.MAY_LIE_AHEAD) == {}, record
