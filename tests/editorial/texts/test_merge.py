"""Two edits of one text brought together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.texts import check, parse
from editorial.texts.merge import MergeConflict, merge
from editorial.texts.rewriting import rename_notes

from .samples import REPORT, any_text

BASE = """\
Opening of the text.

## Policy

Peru signed in Oslo.[^1]

Peru ratified later.[^2]

[^1]: First note.
[^2]: Second note.
"""


class TestChangesOfOneSide:
    def test_the_other_side_is_taken_as_it_is(self):
        assert merge(BASE, BASE, REPORT).text == REPORT
        assert merge(BASE, REPORT, BASE).text == REPORT
        assert merge(BASE, REPORT, REPORT).text == REPORT

    def test_ends_of_lines_are_no_change(self):
        assert merge(BASE, BASE.replace("\n", "\r\n"), REPORT).text == REPORT


class TestChangesOfBothSides:
    def test_neighbouring_paragraphs_and_notes_go_together(self):
        mine = BASE.replace("in Oslo", "in Oslo in 2008").replace("First note", "First note, mended")
        theirs = BASE.replace("later", "in 2012").replace("Second note", "Second note, mended")
        result = merge(BASE, mine, theirs)
        assert result.conflicts == ()
        assert result.text == mine.replace("later", "in 2012").replace("Second note", "Second note, mended")

    def test_deleting_and_adding_elsewhere(self):
        mine = BASE.replace("Opening of the text.\n\n", "")
        theirs = BASE.replace("\n\n[^1]", "\n\nA paragraph more.\n\n[^1]")
        result = merge(BASE, mine, theirs)
        assert result.conflicts == ()
        assert result.text == theirs.replace("Opening of the text.\n\n", "")

    def test_the_same_change_on_both_sides_is_taken_once(self):
        mine = BASE.replace("later", "in 2012")
        theirs = mine.replace("in Oslo", "in Norway")
        assert merge(BASE, mine, theirs).text == theirs

    def test_white_space_between_paragraphs_stays(self):
        base = "One.\n\n\n\nTwo.\n\n```\na\n\n\nb\n```\n\nThree.\n"
        result = merge(base, base.replace("One", "Eins"), base.replace("Three", "Drei"))
        assert result.text == base.replace("One", "Eins").replace("Three", "Drei")

    def test_a_note_within_the_text_stays_where_it_is(self):
        base = "One.[^1]\n[^1]: Note.\n\nTwo.\n\nThree.\n"
        result = merge(base, base.replace("Note", "Remark"), base.replace("Three", "Four"))
        assert result.text == "One.[^1]\n[^1]: Remark.\n\nTwo.\n\nFour.\n"


class TestConflicts:
    def test_one_paragraph_changed_on_both_sides(self):
        mine, theirs = BASE.replace("in Oslo", "in Norway"), BASE.replace("in Oslo", "in December")
        result = merge(BASE, mine, theirs)
        assert result.text == mine
        assert result.conflicts == (
            MergeConflict(
                "Peru signed in Oslo.[^1]", "Peru signed in Norway.[^1]", "Peru signed in December.[^1]", 5
            ),
        )

    def test_changed_here_and_deleted_there(self):
        mine, theirs = BASE.replace("Opening of the text.\n\n", ""), BASE.replace("Opening", "Beginning")
        result = merge(BASE, mine, theirs)
        assert result.text == mine
        assert result.conflicts == (MergeConflict("Opening of the text.", "", "Beginning of the text.", 1),)

    def test_two_paragraphs_put_in_one_place(self):
        mine, theirs = (
            BASE.replace("## Policy", f"{words}\n\n## Policy") for words in ("Mine here.", "Theirs there.")
        )
        result = merge(BASE, mine, theirs)
        assert result.text == mine
        assert result.conflicts == (MergeConflict("", "Mine here.", "Theirs there.", 3),)

    def test_one_note_rewritten_on_both_sides(self):
        mine, theirs = BASE.replace("First note.", "[@a]."), BASE.replace("First note.", "Nothing alike at all.")
        (conflict,) = merge(BASE, mine, theirs).conflicts
        assert (conflict.mine, conflict.theirs, conflict.line) == ("[^1]: [@a].", "[^1]: Nothing alike at all.", 9)

    def test_other_changes_go_together_all_the_same(self):
        mine = BASE.replace("in Oslo", "in Norway").replace("Opening", "Beginning")
        theirs = BASE.replace("in Oslo", "in December").replace("later", "in 2012")
        result = merge(BASE, mine, theirs)
        assert result.text == mine.replace("later", "in 2012")
        assert len(result.conflicts) == 1


class TestNewNotes:
    MINE = BASE.replace("in Oslo.", "in Oslo[^3].") + "[^3]: Mine.\n"

    def test_new_notes_of_both_sides_go_together(self):
        theirs = BASE.replace("later.", "later[^4].") + "[^4]: Theirs.\n"
        result = merge(BASE, self.MINE, theirs)
        assert result.conflicts == ()
        assert result.text.endswith("[^2]: Second note.\n[^3]: Mine.\n[^4]: Theirs.\n")

    def test_two_notes_of_one_label_are_told_apart(self):
        theirs = BASE.replace("later.", "later[^3] `[^3]`.") + "[^3]: Theirs.\n"
        result = merge(BASE, self.MINE, theirs)
        assert result.conflicts == ()
        assert "later[^3-2] `[^3]`." in result.text
        assert check(result.text, ()) == ()
        assert [note.markdown for note in parse(result.text).footnotes] == [
            "Mine.",
            "First note.",
            "Theirs.",
            "Second note.",
        ]

    def test_notes_of_a_conflict_are_not_lost(self):
        mine, theirs = (
            BASE.replace("\n[^1]: ", f"\n{words}\n\n[^1]: ") for words in ("Mine here.", "Theirs there.[^9]")
        )
        theirs = theirs.replace("\n[^1]: ", "\n[^9]: Nine.\n[^1]: ")
        result = merge(BASE, mine, theirs)
        assert [conflict.theirs for conflict in result.conflicts] == ["Theirs there.[^9]"]
        assert "[^9]: Nine." in result.text

    def test_the_same_new_note_is_taken_once(self):
        theirs = BASE.replace("later.", "later[^3].") + "[^3]:  Mine.\n"
        result = merge(BASE, self.MINE, theirs)
        assert result.text.count("[^3]:") == 1
        assert check(result.text, ()) == ()

    def test_the_same_new_note_in_two_places_is_taken_once(self):
        theirs = BASE.replace("later.", "later[^3].").replace("[^1]: First", "[^3]: Mine.\n[^1]: First")
        result = merge(BASE, self.MINE, theirs)
        assert result.text.count("[^3]:") == 1

    def test_a_paragraph_here_and_a_note_there_go_together(self):
        mine = BASE.replace("\n[^1]: ", "\nPeru spoke.\n\n[^1]: ")
        theirs = BASE.replace("in Oslo.", "in Oslo[^0].").replace("\n[^1]: ", "\n[^0]: Zero.\n[^1]: ")
        for one, other in ((mine, theirs), (theirs, mine)):
            result = merge(BASE, one, other)
            assert result.conflicts == ()
            assert result.text == mine.replace("in Oslo.", "in Oslo[^0].").replace(
                "\n[^1]: ", "\n[^0]: Zero.\n[^1]: "
            )


class TestRenameNotes:
    def test_note_and_marks_follow_and_code_stays(self):
        text = "A[^a] `[^a]` \\[^a] b[^ab][^a].\n\n[^a]: x[^b]\n[^b]: y[^a]\n[^ab]: z\n[^c]: unused[^a]"
        renamed = rename_notes(text, {"a": "new"})
        assert renamed == text.replace("[^a]", "[^new]").replace("`[^new]`", "`[^a]`").replace(
            "\\[^new]", "\\[^a]"
        )

    @pytest.mark.parametrize("new", ["a b", "", "x]", "b"])
    def test_labels_that_cannot_be(self, new):
        with pytest.raises(ValueError, match=r"label|already"):
            rename_notes("A[^a][^b]", {"a": new})

    @given(any_text)
    def test_nothing_but_labels_changes(self, text):
        renamed = rename_notes(text, {"a": "renamed"})
        before, after = parse(text), parse(renamed)
        assert [n.label for n in after.footnotes] == [
            "renamed" if n.label == "a" else n.label for n in before.footnotes
        ]
        assert [(p.kind, p.line) for p in after.problems] == [(p.kind, p.line) for p in before.problems]
        assert rename_notes(renamed, {"renamed": "a"}) == text


@given(any_text, any_text, any_text)
def test_any_three_texts(base, mine, theirs):
    result = merge(base, mine, theirs)
    lines = result.text.split("\n")
    assert all(1 <= conflict.line <= len(lines) for conflict in result.conflicts)
    for conflict in result.conflicts:
        if conflict.mine:
            assert "\n".join(lines[conflict.line - 1 :]).startswith(conflict.mine.partition("\n")[0])


paragraphs = st.lists(st.sampled_from([f"Paragraph {letter} stands here." for letter in "abcdefgh"]), max_size=8)


@given(paragraphs, paragraphs, paragraphs)
def test_nothing_new_is_lost(base, mine, theirs):
    result = merge(*("\n\n".join(side) for side in (base, mine, theirs)))
    kept = result.text + "".join(conflict.theirs for conflict in result.conflicts)
    for paragraph in {*mine, *theirs} - set(base):
        assert paragraph in kept


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_changes_of_different_paragraphs_all_arrive(mine, theirs):
    base = [f"Paragraph {n} says what the state number {n} did." for n in range(10)]
    sides = [
        [f"{text} Changed." if n in side else text for n, text in enumerate(base)]
        for side in (mine, theirs - mine)
    ]
    both = [f"{text} Changed." if n in mine | theirs else text for n, text in enumerate(base)]
    result = merge(*("\n\n".join(side) for side in (base, *sides)))
    assert result.conflicts == ()
    assert result.text == "\n\n".join(both)
