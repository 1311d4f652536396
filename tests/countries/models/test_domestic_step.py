"""Steps at home: said in words, kept once, and of no effect on any standing."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from countries.models import Country, DomesticStep
from countries.queries.treaty_standings import standings_of
from editorial.models import recording
from tests.factories.treaties import make_act, make_treaty

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


def step(peru: Country, **fields: object) -> DomesticStep:
    given = {"country": peru, "treaty": make_treaty(), "kind": "approved", "date": "2012-03-14", **fields}
    return DomesticStep(**given)


def test_in_words_and_at_its_place_on_the_states_page(peru: Country) -> None:
    approved = step(peru)
    approved.save()
    approved.refresh_from_db()
    assert str(approved) == "Peru: approved by parliament (CCM), 14 March 2012"
    assert approved.get_absolute_url() == "/countries/peru/#treaties"


def test_a_step_has_a_date_at_the_precision_of_its_source_and_stands_once(peru: Country) -> None:
    step(peru, date="2012-03").save()
    step(peru).save()
    with pytest.raises(ValidationError, match="This step is recorded already"):
        step(peru).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        step(peru).save()
    with pytest.raises(ValidationError) as refused:
        step(peru, date=None).full_clean()
    assert "date" in refused.value.message_dict


def test_a_decree_binds_nobody(peru: Country) -> None:
    """Peru's parliament approved on 14 March 2012; it was a signatory until it deposited on 26 September."""
    make_act(peru, "signature", "2008-12-03")
    step(peru, kind="decree").save()
    (found,) = [
        one for one in standings_of(peru, date(2012, 9, 25), today=date(2012, 9, 25)) if one.treaty.slug == "ccm"
    ]
    assert found.phase.standing.words == "Signatory"
