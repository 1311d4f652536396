"""What a reader is shown of the difference between two texts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.texts import parse
from editorial.texts.alignment import Effort, align
from editorial.texts.compare import DiffPart, compare, parts_html

from .samples import REPORT, any_text


def shown(old, new):
    """Blocks in short: kind and words, changed words in brackets."""
    marks = {"equal": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return [
        (block.kind, "".join(marks[part.op].format(part.text) for part in block.parts) or block.new or block.old)
        for block in compare(old, new).blocks
    ]


def messages(old, new):
    return [change.message for change in compare(old, new).notes]


class TestParagraphs:
    def test_words_inside_a_changed_paragraph(self):
        old = "First.\n\nPeru will sign the convention in December.\n\nLast."
        new = "First.\n\nPeru will ratify the convention in March.\n\nLast."
        assert shown(old, new) == [
            ("equal", "First."),
            ("changed", "Peru will [-sign -][+ratify +]the convention in [-December-][+March+]."),
            ("equal", "Last."),
        ]

    def test_added_and_removed_paragraphs(self):
        old = "One stays.\n\nTwo goes away entirely.\n\nThree stays."
        new = "One stays.\n\nThree stays.\n\nFour is new here."
        assert shown(old, new) == [
            ("equal", "One stays."),
            ("removed", "Two goes away entirely."),
            ("equal", "Three stays."),
            ("added", "Four is new here."),
        ]

    def test_a_rewritten_paragraph_is_shown_whole(self):
        assert [kind for kind, _ in shown("A B C D E F.", "Quite other words stand here.")] == ["removed", "added"]

    def test_changed_paragraphs_find_their_partners(self):
        old = "Peru signed in Oslo in 2008.\n\nChile makes bombs of one type."
        new = "An opening nobody has seen.\n\nPeru signed in Lima in 2008.\n\nChile makes bombs of two types."
        assert [kind for kind, _ in shown(old, new)] == ["added", "changed", "changed"]

    def test_every_paragraph_of_a_long_text_changed(self):
        old = [f"Paragraph {n} says that state {n} has destroyed {n * 7} bombs of its stock." for n in range(200)]
        new = [text.replace("destroyed", "cleared") for text in old]
        assert {kind for kind, _ in shown("\n\n".join(old), "\n\n".join(new))} == {"changed"}

    def test_figures_names_and_addresses_stay_whole(self):
        ((_, words),) = shown("It held 2,021 CB-470 (www.a.org/x).", "It held 2,007 CB-471 (www.b.org/x).")
        assert words == "It held [-2,021 CB-470 (www.a.org/x-][+2,007 CB-471 (www.b.org/x+])."

    def test_crumbs_between_changes_are_taken_along(self):
        ((_, words),) = shown(
            "They met in Lima in May and left early.", "They met in Oslo in June and left early."
        )
        assert words == "They met in [-Lima in May -][+Oslo in June +]and left early."


class TestMarks:
    def test_new_labels_are_no_change(self):
        renamed = REPORT.replace("[^lima]", "[^7]").replace("[^signing]", "[^1]")
        assert compare(REPORT, renamed).is_same

    def test_a_note_moved_within_the_source_is_no_change(self):
        assert compare("A[^1].\n\n[^1]: x\n\nB.", "A[^1].\n\nB.\n\n[^1]: x").is_same

    def test_a_mark_is_removed_as_a_whole(self):
        assert shown("Peru said so.[^x]\n\n[^x]: Note.", "Peru said so.") == [("changed", "Peru said so.[-[^x]-]")]

    def test_a_citation_is_replaced_as_a_whole(self):
        assert shown("Peru said so [@a, p. 5].", "Peru said so [@a, p. 6].") == [
            ("changed", "Peru said so [-[@a, p. 5]-][+[@a, p. 6]+].")
        ]

    def test_a_mark_that_leads_to_another_note_is_a_change(self):
        old = "One[^a] two.\n\nThree[^b].\n\n[^a]: Alpha words.\n[^b]: Beta matters."
        new = "One[^b] two.\n\nThree[^b].\n\n[^b]: Beta matters."
        assert shown(old, new)[0] == ("changed", "One[-[^a] -][+[^b] +]two.")
        assert messages(old, new) == ["note 1 removed"]

    def test_shifted_numbers_as_labels_are_no_change(self):
        old = "One[^1]. Two[^2].\n\n[^1]: Alpha.\n[^2]: Beta."
        new = "Zero[^1] first.\n\nOne[^2]. Two[^3].\n\n[^1]: Fresh.\n[^2]: Alpha.\n[^3]: Beta."
        assert [kind for kind, _ in shown(old, new)] == ["added", "equal"]
        assert messages(old, new) == ["note 1 added"]


class TestNotes:
    TEXT = "One[^a].\n\nTwo[^b].\n\n[^a]: See [@x, p. 5].\n[^b]: Words only stand here."

    @pytest.mark.parametrize(
        ("before", "after", "message"),
        [
            ("[@x, p. 5]", "[@y, p. 5]", "note 1: source replaced"),
            ("[@x, p. 5]", "[@x, p. 5]; and [@y]", "note 1: source added, words changed"),
            ("See [@x, p. 5].", "See.", "note 1: source removed, words changed"),
            ("[@x, p. 5]", "[@x, p. 6]", "note 1: locator changed"),
            ("Words only stand here", "Words alone stand here", "note 2: changed"),
        ],
    )
    def test_one_line_a_note(self, before, after, message):
        assert messages(self.TEXT, self.TEXT.replace(before, after)) == [message]

    def test_a_note_that_moved_names_its_old_number(self):
        new = "Zero[^c].\n\n" + self.TEXT.replace("[@x", "[@y") + "\n[^c]: New altogether."
        assert messages(self.TEXT, new) == ["note 1 added", "note 2 (was 1): source replaced"]

    def test_a_note_is_known_again_by_its_words_though_label_and_words_changed(self):
        new = "Two[^1].\n\nOne[^2].\n\n[^1]: Words alone stand here.\n[^2]: See [@x, p. 5]."
        assert messages(self.TEXT, new) == ["note 1 (was 2): changed"]

    def test_words_of_a_changed_note(self):
        (change,) = compare(self.TEXT, self.TEXT.replace("Words only", "Words alone")).notes
        assert (change.kind, change.old_number, change.new_number) == ("changed", 2, 2)
        assert parts_html(change.parts) == "Words <del>only </del><ins>alone </ins>stand here."

    def test_a_note_whose_mark_was_lost(self):
        assert messages("A[^1].\n\n[^1]: Note.", "A.\n\n[^1]: Other words.") == [
            "unused note [^1] (was 1): changed"
        ]


def test_words_are_escaped_whatever_became_of_them():
    parts = (DiffPart("equal", "<b>&"), DiffPart("removed", "<i>"), DiffPart("added", '"<u>'))
    assert parts_html(parts) == "&lt;b&gt;&amp;<del>&lt;i&gt;</del><ins>&quot;&lt;u&gt;</ins>"


class TestHardTexts:
    """Shapes on which a plain alignment takes minutes."""

    def test_what_occurs_once_holds_the_sides_together_when_the_rest_costs_too_much(self):
        stretches = align(
            "x" + "a" * 9 + "U" + "ab" * 9 + "V" + "c", "y" + "b" * 9 + "U" + "ba" * 9 + "V" + "d", Effort(0, 0)
        )
        assert [s.old_start for s in stretches if s.op == "equal"] == [10, 29]

    def test_one_paragraph_of_60_kilobytes_heavily_changed(self):
        chance = random.Random(1)
        words = [f"word{chance.randrange(900)}" if chance.random() < 0.4 else "the" for _ in range(12_000)]
        new = [word if chance.random() < 0.6 else "of" for word in words]
        (block,) = compare(" ".join(words), " ".join(new)).blocks
        assert block.kind == "changed"

    def test_many_equal_lines(self):
        blocks = compare("a\n\n" * 4000, "a\n\n" * 3000 + "b\n\n" + "a\n\n" * 900).blocks
        assert sum(block.kind == "equal" for block in blocks) == 3900

    def test_two_lines_in_turn(self):
        blocks = compare("a\n\nb\n\n" * 3000, "b\n\na\n\n" * 3000).blocks
        assert len(blocks) <= 12_000

    def test_upside_down(self):
        paragraphs = [f"Paragraph {n} stands alone here." for n in range(2000)]
        blocks = compare("\n\n".join(paragraphs), "\n\n".join(paragraphs[::-1])).blocks
        assert [b.new for b in blocks if b.new] == paragraphs[::-1]


@given(any_text, any_text)
def test_both_texts_can_be_read_off_the_comparison(old, new):
    blocks = compare(old, new).blocks
    assert [b.new for b in blocks if b.new] == [b.new for b in compare(new, new).blocks]
    assert [b.old for b in blocks if b.old] == [b.old for b in compare(old, old).blocks]
    for block in blocks:
        assert block.kind != "changed" or block.parts
        if block.kind == "changed":
            assert "".join(part.text for part in block.parts if part.op != "removed") == block.new


@given(any_text)
def test_a_text_equals_itself(text):
    comparison = compare(text, text)
    assert comparison.is_same
    assert (comparison.blocks != ()) or not "".join(one.markdown for one in parse(text).sections).strip()


@given(
    st.lists(st.sampled_from("abcde"), max_size=30),
    st.lists(st.sampled_from("abcde"), max_size=30),
    st.integers(0, 40),
)
def test_alignment_covers_both_sides(old, new, effort):
    stretches = list(align(old, new, Effort(left=effort, per_stretch=effort)))
    assert [s.old_start for s in stretches] == [0, *[s.old_end for s in stretches[:-1]]][: len(stretches)]
    assert "".join("".join(old[s.old_start : s.old_end]) for s in stretches) == "".join(old)
    assert "".join("".join(new[s.new_start : s.new_end]) for s in stretches) == "".join(new)
    for stretch in stretches:
        same = old[stretch.old_start : stretch.old_end] == new[stretch.new_start : stretch.new_end]
        assert same == (stretch.op == "equal")
