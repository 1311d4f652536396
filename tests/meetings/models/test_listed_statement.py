"""The rows that public lists read: what readers see of releases at a moment, and nothing of drafts."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from editorial.actions.publishing import withdraw
from editorial.models import User, recording
from editorial.rules.partial_date import PartialDate
from meetings.models import ListedStatement, Statement
from tests.factories.meetings import make_country, make_meeting, make_statement, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def lima() -> Statement:
    statement = make_statement(
        "Statement in Lima", parties=[(make_country(), "deliverer")], meeting=make_meeting()
    )
    publish_statement(statement)
    return statement


def titles(at=None) -> list[str]:
    return [row.title for row in ListedStatement.objects.published(at or timezone.now())]


def correct(statement: Statement, title: str, **options: object) -> None:
    with recording(by=None, reason="Corrected"):
        statement.title = title
        statement.save()
    publish_statement(statement, "Title corrected", **options)


def test_readers_see_the_newest_release_and_nothing_of_a_draft(lima: Statement) -> None:
    assert titles() == ["Statement in Lima"]
    with recording(by=None, reason="Draft"):
        lima.title = "Secret wording"
        lima.save()
    assert titles() == ["Statement in Lima"]


def test_a_correction_takes_the_place_of_what_it_corrects_at_its_moment(lima: Statement) -> None:
    out = timezone.now() + timedelta(days=2)
    correct(lima, "Declaration of Lima", visible_from=out)
    assert titles() == ["Statement in Lima"], "under embargo"
    assert titles(out - timedelta(microseconds=1)) == ["Statement in Lima"]
    assert titles(out) == ["Declaration of Lima"]


def test_what_is_withdrawn_is_listed_no_more_until_it_comes_out_anew(lima: Statement) -> None:
    publisher = User.objects.get(username="publisher")
    withdraw(record=lima, by=publisher, reason="Wrong", public_reason="Of another state.")
    assert titles() == []
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        lima.refresh_from_db()
        correct(lima, "Statement of Peru")
        assert titles() == ["Statement of Peru"]


def test_a_row_that_somebody_rebuilt_meanwhile_shows_nothing_that_is_withdrawn(lima: Statement) -> None:
    row = ListedStatement.objects.get()
    withdraw(
        record=lima, by=User.objects.get(username="publisher"), reason="Wrong", public_reason="Of another state."
    )
    row.save(force_insert=True)
    assert ListedStatement.objects.exists()
    assert titles() == []


def test_its_address_ends_with_the_released_title(lima: Statement) -> None:
    row = ListedStatement.objects.get()
    assert row.get_absolute_url() == f"/statements/{lima.pk}/statement-in-lima/"
    assert str(row) == "Statement in Lima"
    assert list(ListedStatement.rows_readers_see(timezone.now())) == [row]


@pytest.mark.parametrize(
    ("date", "year", "words"),
    [("after 31 July 2013", 2013, "after 31 July 2013"), ("", 2007, "2007"), ("", None, "undated")],
)
def test_when_it_was_is_said_as_exactly_as_it_is_known(date: str, year: int | None, words: str) -> None:
    assert ListedStatement(date=PartialDate.parse(date) if date else None, year=year).when == words


def test_languages_have_names_and_others_their_code() -> None:
    assert ListedStatement(language="es").language_name == "Spanish"
    assert ListedStatement(language="sw").language_name == "sw"


def test_what_hangs_on_a_row_goes_with_it(lima: Statement) -> None:
    row = ListedStatement.objects.get()
    (party,) = row.parties.all()
    assert (party.country.iso3, party.role, party.day) == ("PER", "deliverer", row.day)
    assert str(party) == f"{party.country_id} deliverer"
    row.delete()
    assert not type(party).objects.exists()
