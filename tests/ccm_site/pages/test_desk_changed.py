"""What people changed last, over all tables: the newest act of each record, and nothing that is not for everybody's eyes."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccm_site.pages.desk_changed import changed
from countries.models import Country, CountryAssignment, CountryProfile
from editorial.models import Organisation, Source, recording

TABLES = [Source, CountryProfile, Organisation]


@pytest.fixture
def acts(draft: CountryProfile, sources: list[Source], person) -> list[str]:
    """Two saves of one source by a person, one of the draft before, one of an organisation that is gone."""
    by = person("researcher")
    with recording(by=by, reason="Made"):
        gone = Organisation.objects.create(name="Gone", slug="gone", kind="ngo")
    with recording(by=by, reason="Made twice"):
        gone.delete()
    for title in ("First", "Second"):
        with recording(by=by, reason=title):
            sources[0].title = title
            sources[0].save()
    return [str(sources[0]), str(draft)]


def test_the_newest_act_of_each_record_comes_first(acts: list[str], person) -> None:
    items = changed(TABLES, person("chief", is_superuser=True)).items
    assert [(item.title, item.note, item.who) for item in items] == [
        (acts[0], "Second", "researcher"),
        (items[1].title, "Made twice", "researcher"),
        (acts[1], "First draft", "researcher"),
    ]
    assert items[1].title.startswith("organisation ")
    assert items[1].address == ""


def test_what_the_person_may_not_see_is_left_out(acts: list[str], person, peru: Country) -> None:
    kept = person("kept", "Researcher")
    with recording(by=None, reason="Made for a test"):
        CountryAssignment.objects.create(
            person=kept, country=Country.objects.create(name="Chile", iso3="CHL", slug="chile")
        )
    titles = [item.title for item in changed(TABLES, kept).items]
    assert acts[0] in titles
    assert acts[1] not in titles


def test_records_further_down_are_not_asked_for(acts: list[str], person, sources: list[Source]) -> None:
    by = person("researcher")
    for number in range(10):
        with recording(by=by, reason="Many"):
            Source.objects.create(key=f"many-{number}-2010", title=str(number), kind=sources[0].kind)
    with CaptureQueriesContext(connection) as asked:
        assert len(changed(TABLES, person("chief", is_superuser=True)).items) == 8
    assert not [one for one in asked if 'FROM "countries_countryprofile"' in one["sql"]]


def test_nothing_is_asked_of_nobody_s_tables(db, person) -> None:
    assert changed([], person("new")).items == []
