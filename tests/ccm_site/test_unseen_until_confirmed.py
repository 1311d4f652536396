"""No fact reaches readers by one hand: of every table one record is added, one changed and one deleted by a researcher.

Every table of the database and every public address is as it was until a second person has confirmed each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
import time_machine
from django.test import Client

from countries.models import Country, DomesticStep, Treaty
from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import propose
from editorial.actions.trying import tried
from editorial.models import ChangeSet, RowKind, Source, Sourced, Tracked, recording
from editorial.queries.change_sets import fact_tables
from meetings.models import ActionPlan, ActionPlanPart
from stockpiles.models import ClearanceObligation, SettledDifference
from tests.doors import crawl, everything
from tests.factories.meetings import make_country
from tests.factories.nouns import make_three_of_each
from tests.factories.twins import OWN, free_words, twin

SPARE, ADDED, CHANGED = 1, 2, 3  # the numbers of the twins
ADDED_WORDS, CHANGED_WORDS = (f"Blunder, {how} [@report-1]." for how in ("added", "changed"))

FOLLOWING = (
    *("/", "/countries/peru/", "/stockpiles/peru/", "/treaties/ccm/", "/meetings/", "/sources/", "/about/data/"),
    *("/countries.csv", "/sources.csv", "/meetings.csv", "/sitemap-countries.xml"),
    *("/api/v1/holdings/", "/api/v1/treaty-actions/", "/api/v1/meetings/", "/api/v1/countries/"),
)
"""Some of the addresses at which readers see it then."""

UNSEEN = {
    ("editorial.source", "created"),
    ("editorial.source", "deleted"),
    ("editorial.organisation", "created"),
    ("editorial.organisation", "deleted"),
}
"""Changes that the public log does not name: of what nothing public rests on."""


@pytest.fixture
def facts(db: None) -> list[Tracked]:
    """The first record of every table of facts, with a twin beside it on which nothing rests."""
    make_three_of_each()
    for number in (SPARE, ADDED, CHANGED):
        make_country(f"QQ{'ABC'[number - 1]}", f"Twin state {number}")
    _fill_what_is_empty()
    firsts = [model._base_manager.order_by("pk")[0] for model in fact_tables()]
    with recording(by=None, reason="Made for a test"):
        for first in firsts:
            if isinstance(first, Sourced) and first.source is None:
                first.source = Source.objects.get(key="report-1")
                first.save()
            twin(first, SPARE).save()
    return firsts


@pytest.fixture
def still(facts: list[Tracked]) -> Iterator[None]:
    """The clock stands from when the facts are there: an empty feed says when it was asked for."""
    with time_machine.travel(datetime.now(UTC), tick=False):
        yield


def _fill_what_is_empty() -> None:
    """The tables of which the API offers no noun of its own."""
    state, treaty = Country.objects.get(iso3="PER"), Treaty.objects.get(slug="ccm")
    with recording(by=None, reason="Made for a test"):
        DomesticStep.objects.create(treaty=treaty, country=state, kind="approval", date="2012")
        plan = ActionPlan.objects.get(slug="plan-1")
        plan.slug = "vientiane"  # as every page names it
        plan.save()
        ActionPlanPart.objects.create(plan=plan, order=1, title="Universalisation")
        action = plan.actions.get()
        action.source = plan.source  # a text needs one
        action.save()
        ClearanceObligation.objects.create(country=state)
        SettledDifference.objects.create(
            country=state, finding="destroyed-sum", unit="munitions", figures="1", explanation="Counted otherwise."
        )


def added(first: Tracked) -> None:
    words = free_words(type(first))
    twin(first, ADDED, **({words: ADDED_WORDS} if words else {})).save()


def changed(first: Tracked) -> None:
    record, words = type(first)._base_manager.get(pk=first.pk), free_words(type(first))
    values = {words: CHANGED_WORDS} if words else OWN[type(first)._meta.label_lower](CHANGED)
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def deleted(first: Tracked) -> None:
    type(first)._base_manager.order_by("-pk")[0].delete()


ACTS: dict[RowKind, Callable[[Tracked], None]] = {
    RowKind.CREATED: added,
    RowKind.CHANGED: changed,
    RowKind.DELETED: deleted,
}


def not_in_the_log() -> set[tuple[str, str]]:
    """The kinds of changes of which readers are told nothing: the table of a set's first row, and what became of it."""
    found = set()
    for made in ChangeSet.objects.all():
        if Client().get(f"/changes/{made.public_id}/").status_code == 404:
            row = made.rows.first()
            found.add((row.table, row.kind))
    return found


@pytest.mark.timeout(600)  # every public page twice, and each set on trial
def test_nothing_is_seen_of_what_one_person_wrote(facts: list[Tracked], still: None, person) -> None:
    researcher, editor = person("ana"), person("boris")
    pages, stored = dict(crawl()), everything()
    for first in facts:
        for kind, act in ACTS.items():
            made = propose(partial(act, first), by=researcher, reason="Private words").change_set
            assert made is not None
            assert made.rows.first().kind == kind, first
    assert everything() == stored

    for made in ChangeSet.objects.open():  # what it would lead to is tried, and undone
        assert tried(made).conflicts == (), made
    assert dict(crawl()) == pages

    for made in ChangeSet.objects.open().order_by("pk"):
        confirm(change_set=made, by=editor, read=fingerprint(made))
    for address in FOLLOWING:
        page = Client().get(address).getvalue().decode()
        assert page != pages[address], address
        assert "private words" not in page.lower()
    assert not_in_the_log() == UNSEEN
    for first in facts:
        now = type(first)._base_manager.get(pk=first.pk)
        assert now.history.first().confirmed_by == editor
        if words := free_words(type(first)):
            assert getattr(now, words) == CHANGED_WORDS
