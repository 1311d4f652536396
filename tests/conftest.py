"""Fixtures that every part of the suite may use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import setup_databases, teardown_databases
from hypothesis import settings

from countries.models import Country, CountryProfile, ProfileTheme
from editorial.actions.roles import ensure_roles
from editorial.models import Source, User, recording
from editorial.queries.kept import room
from editorial.rules.roles import RESEARCHER
from tests import documents, prepared_database
from tests.factories.module_data import for_module
from tests.factories.profiles import Press
from tests.factories.stockpiles import load_stocks
from tests.factories.treaties import load_world

admin.autodiscover()  # the desk's doors come when they are asked for; tests ask its registry which there are

settings.register_profile("untimed", deadline=None)  # no test depends on how busy the machine is
settings.load_profile("untimed")


def pytest_report_header() -> list[str]:
    """Which of the two databases this run tests, why the other is left out, and on which documents."""
    if connection.vendor == "postgresql":
        database = (
            "PostgreSQL (what asks no database, and tests of single doors, run on SQLite, without DATABASE_URL)"
        )
    else:
        database = "SQLite; PostgreSQL is skipped because DATABASE_URL names none (.ci/run tests both)"
    return [f"database: {database}", documents.which_ran()]


#: Fixtures that load for a whole module.
STAYS_LOADED = frozenset({"reference", "loaded", "votes_loaded", "demo", "three_of_each"})


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put what stays loaded last; on PostgreSQL leave out what ran on SQLite to the same effect."""
    if connection.vendor == "postgresql":
        left_out = [item for item in items if not asks_the_database(item) or is_of_a_door(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
    _put_what_stays_loaded_last(items)


#: Where pages, forms and answers of single doors are tested. What they ask the database is tested with the queries, and
#: walks go through every door on either (tests/ccm_site, tests/api, tests/concurrency).
DOORS = frozenset({"admin", "views", "pages", "public", "nouns"})


def is_of_a_door(item: pytest.Item) -> bool:
    return not DOORS.isdisjoint(item.path.relative_to(item.config.rootpath).parts)


def asks_the_database(item: pytest.Item) -> bool:
    """Whether a test, or a fixture of its, may use the database: any other would be refused by pytest-django."""
    marked = item.get_closest_marker("django_db") is not None
    return marked or not ASKING.isdisjoint(fixtures_of(item))


#: What lets a test at the database, by name; a fixture that needs one of them brings its name along.
ASKING = frozenset({"db", "transactional_db", "django_db_reset_sequences", "django_db_setup", "live_server"})


def _put_what_stays_loaded_last(items: list[pytest.Item]) -> None:
    """Within each module, the tests on data that stay loaded come last, whatever the shuffle says.

    They are loaded from the first test that asks to the end of the module, so a test that makes its own Peru cannot
    come after it.
    """
    places: dict[Any, list[int]] = {}
    for place, item in enumerate(items):
        places.setdefault(item.nodeid.split("::")[0], []).append(place)
    for module in places.values():
        ordered = sorted(
            (items[place] for place in module), key=lambda item: not STAYS_LOADED.isdisjoint(fixtures_of(item))
        )
        for place, item in zip(module, ordered, strict=True):
            items[place] = item


def fixtures_of(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """The test database of this worker: a copy of one that was migrated before, in place of pytest-django's own."""
    with django_db_blocker.unblock():
        prepared_database.copy()
        made = setup_databases(verbosity=0, interactive=False, keepdb=True, serialized_aliases=set())
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Each test has a database of its own, whose words begin anew."""
    room.clear()


@pytest.fixture
def person(db: None) -> Callable[..., User]:
    """Make (or find) somebody of the team by user name, optionally in a group."""

    def make(username: str, group: str = "", **fields: object) -> User:
        user, _ = User.objects.get_or_create(username=username, defaults={"is_staff": True, **fields})
        if group:
            user.groups.add(Group.objects.get_or_create(name=group)[0])
        return user

    return make


@pytest.fixture
def peru(db: None) -> Country:
    with recording(by=None, reason="Made for a test"):
        return Country.objects.create(
            iso2="PE",
            iso3="PER",
            m49="604",
            slug="peru",
            name="Peru",
            official_name="Republic of Peru",
            region="Americas",
            subregion="Latin America and the Caribbean",
            intermediate_region="South America",
        )


@pytest.fixture
def ban_policy(db: None) -> ProfileTheme:
    with recording(by=None, reason="Made for a test"):
        return ProfileTheme.objects.create(
            slug="cluster-munition-ban-policy", title="Cluster Munition Ban Policy", order=1
        )


@pytest.fixture
def draft(peru: Country, ban_policy: ProfileTheme, person: Callable[..., User]) -> CountryProfile:
    """A short draft profile of Peru, 2009, written by "researcher"."""
    with recording(by=person("researcher"), reason="First draft"):
        return CountryProfile.objects.create(
            country=peru,
            theme=ban_policy,
            edition=2009,
            lead="Peru signed in Oslo and had not yet ratified.",
            text="Peru signed on 3 December 2008.[^1]\n\n## Stockpiling\n\nThe size of the stock is unknown.\n\n"
            "[^1]: Seen in the depositary's table.\n",
        )


@pytest.fixture
def world(db: None) -> None:
    """All states, treaties, acts and groups of the reference data, without history."""
    load_world()


reference = for_module(load_stocks)  # the reference data of states, treaties, meetings and stocks


@pytest.fixture
def press(person: Callable[..., User]) -> Press:
    """Brings out profiles through the real actions."""
    return Press(person)


@pytest.fixture
def at_desk(person: Callable[..., User]) -> Callable[..., Client]:
    """A client signed in at the admin as somebody of the team, in a role ("" for an administrator)."""

    def sign_in(username: str = "researcher", role: str = RESEARCHER) -> Client:
        if not Group.objects.filter(name=role or RESEARCHER, permissions__isnull=False).exists():
            ensure_roles()  # a migrated database has them; one that a journey emptied has not
        user = person(username, role) if role else person(username, is_superuser=True)
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def team_of_one(settings: Any) -> None:
    """Proposed and confirmed by one person in one act: for tests of what a form writes, whoever confirms it."""
    settings.MONITOR_REVIEWER_MUST_DIFFER = False


@pytest.fixture
def peru_is_sourced(peru: Country, sources: list[Source]) -> None:
    """Peru names a source, and so do its parts: for tests of change sets that are not about sources."""
    with recording(by=None, reason="Made for a test"):
        peru.source = sources[2]
        peru.save()


@pytest.fixture
def sources(db: None) -> list[Source]:
    """Three sources of the library: two compared with the document, one not."""
    compared: dict[str, Any] = {"to_be_checked": False, "compared_on": date(2026, 3, 5), "compared_by": "Ana Ruiz"}
    with recording(by=None, reason="Made for a test"):
        return [
            Source.objects.create(
                key="laRepublica-2007-05-29",
                kind="press",
                title="Conferencia en Lima",
                publisher="La República",
                **compared,
            ),
            Source.objects.create(
                key="peru-oslo-2008", kind="statement", title="Statement by Peru", place="Oslo", to_be_checked=True
            ),
            Source.objects.create(
                key="oslo-notes-2008", kind="ngo_notes", title="Notes taken in Oslo", **compared
            ),
        ]
