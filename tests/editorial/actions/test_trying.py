"""What confirming would lead to is found by writing it on trial, and nothing of the trial stays."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from countries.models import Country, Treaty, TreatyAction
from editorial.actions.proposing import propose
from editorial.actions.trying import Led, tried
from editorial.models import ChangeSet, public_word
from editorial.rules.calendar import spoken

pytestmark = pytest.mark.usefixtures("peru_is_sourced")


@pytest.fixture
def accession(peru: Country, person) -> ChangeSet:
    ccm = Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")
    made = propose(
        lambda: TreatyAction.objects.create(
            treaty=ccm, country=peru, kind="accession", date="2012-09-26", source=peru.source
        ),
        by=person("ana"),
        reason="Notification",
    ).change_set
    assert made is not None
    return made


def test_only_what_differs_is_told(accession: ChangeSet) -> None:
    effects = tried(accession).effects
    today = spoken(timezone.localdate())
    assert Led(f"CCM: States Parties, by deposit, {today}", "0", "1") in effects
    assert all(one.now != one.then for one in effects)
    assert not any("signatories" in one.about for one in effects)


def test_a_trial_leaves_nothing_behind(accession: ChangeSet) -> None:
    mark, waiting = public_word(timezone.now()), len(connection.run_on_commit)
    tried(accession)
    assert not TreatyAction.objects.exists()
    assert not TreatyAction.history.exists()
    assert (public_word(timezone.now()), len(connection.run_on_commit)) == (mark, waiting)


def test_what_stands_against_it_is_told_instead(accession: ChangeSet, peru: Country) -> None:
    peru.history.all().delete()
    TreatyAction.objects.all().delete()
    Treaty.objects.all().delete()
    trial = tried(accession)
    assert trial.effects == ()
    assert "It names a treaty that is not there." in trial.conflicts[0]
