"""The mark of a version: another one once the record or a part of it is saved; the state it stands for."""

from __future__ import annotations

import pytest

from editorial.history.marks import mark_of, state_of_mark
from editorial.models import recording
from meetings.models import Statement, StatementParty
from tests.factories.meetings import make_statement

pytestmark = pytest.mark.django_db


def test_a_mark_moves_with_the_record_and_with_its_parts_and_leads_back(peru) -> None:
    statement = make_statement(parties=[(peru, "deliverer")])
    first = mark_of(Statement, statement.pk)
    assert mark_of(Statement, statement.pk) == first
    with recording(by=None, reason="Another lead"):
        statement.lead = "Another."
        statement.save()
    second = mark_of(Statement, statement.pk)
    with recording(by=None, reason="One party fewer"):
        StatementParty.objects.filter(statement=statement).first().delete()
    assert len({first, second, mark_of(Statement, statement.pk)}) == 3
    was = state_of_mark(Statement, statement.pk, second)
    assert was is not None
    assert was.record is not None
    assert was.record.values["lead"] == "Another."
    assert (
        len(was.parts["meetings.StatementParty"]) == StatementParty.objects.filter(statement=statement).count() + 1
    )


def test_what_the_act_at_hand_wrote_is_no_news_to_it(peru) -> None:
    statement = make_statement(parties=[(peru, "deliverer")])
    before = mark_of(Statement, statement.pk)
    with recording(by=None, reason="Another lead"):
        statement.lead = "Another."
        statement.save()
        assert mark_of(Statement, statement.pk) == before
    assert mark_of(Statement, statement.pk) != before


@pytest.mark.parametrize("mark", ["", "nothing", "1-2", "999999", "1;2", "1" * 30])
def test_a_mark_that_was_never_given_out_stands_for_nothing(draft, mark: str) -> None:
    assert state_of_mark(type(draft), draft.pk, mark) is None
