"""What parse reads out of a text."""

import pytest
from hypothesis import given

from editorial.texts import check, cited_keys, parse, unresolved_mark

from .samples import REPORT, any_text


def kinds(text, known=()):
    return [problem.kind for problem in check(text, known)]


class TestSections:
    def test_the_opening_stands_without_a_heading(self):
        opening, policy, stockpiling = parse(REPORT).sections
        assert (opening.anchor, opening.title, opening.level, opening.line) == ("opening", "", 0, 1)
        assert (policy.anchor, policy.title, policy.level, policy.line) == ("policy", "Policy", 2, 3)
        assert stockpiling.title == "Stockpiling"

    def test_no_opening_where_the_text_begins_with_a_heading(self):
        assert [section.title for section in parse("## Policy\n\nText.").sections] == ["Policy"]

    def test_deeper_headings_stay_inside(self):
        assert "### Later statements" in parse(REPORT).sections[1].markdown

    def test_notes_are_not_part_of_the_last_section(self):
        last = parse(REPORT).sections[-1]
        assert last.markdown == "The air force holds bombs of three types.[^types]"

    def test_definitions_between_paragraphs_leave_them_apart(self):
        text = "## A\n\nOne.[^1]\n[^1]: Note.\n\nTwo.\n\n## B\n\nThree."
        assert parse(text).sections[0].markdown == "One.[^1]\n\nTwo."

    def test_same_title_twice_gets_two_anchors(self):
        anchors = [section.anchor for section in parse("## A\n\n## A\n\n## A 2\n\n## !\n\n## Opening").sections]
        assert anchors == ["a", "a-2", "a-2-2", "section", "opening-2"]

    def test_title_loses_its_marks(self):
        section = parse("## *Use* of `CB-470`[^1]\n\n[^1]: x").sections[0]
        assert (section.title, section.anchor, section.notes) == ("Use of CB-470", "use-of-cb-470", (1,))

    def test_notes_of_a_section_in_order_of_their_marks(self):
        assert [section.notes for section in parse(REPORT).sections] == [(1,), (2, 1, 3), (4,)]

    def test_underlined_headings_count(self):
        assert [(s.title, s.level) for s in parse("Policy\n------\n\nText.").sections] == [("Policy", 2)]

    def test_headings_in_quotations_and_notes_do_not_split(self):
        assert len(parse("Text.[^1]\n\n> ## Quoted\n\n[^1]: Note\n\n    ## In a note").sections) == 1


class TestTextKey:
    def key(self, text):
        return parse(text).sections[0].text_key

    def test_labels_and_line_breaks_do_not_matter(self):
        assert self.key("One two[^a].\n\n[^a]: Note.") == self.key("One\ntwo[^7].\n\n[^7]:   Note.\n")

    def test_numbers_do_not_matter(self):
        before = parse("New[^n].\n\n## A\n\nText[^a].\n\n[^a]: Note.\n[^n]: First.").sections[1]
        after = parse("## A\n\nText[^a].\n\n[^a]: Note.").sections[0]
        assert before.text_key == after.text_key

    @pytest.mark.parametrize(
        "other",
        [
            "One two[^a].\n\n[^a]: Other note.",
            "One two.\n\n[^a]: Note.",
            "One two[^a][^a].\n\n[^a]: Note.",
            "One *two*[^a].\n\n[^a]: Note.",
            "- One two[^a].\n\n[^a]: Note.",
            "One two[^a].\n\n[^a]: Note.[^b]\n[^b]: Deeper.",
        ],
    )
    def test_content_of_text_and_notes_matters(self, other):
        assert self.key("One two[^a].\n\n[^a]: Note.") != self.key(other)

    def test_a_change_two_notes_down_matters(self):
        text = "One[^a].\n\n[^a]: See [^b].\n[^b]: Deeper [@k, p. {}]."
        assert self.key(text.format(5)) != self.key(text.format(6))

    def test_the_words_of_a_citation_matter(self):
        one, other = (parse(f"A [{words}](@k).").sections[0].text_key for words in ("Lima", "The Lima meeting"))
        assert one != other

    def test_the_source_a_note_cites_matters(self):
        assert self.key("One[^a].\n\n[^a]: [@k].") != self.key("One[^a].\n\n[^a]: [@l].")


