"""The demo statements say what the documents say, through the real actions."""

from functools import partial

import pytest

from editorial.actions.reference import load
from meetings.models import ListedPosition, ListedStatement, Position, Statement
from meetings.rules.statement_parties import PartyCount, count_claims, disagreement
from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


NAMES = (
    *("countries", "country-names", "themes", "statement-themes", "meetings", "action-plans"),
    *("sources", "demo-statements"),
)
loaded = for_module(partial(load_once, *NAMES))


def test_sixteen_statements_are_published_and_one_draft_is_not() -> None:
    assert ListedStatement.objects.count() == 16
    assert list(Statement.objects.drafts().values_list("title", flat=True)) == [
        "Statement of Chile, First Intersessional Meeting"
    ]


def test_the_counts_of_the_sources_agree_with_the_parties() -> None:
    """25 + Costa Rica = 26; Peru + 45 = 46; Peru + 24 = 25."""
    totals = {}
    for statement in Statement.objects.exclude(claimed_in_words=""):
        spoke = statement.parties.filter(role__in=("deliverer", "lead")).count()
        counted = PartyCount(spoke, statement.parties.count() - spoke, statement.states_unnamed)
        assert counted.total == statement.states_claimed
        assert [disagreement(claim, counted) for claim in count_claims(statement.claimed_in_words)] == [""]
        totals[statement.kind, counted.total] = statement.title
    assert sorted(total for _, total in totals) == [25, 26, 46]


def test_what_peru_said_on_retention_in_dublin() -> None:
    position = ListedPosition.objects.get(country__iso3="PER", theme__slug="retention")
    assert position.stance == "supports"
    assert "CCM/CW/SR/8" in position.citation
    assert position.listed.meeting is not None
    assert position.listed.meeting.slug == "dublin-2008-cow-8"


def test_spains_paper_has_four_co_sponsors_and_no_date_of_its_own() -> None:
    paper = ListedStatement.objects.get(kind="non-paper")
    assert paper.parties_line == "Spain with Chile, Croatia, Mexico and Portugal"
    assert paper.when == "after 31 July 2013"


def test_a_second_load_makes_nothing_twice() -> None:
    report = load("demo-statements")
    assert (report.created, report.unchanged) == (0, 17)


def test_the_words_of_the_declaration_of_2006_stand_as_quotes_of_all_behind_it(client):
    quoted = Position.objects.filter(statement__imported_from="demo:ccw-2006").exclude(quote="")
    assert [one.quote for one in quoted.order_by("pk")] == [
        "within concentrations of civilians",
        "pose serious humanitarian hazards because they are for example unreliable and/or inaccurate",
    ]
    found = client.get("/api/v1/positions/?country=PER&theme=prohibition").json()["results"]
    assert "within concentrations of civilians" in {one["quote"] for one in found}


def test_what_the_non_paper_counts_is_held_by_all_five_states(client):
    for iso3 in ("ESP", "MEX"):
        found = client.get(f"/api/v1/positions/?country={iso3}").json()["results"]
        words = " ".join(one["paraphrase"] for one in found)
        assert "nearly 95 %" in words, iso3
        assert "Twice as many States Parties" in words, iso3
