"""Which changes the public log has, and by which kinds of fact it is asked."""

from __future__ import annotations

import pytest
from django.db.models import Q

from countries.models import Country, CountryName
from editorial.actions.confirming import decline, take_back
from editorial.queries.change_sets import fact_tables
from editorial.queries.public_changes import first_told, kinds_of_change, public_changes
from tests.factories.changes import NAMES, changing, confirmed, person, proposed
from tests.factories.meetings import make_source

pytestmark = pytest.mark.django_db


def test_only_what_was_confirmed_and_what_readers_see_newest_first(peru: Country) -> None:
    assert first_told() is None
    decline(change_set=proposed(changing(peru, name="P")), by=person(NAMES[1]), words="No.")
    take_back(change_set=proposed(changing(peru, name="Q")), by=person(NAMES[0]))
    proposed(changing(peru, name="R"))
    confirmed(changing(make_source("unused"), title="Nobody rests on it"))
    assert list(public_changes()) == []
    older = confirmed(changing(peru, name="Perù"))
    newer = confirmed(changing(peru, name="Peru"))
    assert list(public_changes()) == [newer, older]
    assert first_told() == older.decided_at


@pytest.mark.usefixtures("peru_is_sourced")
def test_it_can_be_asked_for_some_rows(peru: Country) -> None:
    change = confirmed(lambda: CountryName.objects.create(country=peru, name="Pérou", kind="also"))
    assert list(public_changes(Q(table="countries.countryname"))) == [change]
    assert list(public_changes(Q(table="countries.treaty"))) == []


def test_every_table_of_facts_is_of_one_kind_and_a_part_of_that_of_its_whole() -> None:
    kinds = kinds_of_change()
    tables = [table for kind in kinds.values() for table in kind.tables]
    assert sorted(tables) == sorted(model._meta.label_lower for model in fact_tables())
    assert set(kinds["countries"].tables) == {
        "countries.country",
        "countries.countryname",
        "countries.nameinlanguage",
    }
    assert kinds["treaty-actions"].label == "Treaty actions"


def test_the_kinds_have_these_names_in_addresses_for_ever() -> None:
    assert " ".join(sorted(kinds_of_change())) == (
        "action-plans activity-claims casualty-figures clearance-obligations clearance-records "
        "completion-declarations contamination-claims countries coverage destruction-programmes destruction-records "
        "domestic-steps extension-requests interpretive-positions media meeting-documents meetings munition-types "
        "national-laws organisations profile-themes published-deadlines published-totals recorded-votes "
        "resolutions retention-records settled-differences sources state-events state-groups "
        "stockpile-holdings texts-read-on-states themes transparency-reports treaties treaty-actions votes"
    )