class TestNumbers:
    def test_order_of_first_reference_not_of_definition(self):
        notes = parse(REPORT).footnotes
        assert [(n.number, n.label, n.references) for n in notes] == [
            (1, "signing", 2),
            (2, "lima", 1),
            (3, "record", 2),
            (4, "types", 1),
        ]

    def test_a_note_named_only_in_a_note_comes_last(self):
        text = "[^x]: See [^z].\n\nOne[^x] two[^y].\n\n[^y]: Y.\n[^z]: Z."
        assert [note.label for note in parse(text).footnotes] == ["x", "y", "z"]

    def test_notes_that_name_each_other_end(self):
        notes = parse("One[^a].\n\n[^a]: See [^b].\n[^b]: See [^a] and [^b].").footnotes
        assert [(n.label, n.references) for n in notes] == [("a", 2), ("b", 2)]

    def test_unused_notes_have_no_number_but_keep_their_citations(self):
        parsed = parse("Text.\n\n[^a]: [@k].")
        assert parsed.footnotes == ()
        assert [(note.label, note.number) for note in parsed.unused_notes] == [("a", 0)]
        assert [(c.key, c.note) for c in parsed.citations] == [("k", 0)]
        assert cited_keys("Text.\n\n[^a]: [@k].") == {"k"}

    def test_markdown_of_a_note_of_several_paragraphs(self):
        note = parse("A[^a].\n\n[^a]: One\n    two.\n\n    - three\n\n        code\n\nAfter.").footnotes[0]
        assert note.markdown == "One\ntwo.\n\n- three\n\n    code"

    def test_labels_may_be_in_any_script(self):
        assert [n.label for n in parse("A[^ñ] b[^٣].\n\n[^ñ]: x\n[^٣]: y").footnotes] == ["ñ", "٣"]

    def test_marks_in_headings_tables_and_lists_count(self):
        text = "# A[^1]\n\n- b[^2]\n\n| c |\n|---|\n| d[^3] |\n\n[^1]: 1\n[^2]: 2\n[^3]: 3"
        assert [n.number for n in parse(text).footnotes] == [1, 2, 3]

    def test_marks_in_code_do_not(self):
        text = "`[^a]` and\n\n    [^a] [@k]\n\n```\n[^a]\n```\n"
        assert parse(text).citations == ()
        assert parse(text).problems == ()


class TestCitations:
    def test_body_first_then_notes_by_number(self):
        text = "[^b]: [@four].\n[^a]: [@three,\n    p. 7].\n\nOne [@one, p.  5][^a] two [@two][^b]."
        assert [(c.key, c.locator, c.order, c.note, c.line) for c in parse(text).citations] == [
            ("one", "p. 5", 1, None, 5),
            ("two", "", 2, None, 5),
            ("three", "p. 7", 3, 1, 2),
            ("four", "", 4, 2, 1),
        ]

    def test_lines_inside_a_paragraph_are_counted(self):
        assert [c.line for c in parse("One\ntwo [@a]\n> three\n\nfour\n[@b] [@c]").citations] == [2, 6, 6]

    def test_an_address_does_not_swallow_the_mark_after_it(self):
        text = "See https://example.org/a[^1] and http://example.org/[@k].\n\n[^1]: x"
        parsed = parse(text)
        assert parsed.problems == ()
        assert [c.key for c in parsed.citations] == ["k"]

    def test_a_citation_may_keep_the_words_printed_here(self):
        [cited] = parse("A[^1].\n\n[^1]: See [Lima, 23\n    May. Notes by \\[us\\]](@lima-notes, p. 2).").citations
        assert (cited.key, cited.locator, cited.note) == ("lima-notes", "p. 2", 1)
        assert cited.words == "Lima, 23 May. Notes by [us]"

    @pytest.mark.parametrize("text", ["[](@k)", "[ ](@k)", "[a](@)", "[a](@k, (b))", "`[a](@k)`", r"\[a](@k)"])
    def test_without_words_or_key_it_is_none(self, text):
        assert cited_keys(text) == frozenset()

    def test_a_paragraph_that_begins_with_a_citation_is_not_swallowed(self):
        assert cited_keys("[@key]: http://example.org") == {"key"}


