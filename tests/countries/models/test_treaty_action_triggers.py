"""The triggers follow from the constants of the rules, migrations froze them, and what is missing is seen."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

import countries.migrations
from countries.models.treaty_action_triggers import NAME, ORDERS, deviations, restore, take_down, triggers
from countries.rules.final_clauses import DEPOSITS, OF_A_SIGNATURE
from tests.factories.treaties import make_act, make_treaty

VENDORS = {"sqlite": "SQLITE", "postgresql": "POSTGRESQL"}


def frozen(vendor: str) -> dict[str, str]:
    """What the newest migration that makes triggers makes."""
    found: dict[str, str] = {}
    for module in sorted(one.name for one in pkgutil.iter_modules(countries.migrations.__path__)):
        found = getattr(importlib.import_module(f"countries.migrations.{module}"), VENDORS[vendor], found)
    return found


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_migrations_make_what_the_rules_want_today(vendor: str) -> None:
    """Where this fails, a constant of the rules has changed: add a migration with what triggers() gives now."""
    assert frozen(vendor) == triggers(vendor)


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_kind_that_counts_for_the_rules_counts_for_the_database(vendor: str) -> None:
    words = " ".join(triggers(vendor).values())
    for kinds in (OF_A_SIGNATURE, DEPOSITS):
        lists = [part.split(")")[0] for part in words.split(" IN (")[1:]]
        assert {f"'{kind.value}'" for kind in kinds} in [set(one.split(", ")) for one in lists]
    assert all(message in words for message in ORDERS)


@pytest.mark.django_db
class TestInTheDatabase:
    def test_after_all_migrations_they_stand(self) -> None:
        assert deviations(connection) == []

    def test_one_that_is_missing_is_named_and_put_up_again(self, peru: Any) -> None:
        treaty = make_treaty("ccm")
        take_down(connection)
        found = deviations(connection)
        assert len(found) == len(triggers(connection.vendor))
        assert all(one.endswith("is missing.") for one in found)
        with transaction.atomic():
            make_act(peru, "reservation", "2009-01-01", treaty=treaty).delete()
        restore(connection)
        restore(connection)
        assert deviations(connection) == []
        with pytest.raises(IntegrityError, match="reservation"), transaction.atomic():
            make_act(peru, "reservation", "2009-01-01", treaty=treaty)

    def test_one_that_says_something_else_is_named(self) -> None:
        name, statement = next(iter(triggers(connection.vendor).items()))
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(f"DROP TRIGGER {name}")
            cursor.execute(statement.replace("'reservation'", "'ratification'"))
        assert deviations(connection) == [f"The trigger {name} says something else than the rules."]

    def test_one_that_is_switched_off_counts_as_missing(self) -> None:
        if connection.vendor != "postgresql":
            pytest.skip("SQLite cannot switch a trigger off")
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE countries_treatyaction DISABLE TRIGGER {NAME}")
        assert deviations(connection) == [f"The trigger {NAME} is missing."]
