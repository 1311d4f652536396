"""A whole as it was at a moment."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations_with_replacement

from countries.models import Country
from editorial.history.acts import moment_of
from editorial.history.comparison import compare
from editorial.history.states import known_at, known_at_both
from editorial.models import recording
from meetings.models import Statement

from .whole import change


def test_known_at_gives_the_parts_of_that_day_not_of_today(non_paper: Statement, person) -> None:
    first = moment_of(non_paper.history.earliest())
    change(non_paper, person)
    state = known_at(Statement, non_paper.pk, first)
    assert state.record is not None
    assert state.record.values["text"].startswith("First text")
    then = {
        Country.objects.get(pk=r.values["country"]).iso3 for r in state.parts["meetings.StatementParty"].values()
    }
    assert then == {"ESP", "CHL", "HRV"}


def test_before_it_existed_there_was_nothing(non_paper: Statement) -> None:
    first = non_paper.history.earliest()
    before = first.history_date.replace(year=first.history_date.year - 1)
    assert known_at(Statement, non_paper.pk, before).record is None


def test_two_moments_read_at_once_differ_as_when_read_one_by_one(non_paper: Statement, person) -> None:
    moments = [moment_of(non_paper.history.earliest())]
    moments.insert(0, moments[0] - timedelta(days=1))
    change(non_paper, person)
    moments.append(moment_of(non_paper.history.latest()))
    with recording(by=person("editor"), reason="Of another paper"):
        other = Statement.objects.create(title="Other", text="Text.")
        spain = non_paper.parties.get(country__iso3="ESP")
        spain.statement = other
        spain.save()
    moments.append(moment_of(spain.history.latest(), (Statement, other.pk)))
    with recording(by=person("editor"), reason="Entered twice"):
        non_paper.title = "Paper"
        non_paper.save()
    moments.append(moment_of(non_paper.history.latest()))
    pk = non_paper.pk
    with recording(by=person("editor"), reason="Not a statement"):
        non_paper.delete()
    moments.append(moment_of(Statement.history.filter(id=pk).latest()))
    for old, new in combinations_with_replacement(moments, 2):
        for whole in (pk, other.pk):
            one_by_one = known_at(Statement, whole, old), known_at(Statement, whole, new)
            at_once = known_at_both(Statement, whole, old, new)
            assert [state.record for state in at_once] == [state.record for state in one_by_one]
            assert compare(*at_once) == compare(*one_by_one)
    before, after = known_at_both(Statement, pk, moments[3], moments[4])
    assert (before.parts, after.parts) == ({}, {})  # only the title was written


def test_known_at_and_compare_cost_the_same_after_many_versions(
    non_paper: Statement, person, django_assert_max_num_queries
) -> None:
    for n in range(30):
        with recording(by=person("researcher"), reason=f"Change {n}"):
            non_paper.text = f"Text {n}."
            non_paper.save()
    first, last = non_paper.history.earliest(), non_paper.history.latest()
    with django_assert_max_num_queries(9):
        known_at(Statement, non_paper.pk, last.history_date)
    old = known_at(Statement, non_paper.pk, first.history_date)
    new = known_at(Statement, non_paper.pk, last.history_date)
    with django_assert_max_num_queries(6):
        compare(old, new)
