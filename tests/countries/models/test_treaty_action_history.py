"""Bringing back earlier versions of treaty actions stays within what the treaty allows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from countries.models import Country, TreatyAction
from editorial.actions.restoring import bring_back, restore
from editorial.models import User, recording
from editorial.rules.transitions import Refused
from tests.factories.treaties import make_act

pytestmark = pytest.mark.django_db


def test_the_very_first_edit_can_be_undone(peru: Country, person: Callable[..., User]) -> None:
    act = make_act(peru, "signature", "2008-12-03")
    with recording(by=person("researcher"), reason="Slip"):
        act.date = date(2008, 12, 4)
        act.save()
    restore(record=act, version=act.history.last(), by=person("editor"), reason="It was the 3rd")
    assert TreatyAction.objects.get(pk=act.pk).date == date(2008, 12, 3)


def test_a_version_that_the_treaty_no_longer_allows_is_refused(peru: Country, person: Callable[..., User]) -> None:
    act = make_act(peru, "signature", "2009-06-01")
    with recording(by=person("researcher"), reason="Corrected"):
        act.date = date(2008, 12, 3)
        act.save()
    make_act(peru, "ratification", "2009-02-01")
    with pytest.raises(Refused, match="another act of the state becomes impossible"):
        restore(record=act, version=act.history.last(), by=person("editor"), reason="Back")
    assert TreatyAction.objects.get(pk=act.pk).date == date(2008, 12, 3)


def test_a_deleted_deposit_comes_back_only_if_it_still_fits(peru: Country, person: Callable[..., User]) -> None:
    signature = make_act(peru, "signature", "2008-12-03")
    deposit = make_act(peru, "ratification", "2012-09-26")
    for act in (deposit, signature):
        with recording(by=person("researcher"), reason="Wrong state"):
            act.delete()
    pks = {version.kind: version.id for version in TreatyAction.history.filter(history_type="-")}
    with pytest.raises(Refused, match="no signature is recorded"):
        bring_back(model=TreatyAction, pk=pks["ratification"], by=person("editor"), reason="It was right")
    bring_back(model=TreatyAction, pk=pks["signature"], by=person("editor"), reason="It was right")
    bring_back(model=TreatyAction, pk=pks["ratification"], by=person("editor"), reason="It was right")
    assert TreatyAction.objects.count() == 2
