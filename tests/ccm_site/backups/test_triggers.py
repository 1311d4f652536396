"""Rows are put back in whatever order they come, and afterwards the database refuses again what it refused."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from ccm_site.backups.triggers import without_triggers
from countries.models import Country
from countries.models.treaty_action_triggers import deviations
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db(transaction=True)


def ratify_without_a_signature(peru: Country) -> None:
    make_act(peru, "ratification", "2012-09-26")


def test_inside_the_order_of_writing_is_nobody_s_business(peru: Country) -> None:
    with transaction.atomic():
        with without_triggers():
            ratify_without_a_signature(peru)
            connection.check_constraints()
        transaction.set_rollback(True)


def test_afterwards_they_stand_as_they_stood(peru: Country) -> None:
    with transaction.atomic(), without_triggers():
        pass
    assert deviations(connection) == []
    with pytest.raises(DatabaseError, match="without a signature"), transaction.atomic():
        ratify_without_a_signature(peru)
