"""A statement with a past, for the tests of everything that reads it."""

from __future__ import annotations

import pytest

from countries.models import Country
from editorial.actions.restoring import bring_back, restore
from editorial.models import recording
from meetings.models import Statement, StatementParty


@pytest.fixture
def non_paper(db: None, person) -> Statement:
    """Spain's non-paper of 2013, with two of its four co-sponsors."""
    with recording(by=person("researcher"), reason="From the document"):
        statement = Statement.objects.create(title="Non-paper", text="First text.[^1]\n\n[^1]: One.\n")
        for order, (iso3, name, role) in enumerate(
            [("ESP", "Spain", "lead"), ("CHL", "Chile", "co-sponsor"), ("HRV", "Croatia", "co-sponsor")]
        ):
            country = Country.objects.create(iso3=iso3, slug=name.lower(), name=name)
            StatementParty.objects.create(statement=statement, country=country, role=role, order=order)
    return statement


@pytest.fixture
def eventful(peru: Country, person) -> Statement:
    """A statement and its party, each changed, deleted and brought back, as it was and otherwise; NULLs come and go."""
    with recording(by=person("researcher"), reason="Entered"):
        statement = Statement.objects.create(title="Lima", text="First.", states_claimed=None)
        StatementParty.objects.create(statement=statement, country=peru, role="deliverer")
    pk, first = statement.pk, statement.history.get()
    for text, claimed in (("First.", 26), ("Other.", 26), ("Other.", None), ("Again.", None), ("First.", 3)):
        with recording(by=person("editor"), reason="Read again"):
            statement.text, statement.states_claimed = text, claimed
            statement.save()
    with recording(by=person("editor"), reason="Entered twice"):
        statement.delete()
    bring_back(model=Statement, pk=pk, by=person("editor"), reason="It was the only one")
    statement = Statement.objects.get(pk=pk)
    with recording(by=person("editor"), reason="Nobody"):
        statement.parties.get().delete()
        statement.text = "Without anybody."
        statement.save()
    restore(record=statement, version=first, by=person("editor"), reason="As it was")
    with recording(by=person("researcher"), reason="As a sponsor"):
        party = statement.parties.get()
        party.role = "lead"
        party.save()
    return statement
