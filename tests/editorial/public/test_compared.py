"""Two releases are compared by what was written and by what was computed."""

from __future__ import annotations

from editorial.public.compared import ComparedFact, compare_releases


def test_a_release_is_the_same_as_itself_and_another_is_not(life) -> None:
    first, second = life.bring_out("seven"), life.bring_out("eight", note="One more was found.")
    assert compare_releases(first, first).is_same
    found = compare_releases(first, second)
    assert not found.is_same
    assert [block.kind for block in found.lead.blocks] == ["changed"]
    assert [note.kind for note in found.text.notes] == ["source-replaced"]


def test_a_fact_that_one_release_lacks_stands_empty() -> None:
    assert ComparedFact("Date", "", "May 2007").is_same is False
    assert ComparedFact("Date", "May 2007", "May 2007").is_same
