"""Every tracked table says by what a second person sees its changes: this list is the whole of it."""

from __future__ import annotations

import pytest

from editorial.models import FourEyes, Tracked, four_eyes_of, tracked_models

BY_RELEASE = {
    "countries.CountryProfile",
    "meetings.Statement",
    "meetings.StatementTheme",
    "meetings.StatementArticle",
    "meetings.StatementAction",
    "meetings.StatementParty",
    "meetings.Position",
}
THE_TEAMS_OWN = {"countries.Team", "countries.TeamMember", "countries.CountryAssignment"}


@pytest.mark.parametrize("model", tracked_models(), ids=lambda m: m._meta.label)
def test_a_table_is_a_fact_unless_it_is_listed_here(model: type[Tracked]) -> None:
    label = model._meta.label
    expected = (
        FourEyes.RELEASE
        if label in BY_RELEASE
        else FourEyes.TEAM
        if label in THE_TEAMS_OWN
        else FourEyes.CHANGE_SET
    )
    assert four_eyes_of(model) is expected


def test_the_lists_name_tables_that_exist() -> None:
    assert {model._meta.label for model in tracked_models()} >= BY_RELEASE | THE_TEAMS_OWN


@pytest.mark.parametrize("model", tracked_models(), ids=lambda m: m._meta.label)
def test_a_part_leaves_it_to_its_whole(model: type[Tracked]) -> None:
    if model.PART_OF:
        assert "FOUR_EYES" not in vars(model)
