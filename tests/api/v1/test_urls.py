"""The table of nouns: what it offers, and why it does not offer the rest."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.urls import reverse

from api.v1.urls import NOUNS
from editorial.models import Tracked

#: Nouns that answer from a table derived for reading, by the table that people write.
READ_FROM = {"meetings.ListedStatement": "meetings.Statement", "meetings.ListedPosition": "meetings.Position"}

#: Every tracked table that is no noun of its own, with where it is instead, or why it is nowhere.
NOT_OFFERED = {
    "countries.CountryName": "names of a country's entry",
    "countries.GroupMembership": "members of a group",
    "countries.NameInLanguage": "names_in_languages of a country's entry",
    "countries.StateCoverage": "texts_read of a country's entry",
    "countries.ProfileTheme": "theme of a profile",
    "countries.TreatyAlias": "aliases of a treaty",
    "countries.Team": "who works here is not published",
    "countries.TeamMember": "who works here is not published",
    "countries.CountryAssignment": "who works here is not published",
    "editorial.Organisation": "named where it acts: party, partner, donor, channel",
    "meetings.MeetingSpan": "dates of a meeting",
    "meetings.MeetingCount": "counts of a meeting's entry",
    "meetings.Attendance": "attendance of a meeting's entry",
    "meetings.Absence": "absent of a meeting's entry",
    "meetings.RecordedVote": "recorded_votes of a resolution; votes and totals name theirs",
    "meetings.ResolutionSponsor": "sponsors of a resolution",
    "meetings.MeetingDocument": "documents of a meeting's entry, the public ones",
    "meetings.Theme": "themes of a statement; positions can be narrowed by one",
    "meetings.ActionPlanPart": "part of an action",
    "meetings.PlanAdoption": "adoptions of an action plan's entry",
    "meetings.Action": "actions of an action plan's entry",
    "meetings.StatementTheme": "themes of a statement",
    "meetings.StatementArticle": "articles of a statement's entry",
    "meetings.StatementAction": "actions of a statement's entry",
    "meetings.StatementParty": "parties of a statement",
    "stockpiles.ActivityPlace": "places of an activity claim",
    "stockpiles.MunitionOrigin": "origin_states of a munition type",
    "stockpiles.ClearanceObligation": "one of the deadlines under Article 4",
    "stockpiles.ExtensionRequestVersion": "versions of an extension request",
    "stockpiles.ExtensionBenchmark": "benchmarks of an extension request",
    "stockpiles.Contribution": "contributions of a programme",
    "stockpiles.ProgrammeStage": "stages of a programme",
    "stockpiles.ProgrammeDelay": "delays of a programme",
    "stockpiles.SettledDifference": "differences of a stock",
}


def offered() -> set[str]:
    labels = {noun.queryset.model._meta.label for _, noun in NOUNS.values() if noun.queryset is not None}
    # profiles alone build their rows for each request
    return {READ_FROM.get(label, label) for label in labels} | {"countries.CountryProfile"}


def test_every_tracked_table_is_a_noun_or_says_why_not() -> None:
    tracked = {model._meta.label for model in apps.get_models() if issubclass(model, Tracked)}
    assert tracked - offered() == set(NOT_OFFERED)
    assert not offered() & set(NOT_OFFERED)


@pytest.mark.parametrize("address", NOUNS)
def test_every_noun_has_the_address_of_its_name(address: str) -> None:
    one, noun = NOUNS[address]
    assert reverse(f"v1:{one}-list") == f"/api/v1/{address}/"
    assert noun.__doc__, f"{address} says nothing of what it is"


def test_a_row_has_its_key_in_the_address() -> None:
    assert reverse("v1:holding-detail", args=[7]) == "/api/v1/holdings/7/"
    assert reverse("v1:treaty-standings", args=["ccm"]) == "/api/v1/treaties/ccm/standings/"
    assert reverse("v1:source-detail", args=["CCM/CW".replace("/", "-")]) == "/api/v1/sources/CCM-CW/"
