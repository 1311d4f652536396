"""The past is answered out of tables that stand for it, and nothing of them is left."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from countries.models import Country, CountryName, CountryProfile, NameInLanguage, TreatyAction
from editorial.history.as_known import (
    NothingYet,
    as_known,
    is_fact,
    known_at_asked,
    tables_behind,
    today_then,
)
from editorial.models import Source, recording
from editorial.rules.known_day import KnownAt
from tests.factories.changes import changing, confirmed, deleting
from tests.factories.meetings import make_country, make_source

pytestmark = pytest.mark.django_db

TABLES = (Country, CountryName, NameInLanguage, Source)


def names() -> list[str]:
    return list(Country.objects.order_by("name").values_list("name", flat=True))


def test_before_and_after_a_set_the_answers_are_those_then_given(peru: Country) -> None:
    chile, source = make_country("CHL", "Chile"), make_source("un-list")
    before, kept = timezone.now(), names()

    def act() -> None:
        changing(peru, name="Perù", source=source)()
        deleting(chile)()
        Country.objects.create(name="Chad", slug="chad", iso3="TCD", source=source)

    change = confirmed(act)
    assert names() == ["Chad", "Perù"]
    with as_known(KnownAt(before), TABLES):
        assert names() == kept == ["Chile", "Peru"]
        assert Country.objects.get(pk=peru.pk).source is None
    assert change.decided_at is not None
    with as_known(KnownAt(change.decided_at - timedelta(microseconds=1)), TABLES):
        assert names() == kept
    with as_known(KnownAt(change.decided_at), TABLES):
        assert names() == ["Chad", "Perù"]
        assert Country.objects.select_related("source").get(pk=peru.pk).source == source
    assert names() == ["Chad", "Perù"]


@pytest.mark.parametrize("fails", [False, True])
def test_nothing_is_left_for_whoever_uses_the_connection_next(peru: Country, fails: bool) -> None:
    now = timezone.now()
    confirmed(changing(peru, name="Perù"))
    try:
        with as_known(KnownAt(now), TABLES):
            assert stand_ins() == {
                "countries_country",
                "countries_countryname",
                "countries_nameinlanguage",
                "editorial_source",
            }
            Country._base_manager.filter(pk=peru.pk).update(name="WRITTEN INSIDE")
            if fails:
                raise ValueError
    except ValueError:
        pass
    assert stand_ins() == set()
    assert known_at_asked() is None
    assert names() == ["Perù"]


def stand_ins() -> set[str]:
    asked = (
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = pg_my_temp_schema()"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_temp_master WHERE type = 'table'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return {name for (name,) in cursor.fetchall()}


def test_before_the_first_version_there_is_nothing_to_say(peru: Country) -> None:
    with (
        pytest.raises(NothingYet, match="Its first record was made on"),
        as_known(KnownAt(datetime(2020, 1, 1, tzinfo=UTC)), TABLES),
    ):
        pass
    with pytest.raises(NothingYet, match=r"by then\.$"), as_known(KnownAt(timezone.now()), (TreatyAction,)):
        pass
    assert stand_ins() == set()


def test_one_moment_at_a_time(peru: Country) -> None:
    known = KnownAt(timezone.now())
    with as_known(known, TABLES):
        assert known_at_asked() == known
        with pytest.raises(RuntimeError, match="One moment"), as_known(known, TABLES):
            pass
        assert names() == ["Peru"]


def test_the_day_of_the_moment_stands_for_today(peru: Country) -> None:
    with recording(by=None, reason="Made for a test"):
        version = peru.history.get()
    type(version).objects.update(history_date=datetime(2026, 3, 1, tzinfo=UTC))
    assert today_then() == timezone.localdate()
    with as_known(KnownAt(datetime(2026, 3, 2, tzinfo=UTC)), TABLES):
        assert today_then() == date(2026, 3, 2)


def test_it_costs_one_query(peru: Country, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(4) as asked, as_known(KnownAt(timezone.now()), TABLES):
        pass
    assert len([one for one in asked if "SAVEPOINT" not in one["sql"]]) <= 1


def test_tables_come_with_their_parts_and_what_they_point_at() -> None:
    assert set(tables_behind(Country)) == set(TABLES)
    behind = {model.__name__ for model in tables_behind(TreatyAction)}
    assert behind == {"TreatyAction", "Treaty", "Country", "Source"}
    assert is_fact(TreatyAction)
    assert not is_fact(CountryProfile)
