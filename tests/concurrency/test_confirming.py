"""Several people confirm at once: one set is written once, and two that are each allowed never break a rule together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from countries.models import Country, CountryName, Treaty, TreatyAction
from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import propose
from editorial.models import ChangeSet, User
from editorial.rules.transitions import Refused
from tests.concurrency.beside import Beside, needs_two_writers

pytestmark = [*needs_two_writers, pytest.mark.usefixtures("peru_is_sourced")]
Person = Callable[..., User]


@pytest.fixture
def ccm(db: Any) -> Treaty:
    return Treaty.objects.create(slug="ccm", short_name="CCM", title="Convention on Cluster Munitions")


def proposed(act: Callable[[], object], person: Person) -> ChangeSet:
    made = propose(act, by=person("ana"), reason="Notification").change_set
    assert made is not None
    return made


def confirming(made: ChangeSet, by: User) -> Callable[[], None]:
    read, mine = fingerprint(made), ChangeSet.objects.get(pk=made.pk)
    return lambda: confirm(change_set=mine, by=by, read=read)


def all_at_once(acts: list[Callable[[], None]]) -> list[Exception | None]:
    beside = [Beside(act) for act in acts]
    assert all(one.is_over() for one in beside)
    return [one.raised for one in beside]


def test_of_four_who_confirm_one_set_one_does(peru: Country, person: Person) -> None:
    made = proposed(lambda: CountryName.objects.create(country=peru, name="Pérou", kind="also"), person)
    raised = all_at_once([confirming(made, person(f"editor-{number}")) for number in range(4)])
    assert sorted(type(one).__name__ for one in raised) == ["NoneType", "Refused", "Refused", "Refused"]
    assert CountryName.history.count() == 1


def test_an_accession_and_a_signature_that_exclude_each_other(peru: Country, ccm: Treaty, person: Person) -> None:
    """Each is allowed alone; a state that has signed does not accede (CCM, Article 16(1) and (2))."""

    def entered(kind: str, day: date) -> Callable[[], object]:
        return lambda: TreatyAction.objects.create(
            treaty=ccm, country=peru, kind=kind, date=day, source=peru.source
        )

    sets = [
        proposed(entered("signature", date(2008, 12, 3)), person),
        proposed(entered("accession", date(2012, 9, 26)), person),
    ]
    raised = all_at_once([confirming(made, person(f"editor-{number}")) for number, made in enumerate(sets)])
    assert sum(isinstance(one, Refused) for one in raised) == 1, raised
    assert TreatyAction.objects.count() == 1


def test_rows_in_opposite_order_wait_for_each_other_without_deadlock(peru: Country, person: Person) -> None:
    chile = Country.objects.create(name="Chile", slug="chile", iso3="CHL", source=peru.source)

    def noting(first: Country, second: Country, field: str) -> Callable[[], None]:
        def act() -> None:
            for country in (first, second):
                current = Country.objects.get(pk=country.pk)
                setattr(current, field, "Looked at.")
                current.save()

        return act

    sets = [
        proposed(noting(peru, chile, "note"), person),
        proposed(noting(chile, peru, "source_locator"), person),
    ]
    raised = all_at_once([confirming(made, person(f"editor-{number}")) for number, made in enumerate(sets)])
    assert raised == [None, None]
    peru.refresh_from_db()
    assert (peru.note, peru.source_locator) == ("Looked at.", "Looked at.")
