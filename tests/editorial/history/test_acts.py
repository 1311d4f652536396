"""What one person wrote at one go, found again by any version of it."""

from __future__ import annotations

from editorial.history.acts import acts_named, moment_of, version_named
from editorial.history.index import index_of
from editorial.history.tables import token_of
from editorial.models import recording
from meetings.models import Statement

from .whole import change


def tokens(statement: Statement) -> list[str]:
    index = index_of(Statement, statement.pk)
    return [token_of(index.tables[version.place], version.id) for version in index.versions]


def test_every_version_of_an_act_names_the_whole_act(
    non_paper: Statement, person, django_assert_num_queries
) -> None:
    change(non_paper, person)
    named = tokens(non_paper)
    with django_assert_num_queries(1):
        acts = acts_named(Statement, non_paper.pk, named)
    assert {act.reason for act in acts.values()} == {"From the document", "Croatia out, Mexico in"}
    first, second = acts[named[-1]], acts[named[0]]
    assert (first.by, second.by) == ("researcher", "editor")
    versions = [version_named(Statement, non_paper.pk, token).history_date for token in named]
    assert (first.began, second.complete) == (versions[-1], versions[0])
    assert first.before < first.began < first.complete < second.began < second.complete
    assert {acts[token].complete for token in named if acts[token].by == "editor"} == {second.complete}


def test_a_moment_is_that_of_the_last_row_the_act_wrote(non_paper: Statement) -> None:
    record = non_paper.history.get()
    last = max(party.history.get().history_date for party in non_paper.parties.all())
    assert moment_of(record) == last > record.history_date
    party = non_paper.parties.first().history.get()
    assert moment_of(party, (Statement, non_paper.pk)) == last


def test_what_was_written_outside_any_act_stands_alone(non_paper: Statement) -> None:
    non_paper.title = "Paper"
    non_paper.save()
    version = non_paper.history.first()
    assert version.change_id is None
    assert moment_of(version) == version.history_date


def test_a_version_of_something_else_is_not_named(non_paper: Statement) -> None:
    with recording(by=None, reason="Another"):
        other = Statement.objects.create(title="Other", text="Text.")
    (foreign,) = tokens(other)
    assert version_named(Statement, non_paper.pk, foreign) is None
    assert acts_named(Statement, non_paper.pk, [foreign, "", "x", "meetings.meeting-1"]) == {}
