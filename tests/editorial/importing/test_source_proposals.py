import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.importing.notes import ReadNote
from editorial.importing.plain_text import plain_words
from editorial.importing.printed_citation import read_citations
from editorial.importing.printed_source import PrintedSource
from editorial.importing.same_source import SourceIndex
from editorial.importing.source_proposals import propose_sources, with_citations
from editorial.texts import CitedSource, render


def facts_of(words: str) -> PrintedSource:
    [(_, _, facts, _)] = read_citations(words)
    return facts


def given_facts(facts: PrintedSource) -> dict[str, object]:
    """What was read, without the words themselves and without what stayed empty."""
    return {name: value for name, value in vars(facts).items() if value and name != "as_printed"}


class TestSameSource:
    LIMA = "Lima Conference on Cluster Munitions, 23–25 May 2007. Notes by Landmine Action."

    def proposals(self, *texts):
        return propose_sources([ReadNote(str(n), n, (text,)) for n, text in enumerate(texts, 1)])

    def test_the_same_words_in_two_notes(self):
        [source] = self.proposals(
            "CMC, “Paper on Many Things,” May 2007.", "See CMC, “Paper on Many Things,” May 2007."
        )
        assert source.notes == ("1", "2")
        assert source.shared
        assert source.other_words == ()

    def test_the_same_meeting_named_shorter(self):
        [source] = self.proposals("Lima Conference, 23–25 May 2007. Notes by Landmine Action", self.LIMA)
        assert source.facts.as_printed == self.LIMA[:-1]
        assert source.other_words == (("1", "Lima Conference, 23–25 May 2007. Notes by Landmine Action"),)

    @pytest.mark.parametrize(
        "other",
        [
            "Lima Conference on Cluster Munitions, 23–25 May 2007. Notes by CMC.",
            "Lima Conference on Cluster Munitions, 24 May 2007. Notes by Landmine Action.",
            "Lima Conference on Other Things, 23–25 May 2007. Notes by Landmine Action.",
            "Statement of Examplia, Lima Conference on Cluster Munitions, 23–25 May 2007. Notes by Landmine Action.",
        ],
    )
    def test_other_notes_from_the_same_room_are_other_sources(self, other):
        assert len(self.proposals(self.LIMA, other)) == 2

    def test_one_symbol_in_two_wordings_is_one_document(self):
        [source] = self.proposals(
            "Summary Record, Second Session: 20 May 2008, Dublin Conference, CCM/CW/SR/92, 18 June 2008.",
            "Summary Record, CCM/CW/SR/92, 18 June 2008.",
        )
        assert source.notes == ("1", "2")

    def test_reports_of_two_states_in_the_same_words_are_two(self):
        index = SourceIndex()
        facts = facts_of("Article 7 Report, 14 April 2004")
        index.add(PrintedSource(**{**vars(facts), "authors": ("Examplia",)}), 1)
        assert index.find(PrintedSource(**{**vars(facts), "authors": ("Freedonia",)})) is None
        assert index.find(PrintedSource(**{**vars(facts), "authors": ("Examplia",)})) == 1


class TestKeys:
    def test_a_taken_key_gets_a_number(self):
        notes = [
            ReadNote(str(n), n, (f"CMC, “Paper on {topic} Things,” May 2007.",)) for n, topic in enumerate("ABC")
        ]
        assert [source.key for source in propose_sources(notes)] == [
            "cmc-2007-05",
            "cmc-2007-05-2",
            "cmc-2007-05-3",
        ]


class TestMarkdownOfANote:
    NOTE = "Most agreed (see *below*). CMC, “Paper on Many Things,” May 2007, p. 5; and more."

    def cited(self, line):
        proposals = propose_sources([ReadNote("1", 1, (self.NOTE,))])
        return with_citations(self.NOTE, proposals[0].citations, {"cmc-2007-05": ("cmc-lima", line)})

    def test_where_the_library_prints_the_same_words(self):
        assert self.cited("CMC, “Paper on Many Things,” May 2007") == (
            r"Most agreed (see \*below\*). [@cmc-lima, p. 5]; and more."
        )

    def test_where_it_prints_others_the_note_keeps_its_words(self):
        assert self.cited("CMC, Many Things, 2007") == (
            r"Most agreed (see \*below\*). [CMC, “Paper on Many Things,” May 2007, p. 5](@cmc-lima, p. 5); and more."
        )


class TestStopsAndQuotationMarks:
    """The citation line ends without a stop; readers must see each stop where the page printed it."""

    @pytest.mark.parametrize(
        ("text", "markdown"),
        [
            ("CMC, “Paper – New York, 18 March 2009.”", "[@cmc-2009-03-18]."),
            ("CMC, “Paper – New York, 18 March 2009.” So it said.", "[@cmc-2009-03-18]. So it said."),
            (
                "CMC, “Paper – New York, 18 March 2009”.",
                "[CMC, “Paper – New York, 18 March 2009”](@cmc-2009-03-18).",
            ),
            ("CMC, “Paper – New York, 18 March 2009”; x", "[@cmc-2009-03-18]; x"),
        ],
    )
    def test_stay_where_they_were(self, text, markdown):
        proposals = propose_sources([ReadNote("1", 1, (text,))])
        lines = {source.key: source.facts.line for source in proposals}
        library = {key: (key, line) for key, line in lines.items()}
        assert with_citations(text, proposals[0].citations, library) == markdown
        shown = render(
            f"A[^1].\n\n[^1]: {markdown}",
            sources={key: CitedSource(key, line, "") for key, line in lines.items()},
            doc_id="t",
        ).footnotes[0]
        assert re.sub(r"<[^>]+>", "", shown.html) == text
        assert plain_words(markdown, lines) == text


PIECES = [
    *(
        "CMC, ",
        "Ann Writer, ",
        "“Paper on Many Things,”",
        "“Two,” ",
        " (“In English”)",
        "A/53/999",
        ", ",
        ". ",
        "; ",
        "; and ",
    ),
    *(
        "May 2007",
        "23–25 May 2007",
        "31 June 2007",
        "www.example.org",
        "Notes by CMC",
        "Geneva",
        "Lima Conference",
        "p. 5",
    ),
    *(
        "Statement of Peru",
        "See also, ",
        "said that",
        "“",
        "”",
        "(",
        ")",
        '"',
        "\n",
        "\n\n",
        "[@x]",
        "*",
        "\\",
        "[1]",
        ":",
    ),
]
note_text = st.lists(st.sampled_from(PIECES), max_size=15).map("".join) | st.text(max_size=80)


@given(st.lists(note_text, max_size=4))
def test_no_note_loses_a_word_whatever_it_says(texts):
    notes = [ReadNote(str(n), n, (text,)) for n, text in enumerate(texts, 1)]
    proposals = propose_sources(notes, state="Examplia")
    lines = {source.key: source.facts.line for source in proposals}
    library = {key: (key, line) for key, line in lines.items()}
    for index, note in enumerate(notes):
        cited = [citation for source in proposals for citation in source.citations if citation.note == index]
        markdown = with_citations(note.text, cited, library)
        assert plain_words(markdown, lines).split() == note.text.split()
