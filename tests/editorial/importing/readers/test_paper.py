"""A paper as Spain and its co-sponsors submitted it: title, sections, nested lists, notes, a footer on every page."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editorial.importing.problems import UnusableInput
from editorial.importing.readers.paper import read_paper
from editorial.importing.readers.slides import read_slides
from editorial.importing.reading import read_text
from editorial.importing.reconciliation import reconciled
from editorial.importing.text_as_read import TextAsRead
from editorial.texts import check, parse, render
from tests.documents import NON_PAPER
from tests.meetings.importing.samples import FOOTER, PAPER

SUPERSCRIPTS = str.maketrans("¹²³", "   ")


def read(text: str) -> TextAsRead:
    return read_paper(read_text(text.encode(), name="paper.md"))


def codes(parsed: TextAsRead) -> list[str]:
    return [problem.code for problem in parsed.problems]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.fixture(scope="module")
def paper() -> TextAsRead:
    return read(PAPER)


class TestPaper:
    def test_title_and_what_stands_around_it(self, paper: TextAsRead) -> None:
        assert paper.title == "Paper boats: what floats and what sinks"
        assert paper.around.opening.startswith("Non-paper submitted by Spain with co-sponsors Chile, Croatia")
        assert "Paper boats:" not in paper.markdown

    def test_numbered_sections_become_headings(self, paper: TextAsRead) -> None:
        sections = parse(paper.markdown).sections
        assert [section.title for section in sections] == [
            "",
            "1. What floats so far",
            "2. What sinks",
            "3. What could be done about it",
            "4. Conclusion",
        ]
        assert "\n\n## 2. What sinks\n\n" in paper.markdown

    def test_notes_are_matched_and_mark_what_they_marked(self, paper: TextAsRead) -> None:
        assert (len(paper.match.marks), len(paper.match.notes), paper.match.matched) == (3, 3, 3)
        assert check(paper.markdown, set()) == ()
        html = render(paper.markdown, sources={}, doc_id="t").html
        assert "<em>Boats of two sheets<" in html
        assert "5 km² of lawn" in html

    def test_lists_keep_their_nesting(self, paper: TextAsRead) -> None:
        assert (
            "- *Boats of two sheets[^1]\\:*\n  - *Folded twice:* nearly 95% of them came back.\n" in paper.markdown
        )
        html = render(paper.markdown, sources={}, doc_id="t").html
        assert html.count("<ul>") == 5
        assert html.count("<li>") == 9

    def test_a_list_goes_on_over_the_page(self, paper: TextAsRead) -> None:
        assert "The others have ducks.\n- This item stands on the next page" in paper.markdown

    def test_the_footer_is_gone_and_reported_also_where_it_is_glued_to_a_note(self, paper: TextAsRead) -> None:
        assert "submitted by" not in paper.markdown
        assert [stripped.text for stripped in paper.stripped] == [FOOTER] * 3
        assert paper.around.running == (FOOTER,)
        assert (
            '[^3]: Reports have become fewer every year". So said the keeper of the pond in Lusaka.'
            in paper.markdown
        )

    def test_nothing_else_is_lost(self, paper: TextAsRead) -> None:
        assert paper.unaccounted == ()
        assert paper.words_in == paper.words_out
        assert "word-lost" not in codes(paper)
        left = words(PAPER.replace(FOOTER, "").translate(SUPERSCRIPTS))
        title = words(paper.around.opening)
        text = words(re.sub(r"\[\^\d\]:?", " ", paper.markdown).replace("²", " "))
        assert sorted(title + text) == sorted(left)

    def test_an_unbalanced_quote_is_kept_and_reported(self, paper: TextAsRead) -> None:
        [problem] = [problem for problem in paper.problems if problem.code == "unbalanced-quote"]
        assert PAPER.split("\n")[(problem.line or 0) - 1].startswith("³ Reports")

    def test_the_days_that_it_names(self, paper: TextAsRead) -> None:
        [day] = paper.days
        assert (str(day.date), day.as_of) == ("31 July 2013", True)

    def test_short_lines_that_may_be_headings_are_reported(self, paper: TextAsRead) -> None:
        found = [problem.value for problem in paper.problems if problem.code == "may-be-heading"]
        assert found == ["Limits of paper", "Wind and weather"]

    def test_the_report_accounts_for_every_line(self, paper: TextAsRead) -> None:
        report = reconciled(paper, (("Kind", "Non-paper"),)).as_text()
        assert "0 unaccounted for" in report
        assert "3 marks in, 3 notes in, 3 matched; 0 orphans, 0 unmatched marks, 0 doubled" in report
        assert "  4. Conclusion: 14 words, 0 marks" in report


class TestOtherShapes:
    def test_a_speech_with_a_markdown_title_and_notes_in_brackets(self) -> None:
        parsed = read("# Statement by Peru\n\nThank you.[1] We go on\nover lines.\n\n[1] A note\nof two lines.\n")
        assert parsed.title == "Statement by Peru"
        assert parsed.markdown == "Thank you.[^1] We go on over lines.\n\n[^1]: A note of two lines."

    def test_our_own_notes(self) -> None:
        parsed = read("# Words\n\nOne.[^a]\n\n[^a]: Its note.\n")
        assert parsed.markdown == "One.[^a]\n\n[^a]: Its note."

    def test_a_mark_without_note_stands_in_the_way(self) -> None:
        parsed = read("# Words\n\nOne.¹ Two.²\n\n¹ Its note.\n")
        assert "missing-note" in codes(parsed)
        assert "Two.[^?2]" in parsed.markdown

    def test_a_numbered_list_is_no_chain_of_headings(self) -> None:
        parsed = read("# Words\n\nWe ask for:\n\n1. Bread\n\n2. Wine\n\n3. Salt\n\nThank you.\n")
        assert [one for one in parsed.sections() if one.heading.startswith(("1", "2"))] == []

    def test_a_sentence_said_twice_is_no_running_line(self) -> None:
        parsed = read("# Words\n\nWe thank the host for all.\n\nIt rains.\n\nWe thank the host for all.\n")
        assert parsed.stripped == ()
        assert parsed.markdown.count("We thank the host for all.") == 2

    def test_twice_is_enough_for_a_line_that_says_the_title_again(self) -> None:
        footer = "The keepers on ponds"
        parsed = read(f"# The keepers on ponds and boats\n\nOne.\n\n{footer}\n\nTwo.\n\n{footer}\n")
        assert [stripped.text for stripped in parsed.stripped] == [footer, footer]
        assert parsed.markdown == "One.\n\nTwo."

    def test_what_stands_beside_a_running_line_stays(self) -> None:
        parsed = read(
            "# Words\n\nThe paper of all ponds\n\n  The paper of all ponds and more.\n\nOne.\n\nThe paper of all ponds\n\n"
            "Two. The paper of all ponds\n"
        )
        assert parsed.markdown == "and more.\n\nOne.\n\nTwo."
        assert parsed.unaccounted == ()

    def test_page_numbers_and_rules_go(self) -> None:
        parsed = read("# Words\n\nOne page.\n\n1\n\n---\n\nAnother page.\n\n2\n")
        assert [stripped.reason for stripped in parsed.stripped] == ["page number", "rule", "page number"]
        assert parsed.markdown == "One page.\n\nAnother page."

    def test_signs_of_markdown_that_are_none_stay_as_printed(self) -> None:
        parsed = read("# Words\n\nA [@key] and <b> and 3 * 4 and [^9] and a|b.\n\n2013. That was a year.\n")
        assert parsed.words_in == parsed.words_out
        assert check(parsed.markdown, set()) == ()
        html = render(parsed.markdown, sources={}, doc_id="t").html
        assert "[@key]" in html
        assert "<ol" not in html

    def test_without_a_title_everything_is_text(self) -> None:
        parsed = read("This is a sentence.\n\nThis is another.\n")
        assert parsed.title == ""
        assert parsed.markdown == "This is a sentence.\n\nThis is another."

    def test_a_block_of_many_lines_is_no_title(self) -> None:
        assert read("Home\nAbout us\nContact\nSearch\n\nThis is a sentence.\n").title == ""

    @pytest.mark.parametrize("text", ["# Only a title\n", "---\n***\n", "¹ Only a note.\n"])
    def test_without_text_there_is_nothing_to_import(self, text: str) -> None:
        with pytest.raises(UnusableInput) as refusal:
            read(text)
        assert refusal.value.problems[0].code == "no-text"


def assert_named(refusal: UnusableInput) -> None:
    assert refusal.problems
    assert str(refusal)


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                *PAPER.split("\n"),
                "",
                "---",
                "**bold**",
                "*x",
                "# h",
                "[^a]: n",
                "a[^a]",
                "[1] n",
                "b[1]",
                "¹ n",
                "c¹",
            ]
        ),
    ),
    max_size=25,
)


@given(LINES)
@example(["-", "0"])  # a dash that begins no list item
def test_no_text_makes_a_reader_fail_or_lose_a_word(lines: list[str]) -> None:
    for reader in (read_paper, read_slides):
        try:
            parsed = reader(read_text("\n".join(lines).encode(), name="any.txt"))
        except UnusableInput as refusal:
            assert_named(refusal)
            continue
        assert not {"word-lost", "line-lost"} & set(codes(parsed)), [str(p) for p in parsed.problems]
        assert reconciled(parsed, ()).as_text()


@pytest.mark.parametrize("reader", [read_paper, read_slides])
def test_a_dash_within_a_sentence_is_no_list_item(reader) -> None:
    paper = b"Statement of Chile\n\nChile said - and Mexico too - that it agreed.\n"
    parsed = reader(read_text(paper, name="chile.txt"))
    assert codes(parsed) == []
    assert "Chile said - and Mexico too - that it agreed." in parsed.words_out


@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data: bytes) -> None:
    for reader in (read_paper, read_slides):
        try:
            reader(read_text(data, name="any.bin"))
        except UnusableInput as refusal:
            assert_named(refusal)


@pytest.mark.parametrize("file", NON_PAPER.both())
def test_the_non_paper_of_2013(file: Path) -> None:
    parsed = read_paper(read_text(file))
    assert parsed.title.startswith(
        "The Convention on Cluster Munitions up to the 1st Review Conference: achievements"
    )
    assert [section.title[:2] for section in parse(parsed.markdown).sections] == ["", "1.", "2.", "3.", "4."]
    assert (len(parsed.match.notes), parsed.match.matched) == (3, 3)
    assert "submitted by" not in parsed.markdown
    assert len(parsed.stripped) == 3
    assert check(parsed.markdown, set()) == ()
    assert [str(day.date) for day in parsed.days] == ["31 July 2013"]
    lines = file.read_text().split("\n")
    [unbalanced] = [problem.line for problem in parsed.problems if problem.code == "unbalanced-quote"]
    assert lines[unbalanced - 1].startswith("³ ")
    printed = file.read_text().replace(
        "Non-paper, submitted by Spain with co-sponsors Chile, Croatia, Mexico and Portugal.", ""
    )
    text = re.sub(r"\[\^\d\]:?", " ", parsed.markdown)
    assert sorted(words(parsed.around.opening) + words(text)) == sorted(
        words(printed.translate({0xB9: " ", 0xB2: " ", 0xB3: " "}))
    )
