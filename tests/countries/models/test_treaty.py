"""Treaties: their final clauses as the rules read them, and what the database refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Treaty, TreatyAlias
from countries.rules.final_clauses import Counting, TreatyKind
from editorial.models import recording
from tests.countries.rules import treaties
from tests.factories.treaties import make_treaty

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


def invented(**fields: object) -> Treaty:
    return Treaty(slug="x", short_name="X", title="X Treaty", title_in_sentence="the X Treaty", **fields)


@pytest.mark.parametrize(
    ("slug", "clauses", "closed"),
    [
        ("ccm", treaties.CCM, date(2010, 8, 1)),  # by its own entry into force
        ("mine-ban-treaty", treaties.MINE_BAN, date(1999, 3, 1)),
        ("ccw", treaties.CCW, date(1982, 4, 10)),
    ],
)
def test_the_reference_data_give_the_clauses_that_the_rules_are_tested_with(
    slug: str, clauses, closed: date
) -> None:
    assert make_treaty(slug).final_clauses == replace(clauses, closed_for_signature=closed)


def test_a_protocol_reads_its_conventions_name() -> None:
    clauses = make_treaty("ccw-protocol-v").final_clauses
    assert (clauses.kind, clauses.parent) == (TreatyKind.PROTOCOL, "CCW")


def test_what_nobody_entered_is_article_17_and_no_article_is_invented() -> None:
    clauses = invented().final_clauses
    assert (clauses.kind, clauses.counting, clauses.months) == (TreatyKind.TREATY, Counting.FIRST_OF_MONTH, 6)
    assert clauses.later_article == clauses.withdrawal_article == ""
    assert clauses.cite(clauses.later_article) == "X"


def test_in_words_and_at_its_address() -> None:
    ccm = make_treaty("ccm")
    assert str(ccm) == "Convention on Cluster Munitions"
    assert ccm.get_absolute_url() == "/treaties/ccm/"


def test_a_protocol_names_its_convention_and_nothing_else_does() -> None:
    with pytest.raises(ValidationError, match="A protocol names the convention it belongs to"):
        invented(kind="protocol").full_clean()
    with pytest.raises(ValidationError, match="A protocol names the convention it belongs to"):
        invented(kind="treaty", parent=make_treaty("ccw")).full_clean()
    with pytest.raises(IntegrityError, match="protocol_has_parent"), transaction.atomic():
        invented(kind="protocol").save()


@pytest.mark.parametrize("closed", [date(1981, 4, 10), date(1981, 4, 9)])
def test_a_treaty_is_opened_for_signature_before_it_is_closed(closed: date) -> None:
    """The CCW was open from 10 April 1981 for twelve months: 10 April 1982 was the first day too late."""
    treaty = invented(opened_for_signature=date(1981, 4, 10), closed_for_signature=closed)
    with pytest.raises(ValidationError, match="opened for signature before it is closed"):
        treaty.full_clean()
    treaty.closed_for_signature = date(1982, 4, 10)
    treaty.full_clean()


def test_an_alias_means_one_treaty_and_goes_with_it() -> None:
    treaty = invented()
    treaty.save()
    alias = TreatyAlias.objects.create(treaty=treaty, name="The Invented Treaty")
    assert str(alias) == "The Invented Treaty"
    with pytest.raises(IntegrityError), transaction.atomic():
        TreatyAlias.objects.create(treaty=make_treaty("ccm"), name="The Invented Treaty")
    treaty.delete()
    assert not TreatyAlias.objects.filter(name="The Invented Treaty").exists()
