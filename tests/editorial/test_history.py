"""Versions of a record and of the whole it stands for: state on a day, comparison, what was deleted."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations_with_replacement

import pytest

from countries.models import Country
from editorial.history import compare, deleted, known_at, known_at_both, moment_of
from editorial.models import Source, recording
from meetings.models import Statement, StatementParty


@pytest.fixture
def non_paper(db: None, person) -> Statement:
    """Spain's non-paper of 2013, with two of its four co-sponsors."""
    with recording(by=person("researcher"), reason="From the document"):
        statement = Statement.objects.create(title="Non-paper", text="First text.[^1]\n\n[^1]: One.\n")
        for order, (iso3, name, role) in enumerate(
            [("ESP", "Spain", "lead"), ("CHL", "Chile", "co-sponsor"), ("HRV", "Croatia", "co-sponsor")]
        ):
            country = Country.objects.create(iso3=iso3, slug=name.lower(), name=name)
            StatementParty.objects.create(statement=statement, country=country, role=role, order=order)
    return statement


def change(statement: Statement, person) -> None:
    with recording(by=person("editor"), reason="Croatia out, Mexico in"):
        statement.text = "Second text.[^1]\n\n[^1]: Two.\n"
        statement.save()
        statement.parties.get(country__iso3="HRV").delete()
        mexico = Country.objects.create(iso3="MEX", slug="mexico", name="Mexico")
        StatementParty.objects.create(statement=statement, country=mexico, role="co-sponsor", order=2)
        chile = statement.parties.get(country__iso3="CHL")
        chile.role = "endorser"
        chile.save()


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


def test_comparison_names_fields_words_notes_and_rows(non_paper: Statement, person) -> None:
    old = known_at(Statement, non_paper.pk, moment_of(non_paper.history.earliest()))
    change(non_paper, person)
    new = known_at(Statement, non_paper.pk, moment_of(non_paper.history.latest()))
    found = compare(old, new)
    body = next(f for f in found.fields if f.name == "text")
    assert body.text is not None
    assert any(part.op == "removed" and "First" in part.text for block in body.text.blocks for part in block.parts)
    assert [note.new_number for note in body.text.notes] == [1]
    rows = {(row.kind, row.label.split(" · ")[0]) for row in found.parts}
    assert rows == {("removed", "Croatia"), ("added", "Mexico"), ("changed", "Chile")}
    chile = next(row for row in found.parts if row.kind == "changed")
    assert [(f.label, f.old, f.new) for f in chile.fields] == [("Role", "Co-sponsor", "Endorser")]


def test_equal_states_have_no_difference(non_paper: Statement) -> None:
    now = known_at(Statement, non_paper.pk, moment_of(non_paper.history.latest()))
    assert compare(now, now).is_same


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


def test_a_deleted_target_is_named_and_does_not_break_the_page(non_paper: Statement, person) -> None:
    first = moment_of(non_paper.history.earliest())
    change(non_paper, person)
    Country.objects.get(iso3="HRV").delete()
    old = known_at(Statement, non_paper.pk, first)
    new = known_at(Statement, non_paper.pk, moment_of(non_paper.history.latest()))
    removed = next(row for row in compare(old, new).parts if row.kind == "removed")
    assert "(deleted)" in removed.label


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


def test_deleted_records_are_listed_until_they_are_back(db: None, person) -> None:
    with recording(by=person("researcher"), reason="Entered"):
        source = Source.objects.create(key="slides", title="Slides")
    with recording(by=person("editor"), reason="Entered twice"):
        source.delete()
    gone = deleted(Source)
    assert [(d.label, d.by, d.reason) for d in gone] == [("slides", "editor", "Entered twice")]
