"""Who stands behind a statement: one state or one organisation a row, each once."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import Organisation, recording
from meetings.models import BEHIND, SPOKE, Role, StatementParty
from tests.factories.meetings import make_country, make_statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


@pytest.fixture
def cmc() -> Organisation:
    return Organisation.objects.create(name="Cluster Munition Coalition", abbreviation="CMC", slug="cmc")


def test_a_party_is_one_state_or_one_organisation(cmc: Organisation) -> None:
    peru, statement = make_country(), make_statement()
    for both_or_none in ({}, {"country": peru, "organisation": cmc}):
        with pytest.raises(ValidationError, match="Name a state or an organisation, one of the two"):
            StatementParty(statement=statement, **both_or_none).full_clean()
        with pytest.raises(IntegrityError, match="state_or_organisation"), transaction.atomic():
            StatementParty.objects.create(statement=statement, **both_or_none)


def test_each_stands_behind_a_statement_once_whatever_its_role(cmc: Organisation) -> None:
    peru, statement = make_country(), make_statement()
    for who, words in (({"country": peru}, "This state is"), ({"organisation": cmc}, "This organisation is")):
        StatementParty.objects.create(statement=statement, role="lead", **who)
        with pytest.raises(ValidationError, match=f"{words} already entered for this statement"):
            StatementParty(statement=statement, role="endorser", **who).full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            StatementParty.objects.create(statement=statement, role="endorser", **who)
        StatementParty.objects.create(statement=make_statement("Another"), role="endorser", **who)


def test_in_words(cmc: Organisation) -> None:
    assert str(StatementParty(country=make_country(), role=Role.ON_BEHALF_OF)) == "Peru (spoken for)"
    assert str(StatementParty(organisation=cmc)) == "Cluster Munition Coalition (CMC) (deliverer)"


def test_every_role_stands_under_one_heading_and_those_who_spoke_first() -> None:
    roles = [role for role, _ in BEHIND]
    assert sorted(roles) == sorted(Role)
    assert set(roles[: len(SPOKE)]) == set(SPOKE)


def test_parties_stand_in_the_order_of_the_source() -> None:
    statement = make_statement()
    for order, (iso3, name) in ((2, ("CHL", "Chile")), (1, ("PER", "Peru"))):
        StatementParty.objects.create(statement=statement, country=make_country(iso3, name), order=order)
    assert [party.country.name for party in statement.parties.all()] == ["Peru", "Chile"]


def test_every_change_of_a_party_is_kept() -> None:
    party = make_statement(parties=[(make_country(), "deliverer")]).parties.get()
    party.role = "lead"
    party.save()
    assert list(party.history.order_by("history_id").values_list("role", flat=True)) == ["deliverer", "lead"]
