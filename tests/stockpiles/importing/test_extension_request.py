"""Requests, and no more of their decisions than a source says."""

import pytest

from editorial.actions.bad_row import BadRow
from stockpiles.importing.extension_request import EXTENSION_REQUESTS
from stockpiles.models import ExtensionRequest
from tests.factories.sheets import read_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


EXTENSION = {"iso3": "PER", "article": "3", "new_deadline": "2024-04-01", "source": "A document"}


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"article": "5"}, "article: “5”. Deadlines under Articles 3 and 4"),
        ({"new_deadline": "2012-01-01"}, "The convention entered into force for Peru on 2013-03-01"),
        ({"requested_on": "2021", "decided_on": "2020"}, "lies before the request"),
        ({"meeting": "99msp"}, "meeting: “99msp”"),
    ],
)
def test_a_bad_extension_row_is_refused(changed, words):
    with pytest.raises(BadRow) as refused:
        read_row(EXTENSION_REQUESTS, {**EXTENSION, **changed})
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("source", "evidence"),
    [
        ("A page: https://a.example/ (decision not seen)", ""),
        ("A page: https://a.example/ (the new date is derived)", "stated"),
    ],
)
def test_a_decision_that_no_source_states_is_not_granted(source, evidence):
    with pytest.raises(BadRow, match="A decision that no source states is not granted"):
        read_row(EXTENSION_REQUESTS, {**EXTENSION, "source": source, "evidence": evidence})


def test_the_same_date_may_stand_as_derived_from_a_later_text():
    row = {**EXTENSION, "source": "A page: https://a.example/ (decision not seen)", "evidence": "later_text"}
    (made,) = read_row(EXTENSION_REQUESTS, row)
    assert (made.values["outcome"], made.values["evidence"]) == ("granted", "later_text")


@pytest.mark.parametrize(
    ("changed", "procedure"),
    [
        ({}, "unknown"),
        ({"granted_at": "Ninth Meeting of States Parties"}, "unknown"),
        ({"granted_at": "Silence procedure, early 2021"}, "silence"),
        ({"granted_at": "Ninth Meeting of States Parties", "procedure": "meeting"}, "meeting"),
    ],
)
def test_a_procedure_is_unknown_unless_the_row_says_it(changed, procedure):
    (made,) = read_row(EXTENSION_REQUESTS, {**EXTENSION, **changed})
    assert made.values["procedure"] == procedure


def test_the_extension_of_peru_was_decided_in_writing_and_at_no_meeting():
    peru = ExtensionRequest.objects.get(country__iso3="PER")
    assert (peru.procedure, peru.decided_at, str(peru.decided_on)) == ("silence", None, "March 2021")


def test_what_germany_afghanistan_and_iraq_asked_for_is_kept_without_a_grant():
    asked = ExtensionRequest.objects.filter(outcome="not_found", country__iso3__in=["DEU", "AFG", "IRQ"])
    found = {(r.country.iso3, r.months_requested, str(r.requested_until or "")) for r in asked}
    assert found >= {("DEU", 60, "1 August 2030"), ("AFG", 48, ""), ("IRQ", 60, "November 2028")}
