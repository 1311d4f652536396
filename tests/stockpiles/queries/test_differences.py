"""What an editor found out holds on the figures on which it was found out, and on no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from countries.models import Country
from stockpiles.queries.differences import difference_settled_by, judged, settled_differences
from stockpiles.queries.state_stock import state_stock

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference")]


def bulgaria():
    country = Country.objects.get(iso3="BGR")
    return state_stock(country.pk), settled_differences(countries=[country.pk])


def test_the_37_munitions_of_bulgaria_are_settled_and_wait_for_nobody() -> None:
    one = judged(*bulgaria())[0]
    assert one.settled is not None
    assert one.tag == "Not accounted for, settled"
    assert one.in_full.startswith("Not accounted for, settled: Completion was declared")
    assert one.in_full.endswith(one.settled.explanation)
    assert not one.is_waiting


def test_on_other_figures_it_opens_again_and_says_on_which_it_was_settled() -> None:
    stock, settled = bulgaria()
    changed = replace(stock.ledger.differences[0], figures="opening 6,909")
    vars(stock)["ledger"] = replace(stock.ledger, differences=(changed,))
    (one,) = judged(stock, settled)
    assert one.settled is None
    assert one.reopened is not None
    assert one.is_waiting


def test_a_record_finds_its_difference_by_finding_unit_and_type() -> None:
    stock, settled = bulgaria()
    record = next(iter(settled.values()))
    assert difference_settled_by(record, stock) in stock.ledger.differences
    assert difference_settled_by(record, None) is None
