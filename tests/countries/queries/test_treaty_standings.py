"""Standings of all states, against totals that were published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db.models import QuerySet

from countries.models import Country, Treaty, TreatyAction
from countries.queries.treaty_standings import (
    TreatyRecord,
    standings_of,
    treaties_with_parents,
    treaty_record,
    treaty_records,
)
from countries.rules.standing import Basis, CountedAs, Standing
from tests.factories.treaties import make_act, make_treaty

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]
DEPOSIT, IN_FORCE = Basis.DEPOSIT, Basis.IN_FORCE


def treaty_with_slug(slug: str) -> Treaty:
    return next(treaty for treaty in treaties_with_parents() if treaty.slug == slug)


@pytest.fixture
def ccm() -> TreatyRecord:
    return treaty_record(treaty_with_slug("ccm"))


def totals(record: TreatyRecord, day: date, basis: Basis) -> tuple[int, int]:
    on = record.on(day)
    return len(on.joined(basis)), len(on.parties(basis))


def test_112_and_83_on_31_july_2013_are_by_deposit(ccm: TreatyRecord) -> None:
    assert totals(ccm, date(2013, 7, 31), DEPOSIT) == (112, 83)
    assert totals(ccm, date(2013, 7, 31), IN_FORCE) == (111, 77)


def test_andorra_bolivia_chad_and_nauru_were_not_yet_bound(ccm: TreatyRecord) -> None:
    waiting = {row.state.iso3 for row in ccm.on(date(2013, 7, 31)).having(Standing.DEPOSITED)}
    assert {"AND", "BOL", "TCD", "NRU"} <= waiting
    assert len(waiting) == 83 - 77


def test_thirty_states_were_bound_when_the_convention_entered_into_force(ccm: TreatyRecord) -> None:
    on = ccm.on(date(2010, 8, 1))
    assert len(on.parties(IN_FORCE)) == 30
    assert len(ccm.on(date(2010, 7, 31)).parties(IN_FORCE)) == 0
    assert len(on.parties(DEPOSIT)) == 38


@pytest.mark.parametrize(
    ("day", "joined", "parties"),
    [
        ("2008-12-04", 94, 4),
        ("2010-07-31", 108, 38),
        ("2025-03-05", 124, 112),
        ("2025-03-06", 123, 111),  # Lithuania has left both totals
        ("2025-09-05", 124, 112),  # Vanuatu has acceded
        ("2026-02-03", 124, 112),
    ],
)
def test_totals_by_deposit(ccm: TreatyRecord, day: str, joined: int, parties: int) -> None:
    assert totals(ccm, date.fromisoformat(day), DEPOSIT) == (joined, parties)


def test_signatories_ever_are_not_the_signatories_not_yet_party(ccm: TreatyRecord) -> None:
    on = ccm.on(date(2026, 2, 3))
    assert len(on.signatories(DEPOSIT)) == 12
    assert sum(row.signed_on is not None for row in on.rows) == 108


@pytest.mark.parametrize(
    ("slug", "parties", "signatories"),
    [
        ("mine-ban-treaty", 162, 0),
        ("ccw", 128, 4),
        ("ccw-protocol-v", 99, 0),
        ("ccw-amended-protocol-ii", 107, 0),
    ],
)
def test_the_other_treaties_on_3_february_2026(slug: str, parties: int, signatories: int) -> None:
    on = treaty_record(treaty_with_slug(slug)).on(date(2026, 2, 3))
    assert (len(on.parties(DEPOSIT)), len(on.signatories(DEPOSIT))) == (parties, signatories)


def test_poland_was_still_leaving_the_mine_ban_treaty_on_3_february_2026() -> None:
    record = treaty_record(treaty_with_slug("mine-ban-treaty"))
    assert [row.state.iso3 for row in record.on(date(2026, 2, 3)).having(Standing.WITHDRAWING)] == ["POL"]
    assert len(record.on(date(2026, 2, 20)).parties(DEPOSIT)) == 161


@pytest.mark.parametrize("basis", Basis)
def test_the_accumulation_agrees_with_the_lists_on_every_day_it_names(ccm: TreatyRecord, basis: Basis) -> None:
    counts = ccm.accumulation(basis)
    assert counts[0].since == date(2008, 12, 3)
    for count in counts:
        on = ccm.on(count.since)
        assert (count.parties, count.signatories) == (len(on.parties(basis)), len(on.signatories(basis)))
        day_before = ccm.on(count.since - timedelta(days=1))
        assert (count.parties, count.signatories) != (
            len(day_before.parties(basis)),
            len(day_before.signatories(basis)),
        )


def test_every_state_is_counted_once_or_not_at_all(ccm: TreatyRecord) -> None:
    on = ccm.on(date(2013, 7, 31))
    assert len(on.rows) == 197
    assert sum(len(on.counted(as_, DEPOSIT)) for as_ in CountedAs) == 197


def test_two_queries_whatever_the_number_of_states(django_assert_num_queries: Callable, ccm: TreatyRecord) -> None:
    treaty = treaty_with_slug("ccm")
    with django_assert_num_queries(2):
        record = treaty_record(treaty)
        for year in range(2008, 2026):
            record.on(date(year, 12, 31)).parties(DEPOSIT)
        record.accumulation(IN_FORCE)
        record.turns(date(2008, 1, 1), date(2026, 1, 1))
    QuerySet(TreatyAction).filter(treaty=treaty).exclude(country__iso3="PER").delete()
    with django_assert_num_queries(2):
        treaty_record(treaty).on(date(2013, 7, 31))


def test_the_records_of_all_treaties_take_no_more_queries(django_assert_num_queries: Callable) -> None:
    treaties = treaties_with_parents()
    with django_assert_num_queries(2):
        records = treaty_records(treaties)
    every = {one.pk: one for one in Country.objects.order_by("name")}
    with django_assert_num_queries(1):
        assert treaty_records(treaties, every) == records
    assert [len(record.on(date(2026, 2, 3)).parties(DEPOSIT)) for record in records] == [112, 162, 128, 107, 99]


def test_the_days_of_change_of_the_ccm(ccm: TreatyRecord) -> None:
    assert ccm.days_of_change[0] == date(2008, 12, 3)
    assert ccm.days_of_change[-1] == date(2026, 3, 1)
    assert date(2012, 9, 26) in ccm.days_of_change
    assert date(2012, 9, 25) not in ccm.days_of_change


def test_what_changed_between_two_days(ccm: TreatyRecord) -> None:
    turns = ccm.turns(date(2024, 9, 5), date(2025, 9, 5))
    assert [(t.state.iso3, str(t.day), t.before.value, t.phase.standing.value) for t in turns] == [
        ("LTU", "2024-09-06", "in_force", "withdrawing"),
        ("LTU", "2025-03-06", "withdrawing", "withdrawn"),
        ("VUT", "2025-09-05", "not_joined", "deposited"),
    ]


def test_the_day_peru_deposited(ccm: TreatyRecord) -> None:
    on = ccm.on(date(2012, 9, 26))
    assert (len(on.joined(DEPOSIT)), len(on.parties(DEPOSIT)), len(on.parties(IN_FORCE))) == (111, 76, 70)
    peru = on.by_state[Country.objects.get(iso3="PER").pk]
    assert peru.standing is Standing.DEPOSITED
    assert peru.membership is not None
    assert peru.membership.bound_since == date(2013, 3, 1)
    assert peru.state.groups == (("core-group", "Core Group of the Oslo Process"),)
    assert peru.published_in_force is None  # the Monitor prints the computed day


def test_a_published_day_that_differs_is_kept_beside_the_computed() -> None:
    record = treaty_record(treaty_with_slug("mine-ban-treaty"))
    montenegro = next(row for row in record.on(date(2026, 2, 3)).rows if row.state.iso3 == "MNE")
    assert montenegro.membership is not None
    assert montenegro.membership.bound_since == date(2006, 10, 23)
    assert montenegro.published_in_force == date(2007, 4, 1)


def test_a_threshold_that_the_deposits_do_not_give_is_kept_as_recorded() -> None:
    record = treaty_record(treaty_with_slug("ccw"))
    assert record.in_force.value == date(1983, 12, 2)
    assert record.threshold_as_counted == date(
        1983, 9, 29
    )  # Czechoslovakia and Yugoslavia are not in today's table


def test_a_treaty_whose_threshold_is_not_recorded_counts_its_deposits() -> None:
    make_treaty("ccm", threshold_reached_on=None)
    record = treaty_record(treaty_with_slug("ccm"))
    assert record.threshold == date(2010, 2, 16)
    peru = Country.objects.get(iso3="PER")
    (of_ccm, *_) = standings_of(peru, date(2014, 1, 1), today=date(2014, 1, 1))
    assert "has been bound since 1 March 2013" in of_ccm.sentence


def test_peru_towards_every_treaty_in_two_queries(django_assert_num_queries: Callable) -> None:
    peru = Country.objects.get(iso3="PER")
    with django_assert_num_queries(2):
        found = standings_of(peru, date(2009, 3, 1), today=date(2026, 2, 3))
    assert [f"{one.treaty.slug} {one.standing.value}" for one in found] == [
        "ccm signatory",
        "mine-ban-treaty in_force",
        "ccw in_force",
        "ccw-amended-protocol-ii in_force",
        "ccw-protocol-v not_joined",
    ]
    assert found[-1].sentence == (
        "On 1 March 2009, Peru had not joined Protocol V to the Convention on Certain Conventional Weapons."
    )
    assert [act.kind for act in found[0].acts] == ["signature", "ratification"]


def test_a_new_accession_is_counted_at_once(ccm: TreatyRecord) -> None:
    finland = Country.objects.get(iso3="FIN")
    make_act(finland, "accession", "2026-01-15")
    again = treaty_record(treaty_with_slug("ccm"))
    assert totals(again, date(2026, 1, 15), DEPOSIT) == (125, 113)
    assert totals(again, date(2026, 1, 15), IN_FORCE) == totals(ccm, date(2026, 1, 15), IN_FORCE)