class TestProblems:
    def test_a_sound_text_has_none(self):
        assert check(REPORT, {"cmc-2007", "signing-2008", "paez-2007", "sr2"}) == ()

    def test_undefined_mark(self):
        (problem,) = check("One.\nTwo[^lima].", ())
        assert (problem.kind, problem.name, problem.line) == ("undefined-mark", "lima", 2)
        assert "[^lima]" in problem.message
        assert "Line 2" in problem.message

    def test_labels_are_case_sensitive(self):
        assert kinds("One[^Lima].\n\n[^lima]: x") == ["undefined-mark", "unused-note"]

    def test_unused_note(self):
        (problem,) = check("One.\n\n[^lima]: x", ())
        assert (problem.kind, problem.name, problem.line) == ("unused-note", "lima", 3)

    def test_notes_that_only_name_each_other_are_unused(self):
        assert kinds("One.\n\n[^a]: [^b]\n[^b]: [^a]") == ["unused-note", "unused-note"]

    def test_doubled_note_names_both_lines(self):
        (problem,) = check("One[^a].\n\n[^a]: First.\n[^a]: Second.", ())
        assert (problem.kind, problem.name, problem.line) == ("doubled-note", "a", 4)
        assert "line 3" in problem.message
        assert parse("One[^a].\n\n[^a]: First.\n[^a]: Second.").footnotes[0].markdown == "First."

    def test_unknown_source_is_named_with_the_nearest_known_one(self):
        (problem,) = check("One [@larepublica-2007].", {"laRepublica-2007"})
        assert (problem.kind, problem.name, problem.line) == ("unknown-source", "larepublica-2007", 1)
        assert "laRepublica-2007" in problem.message

    def test_unresolved_mark_of_an_imported_page(self):
        assert unresolved_mark(3) == "[^?3]"
        (problem,) = check(f"One{unresolved_mark(3)}.", ())
        assert (problem.kind, problem.name) == ("unresolved-mark", "3")
        assert "[3]" in problem.message

    def test_an_unresolved_mark_is_resolved_by_its_note(self):
        assert kinds("One[^?3].\n\n[^?3]: Found.") == []

    def test_empty_note(self):
        assert kinds("One[^a] two[^b].\n\n[^a]:\n[^b]: x") == ["empty-note"]

    @pytest.mark.parametrize(
        "bad",
        [
            "[@]",
            "[@ key]",
            "[@a; @b]",
            "[@key",
            "[@-key]",
            "[@key,]",
            "[a [b]](@key)",
            "[a](@key, (b))",
            "[](@key)",
            "[a](@)",
        ],
    )
    def test_malformed_citation(self, bad):
        (problem, *_) = check(f"One.\n\nTwo {bad} three.", {"key"})
        assert problem.kind == "bad-citation"
        assert problem.line == 3
        assert problem.name.startswith(("[@", "](@"))

    def test_a_bracket_that_is_meant_as_such(self):
        assert kinds(r"One \[@ home].") == []

    def test_problems_come_by_line(self):
        lines = [problem.line for problem in check("[^x]: a\n\n[^b] [@k]\n\n[^x]: c\n\n[@ k]", ())]
        assert lines == sorted(lines)


@given(any_text)
def test_any_input_is_read(text):
    parsed = parse(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert [n.number for n in parsed.footnotes] == list(range(1, len(parsed.footnotes) + 1))
    assert [c.order for c in parsed.citations] == list(range(1, len(parsed.citations) + 1))
    assert all(1 <= problem.line <= lines for problem in check(text, ()))
    assert all(1 <= section.line <= lines for section in parsed.sections)
    assert len({section.anchor for section in parsed.sections}) == len(parsed.sections)
    assert len({note.label for note in parsed.footnotes}) == len(parsed.footnotes)
    assert {p.name for p in check(text, ()) if p.kind == "unknown-source"} == cited_keys(text)
