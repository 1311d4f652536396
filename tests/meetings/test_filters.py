"""What statements can be narrowed by, whichever door asks."""

from __future__ import annotations

import pytest
from django.utils import timezone

from meetings.filters import Once, StatementFilter, states
from meetings.models import Statement
from meetings.queries.statements import listed
from tests.factories.meetings import make_country, make_meeting, make_statement, make_theme, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def joint() -> Statement:
    """A paper of Chile with Peru, given in a session of the Dublin conference."""
    chile, peru = make_country("CHL", "Chile"), make_country()
    make_country("NOR", "Norway")
    dublin = make_meeting("dublin-2008", "2008-05-19")
    session = make_meeting("dublin-cow-8", "2008-05-23", kind="session", parent=dublin)
    make_meeting("lima-2007", "2007-05-23")
    statement = make_statement(
        "Paper", [(chile, "lead"), (peru, "co-sponsor")], [make_theme("retention")], meeting=session
    )
    publish_statement(statement)
    return statement


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"country": "PER"}, True),
        ({"country": "NOR"}, False),
        ({"country": "PER", "role": "co-sponsor"}, True),
        ({"country": "PER", "role": "lead"}, False),  # somebody leads, but not Peru
        ({"role": "lead"}, True),
        ({"country": "PER", "partner": "CHL"}, True),
        ({"country": "PER", "partner": "NOR"}, False),
        ({"meeting": "dublin-2008"}, True),  # with its sessions
        ({"meeting": "lima-2007"}, False),
        ({"theme": "retention"}, True),
        ({"q": "…"}, False),  # nothing that is a word matches nothing
    ],
)
def test_every_filter_speaks_of_the_released_statement(
    joint: Statement, asked: dict[str, str], found: bool
) -> None:
    rows = StatementFilter(asked, queryset=listed(timezone.now()))
    assert rows.is_valid(), rows.errors
    assert rows.qs.exists() is found


@pytest.mark.parametrize(("name", "value"), [("article", "three"), ("country", "XXX"), ("year", "1066")])
def test_what_cannot_be_is_named(joint: Statement, name: str, value: str) -> None:
    assert name in StatementFilter({name: value}, queryset=listed(timezone.now())).errors


def test_choices_are_read_once_for_all_fields_that_share_them(django_assert_num_queries) -> None:
    make_country()
    shared = Once(states)
    with django_assert_num_queries(1):
        assert shared() == shared() == [("PER", "Peru")]
