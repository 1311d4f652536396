"""What differs of a whole between two moments."""

from __future__ import annotations

from countries.models import Country
from editorial.history.acts import moment_of
from editorial.history.comparison import SHORT_WORDS, compare
from editorial.history.states import known_at
from editorial.models import recording
from meetings.models import Statement

from .whole import change


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


def test_a_deleted_target_is_named_and_does_not_break_the_page(non_paper: Statement, person) -> None:
    first = moment_of(non_paper.history.earliest())
    change(non_paper, person)
    Country.objects.get(iso3="HRV").delete()
    old = known_at(Statement, non_paper.pk, first)
    new = known_at(Statement, non_paper.pk, moment_of(non_paper.history.latest()))
    removed = next(row for row in compare(old, new).parts if row.kind == "removed")
    assert "(deleted)" in removed.label


def test_short_words_are_shown_whole_and_long_ones_word_by_word(non_paper: Statement) -> None:
    """A text of exactly the limit is short still."""
    first = known_at(Statement, non_paper.pk, moment_of(non_paper.history.latest()))
    for lead, is_compared in (("x" * SHORT_WORDS, False), ("x" * (SHORT_WORDS + 1), True)):
        with recording(by=None, reason="Lead"):
            non_paper.lead = lead
            non_paper.save()
        (found,) = compare(first, known_at(Statement, non_paper.pk, moment_of(non_paper.history.latest()))).fields
        assert (found.label, found.old, found.new) == ("Summary", "", lead)
        assert (found.text is not None) is is_compared
