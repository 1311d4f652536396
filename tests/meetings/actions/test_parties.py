"""Entering who stands behind a statement, many at once."""

from __future__ import annotations

import pytest

from countries.models import CountryName
from editorial.models import Organisation, User, recording
from meetings.actions.parties import enter_parties
from meetings.models import Role
from tests.factories.meetings import make_country, make_statement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five")]


def test_spains_paper_gets_its_parties_from_one_paste() -> None:
    user = User.objects.create(username="researcher")
    statement = make_statement()
    entered = enter_parties(
        statement=statement,
        pasted={Role.LEAD: "Spain", Role.CO_SPONSOR: "Chile, Croatia, Mexico and Portugal"},
        by=user,
        reason="From the paper's first line",
    )
    assert entered.added == ("Spain", "Chile", "Croatia", "Mexico", "Portugal")
    rows = list(statement.parties.values_list("country__iso3", "role", "order"))
    assert rows[:2] == [("ESP", "lead", 1), ("CHL", "co-sponsor", 2)]
    versions = [party.history.get() for party in statement.parties.all()]
    assert {(one.history_user, one.history_change_reason) for one in versions} == {
        (user, "From the paper's first line")
    }
    assert len({one.change_id for one in versions}) == 1, "one paste is one change"


def test_former_names_and_organisations_are_found_and_the_rest_is_named() -> None:
    with recording(by=None, reason="Test"):
        CountryName.objects.create(country=make_country("CPV", "Cabo Verde"), name="Cape Verde", kind="former")
        Organisation.objects.create(name="Cluster Munition Coalition", abbreviation="CMC", slug="cmc")
    make_country("VEN", "Venezuela (Bolivarian Republic of)")
    statement = make_statement()
    pasted = {Role.ENDORSER: "Cape Verde, Venezuela, CMC, Narnia and Chile"}
    entered = enter_parties(statement=statement, pasted=pasted, by=None, reason="Paste")
    assert entered.unknown == ("Narnia",)
    assert len(entered.added) == 4
    again = enter_parties(statement=statement, pasted=pasted, by=None, reason="Paste again")
    assert (again.added, len(again.already), again.unknown) == ((), 4, ("Narnia",))


def test_whoever_is_entered_already_keeps_its_role_and_the_others_follow_in_order() -> None:
    statement = make_statement(parties=[(make_country("CHL", "Chile"), "lead")])
    entered = enter_parties(
        statement=statement, pasted={Role.CO_SPONSOR: "Chile and Mexico"}, by=None, reason="Second page"
    )
    assert (entered.added, entered.already) == (("Mexico",), ("Chile",))
    assert list(statement.parties.values_list("country__iso3", "role", "order")) == [
        ("CHL", "lead", 1),
        ("MEX", "co-sponsor", 2),
    ]


def test_a_state_pasted_under_two_roles_is_entered_under_the_first() -> None:
    statement = make_statement()
    entered = enter_parties(
        statement=statement, pasted={Role.LEAD: "Spain", Role.ENDORSER: "Spain"}, by=None, reason="Paste"
    )
    assert (entered.added, entered.already) == (("Spain",), ("Spain",))
    assert statement.parties.get().role == "lead"


def test_no_words_enter_nobody() -> None:
    statement = make_statement()
    entered = enter_parties(statement=statement, pasted={Role.LEAD: "  "}, by=None, reason="Paste")
    assert (entered.added, entered.already, entered.unknown) == ((), (), ())
    assert not statement.parties.exists()
