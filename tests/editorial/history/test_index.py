"""Which versions a whole has, by whom, and which came before which."""

from __future__ import annotations

from datetime import timedelta

from countries.models import Country, CountryProfile
from editorial.history.index import index_of, people_of
from editorial.models import recording
from meetings.models import Statement

from .whole import change, numbers


def test_versions_are_neighbours_by_their_dates(draft: CountryProfile) -> None:
    for text in ("Second.", "Third.", "Second."):
        with recording(by=None, reason=text):
            draft.text = text
            draft.save()
    first, second, third, _ = draft.history.order_by("history_id")
    draft.history.filter(pk=third.pk).update(history_date=first.history_date - timedelta(days=1))
    assert numbers(draft, "text") == [second.history_id, first.history_id, third.history_id]


def test_the_index_holds_record_and_parts_newest_first(
    non_paper: Statement, person, django_assert_num_queries
) -> None:
    change(non_paper, person)
    with django_assert_num_queries(1):
        index = index_of(Statement, non_paper.pk)
    tables = [index.tables[version.place].name for version in index.versions]
    assert tables.count("") == 2
    assert tables.count("meetings.statementparty") == 6
    assert tables[-1] == "", "first of all the statement itself was written"
    own = [version.id for version in index.versions if not index.tables[version.place].name]
    assert index.before[0, own[0]] == own[1]
    assert (0, own[1]) not in index.before
    assert [user.username for user in people_of(index)] == ["editor", "researcher"]


def test_a_record_without_parts_or_versions(peru: Country) -> None:
    assert index_of(CountryProfile, 0).versions == []
    assert people_of(index_of(CountryProfile, 0)) == []
