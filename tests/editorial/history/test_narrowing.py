"""A timeline narrowed to a person and to a field."""

from __future__ import annotations

import pytest

from countries.models import CountryProfile
from editorial.history.narrowing import fields_of
from editorial.models import Tracked, recording
from meetings.models import Statement, StatementParty

from .whole import acts_of, numbers


def test_a_timeline_is_narrowed_by_person_and_by_field(draft: CountryProfile, person) -> None:
    for by, lead, text in (("editor", "One.", "A."), ("researcher", "One.", "B."), ("editor", "Two.", "B.")):
        with recording(by=person(by), reason=f"{lead} {text}"):
            draft.lead, draft.text = lead, text
            draft.save()
    assert [act.reason for act in acts_of(draft, person=person("editor").pk)] == ["Two. B.", "One. A."]
    assert [act.reason for act in acts_of(draft, field="lead")] == ["Two. B.", "One. A.", "First draft"]
    assert [act.reason for act in acts_of(draft, field="text")] == ["One. B.", "One. A.", "First draft"]
    assert [act.reason for act in acts_of(draft, field="text", person=person("researcher").pk)] == [
        "One. B.",
        "First draft",
    ]


def read_one_by_one(model: type[Tracked], field: str, **whole) -> list[int]:
    """The same, found by reading every version of every row in turn."""
    found: list[int] = []
    last: dict[int, object] = {}
    for version in model.history.filter(**whole).order_by("history_date", "history_id"):
        value = getattr(version, field)
        if value != last.get(version.id):
            found.append(version.history_id)
        last[version.id] = value
    return found[::-1]


@pytest.mark.parametrize("field", ["text", "lead", "title", "states_claimed", "meeting_id"])
def test_narrowing_finds_what_reading_every_version_would(eventful: Statement, field: str) -> None:
    found = numbers(eventful, field.removesuffix("_id"))
    assert found == read_one_by_one(Statement, field, id=eventful.pk)
    assert len(found) == {"text": 6, "lead": 1, "title": 1, "states_claimed": 4, "meeting_id": 0}[field]


def test_deleting_and_coming_back_with_the_same_words_is_no_change_of_them(eventful: Statement) -> None:
    types = dict(Statement.history.values_list("history_id", "history_type"))
    assert "-" in types.values()
    assert [types[id_] for id_ in numbers(eventful, "text")] == ["~", "~", "~", "~", "~", "+"]
    party = numbers(eventful, "meetings.statementparty.role")
    assert party == read_one_by_one(StatementParty, "role", statement=eventful.pk)
    assert len(party) == 2


def test_a_row_that_came_from_another_whole_is_compared_with_what_it_was_there(eventful: Statement) -> None:
    with recording(by=None, reason="Not Lima"):
        vienna = Statement.objects.create(title="Vienna", text="Text.")
        party = eventful.parties.get()
        party.statement = vienna
        party.save()
    assert numbers(vienna, "meetings.statementparty.role") == []
    assert numbers(vienna, "meetings.statementparty.statement") == [party.history.latest().history_id]
    assert acts_of(vienna)[0].lines[0].changes[0].startswith("Statement: Lima → Vienna")


def test_every_field_of_the_whole_but_the_key_of_its_parts_can_be_asked_for() -> None:
    found = dict(fields_of(Statement))
    assert found["lead"] == "Summary"
    assert found["meetings.statementparty.role"] == "Statement party: Role"
    assert "meetings.statementparty.statement" not in found
    assert "id" not in found
