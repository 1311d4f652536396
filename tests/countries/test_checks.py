"""What check_facts finds about treaties."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import QuerySet

from countries.checks import check_group_sizes, check_order_of_acts, check_published_days
from countries.models import GroupMembership, Treaty, TreatyAction
from countries.models.treaty_action_triggers import restore, take_down
from editorial.checks import check_unsourced_facts, checks

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
TODAY = date(2026, 2, 3)


def test_they_are_registered() -> None:
    assert {"treaty-order", "treaty-dates", "group-sizes"} <= set(checks())


def test_the_reference_data_are_in_order() -> None:
    assert list(check_order_of_acts(TODAY)) == []
    assert list(check_unsourced_facts(TODAY)) == []
    assert list(check_group_sizes(TODAY)) == []


def test_the_contradictions_of_the_reference_data_are_listed_and_decided() -> None:
    found = list(check_published_days(TODAY))
    assert all(finding.is_decided for finding in found)
    assert {finding.record for finding in found} == {
        "Convention on Certain Conventional Weapons",
        "Amended Protocol II on mines, booby-traps and other devices",
        "Montenegro, Mine Ban Treaty",
    }
    montenegro = next(finding for finding in found if finding.record.startswith("Montenegro"))
    assert montenegro.message == "In force from 1 April 2007 as published; computed: 23 October 2006."


def test_a_row_that_came_past_the_forms_is_found() -> None:
    take_down(connection)
    try:
        QuerySet(TreatyAction).filter(treaty__slug="ccm", country__iso3="PER", kind="signature").delete()
    finally:
        restore(connection)
    (found,) = check_order_of_acts(TODAY)
    assert found.record == "Peru, CCM"
    assert "CCM, Article 16(1)" in found.message


def test_a_published_day_without_a_word_why_waits_for_somebody() -> None:
    QuerySet(TreatyAction).filter(treaty__slug="ccm", country__iso3="AND").update(
        published_effect=date(2013, 11, 1)
    )
    found = next(one for one in check_published_days(TODAY) if one.record == "Andorra, CCM")
    assert not found.is_decided
    assert found.message == "In force from 1 November 2013 as published; computed: 1 October 2013."


def test_a_withdrawal_printed_otherwise() -> None:
    QuerySet(TreatyAction).filter(treaty__slug="ccm", kind="withdrawal_notice").update(
        published_effect=date(2025, 3, 5), note=""
    )
    found = next(one for one in check_published_days(TODAY) if one.record == "Lithuania, CCM")
    assert found.message == "Withdrawn from 5 March 2025 as published; computed: 6 March 2025."


def test_a_treaty_printed_otherwise() -> None:
    QuerySet(Treaty).filter(slug="ccm").update(published_in_force=date(2010, 8, 2))
    found = next(one for one in check_published_days(TODAY) if one.record == "Convention on Cluster Munitions")
    assert found.message == "In force on 2 August 2010 as published; computed: 1 August 2010."


def test_a_member_too_few_and_an_act_without_source() -> None:
    QuerySet(GroupMembership).filter(country__iso3="PER").delete()
    (group,) = check_group_sizes(TODAY)
    assert group.message == "The source counts 7 members; recorded are 6."
    QuerySet(TreatyAction).filter(treaty__slug="ccm", country__iso3="VUT").update(source=None)
    (act,) = check_unsourced_facts(TODAY)
    assert act.record == "Vanuatu: accession of CCM, 2025-09-05"
