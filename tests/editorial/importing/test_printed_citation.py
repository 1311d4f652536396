"""What a note's words say of a source, for the patterns of the archive's notes; and what stays prose."""

import pytest

from editorial.importing.notes import ReadNote
from editorial.importing.printed_citation import read_citations
from editorial.importing.printed_source import PrintedSource
from editorial.importing.source_proposals import propose_sources


def facts_of(words: str) -> PrintedSource:
    [(_, _, facts, _)] = read_citations(words)
    return facts


def given_facts(facts: PrintedSource) -> dict[str, object]:
    """What was read, without the words themselves and without what stayed empty."""
    return {name: value for name, value in vars(facts).items() if value and name != "as_printed"}


class TestPatterns:
    """The patterns of the archive's notes, each in invented words."""

    def test_report_of_an_organisation_with_the_event_in_its_title(self):
        assert given_facts(facts_of("CMC, “Notes on a Meeting – New York, 18 March 2009.”")) == {
            "kind": "ngo_report",
            "authors": ("CMC",),
            "title": "Notes on a Meeting – New York, 18 March 2009",
            "event_date": "18 March 2009",
        }

    def test_un_document_with_place_and_date(self):
        words = "Paper on Bombs, Third Review Conference, CCW/CONF.III/WP.99, Geneva, 17 November 2006."
        assert given_facts(facts_of(words)) == {
            "kind": "un_document",
            "title": "Paper on Bombs",
            "meeting_session": "Third Review Conference",
            "un_symbol": "CCW/CONF.III/WP.99",
            "place": "Geneva",
            "document_date": "2006-11-17",
        }

    def test_un_document_with_two_dates(self):
        words = "Summary Record, Second Session: 20 May 2008, Dublin Conference, CCM/CW/SR/92, 18 June 2008."
        assert given_facts(facts_of(words)) == {
            "kind": "un_document",
            "title": "Summary Record",
            "meeting_session": "Second Session, Dublin Conference",
            "un_symbol": "CCM/CW/SR/92",
            "event_date": "20 May 2008",
            "document_date": "2008-06-18",
        }

    def test_statement_over_two_days_with_address(self):
        assert given_facts(
            facts_of("Statement of Examplia, Oslo Conference, 22–23 February 2007, www.example.no.")
        ) == {
            "kind": "statement",
            "title": "Statement of Examplia",
            "meeting_session": "Oslo Conference",
            "event_date": "22–23 February 2007",
            "url": "http://www.example.no",
        }

    def test_statement_for_a_list_of_states(self):
        words = (
            "Statement delivered by Ruritania on behalf of Examplia, Freedonia, and Zenda, Fifth Session of the GGE, "
            "Geneva, 5 November 2008."
        )
        assert given_facts(facts_of(words)) == {
            "kind": "statement",
            "title": "Statement delivered by Ruritania on behalf of Examplia, Freedonia, and Zenda",
            "meeting_session": "Fifth Session of the GGE",
            "place": "Geneva",
            "document_date": "2008-11-05",
            "event_date": "5 November 2008",
        }

    @pytest.mark.parametrize(
        "words",
        [
            "Lima Conference, 23–25 May 2007. Notes by Landmine Action.",
            "Lima Conference, 23–25 May 2007, Notes by Landmine Action.",
        ],
    )
    def test_notes_from_the_room(self, words):
        assert given_facts(facts_of(words)) == {
            "kind": "ngo_notes",
            "authors": ("Landmine Action",),
            "meeting_session": "Lima Conference",
            "event_date": "23–25 May 2007",
        }

    def test_notes_of_what_a_state_said(self):
        facts = facts_of(
            "Statement of Examplia, Committee on Scope, Dublin Conference, 26 May 2008. Notes by CMC."
        )
        assert (facts.kind, facts.title) == ("ngo_notes", "Statement of Examplia")
        assert facts.meeting_session == "Committee on Scope, Dublin Conference"

    def test_press_with_original_and_translated_title(self):
        words = "Inés Núñez, “Adiós a las ‘bombas’” (“Farewell to the ‘bombs’”), La Gaceta online, 29 May 2007."
        assert given_facts(facts_of(words)) == {
            "kind": "press",
            "authors": ("Inés Núñez",),
            "title": "Adiós a las ‘bombas’",
            "english_title": "Farewell to the ‘bombs’",
            "publisher": "La Gaceta online",
            "document_date": "2007-05-29",
        }

    def test_report_of_a_person_for_an_organisation(self):
        facts = facts_of("Ann Writer, “Paper on Wellington and After,” WILPF, March 2008, www.example.int.")
        assert (facts.kind, facts.publisher, facts.document_date) == ("ngo_report", "WILPF", "2008-03")

    def test_title_without_quotation_marks(self):
        words = "Collection of Papers, Addendum 1, Ministry of Foreign Affairs, February 2008, www.example.nz."
        facts = facts_of(words)
        assert (facts.title, facts.publisher) == (
            "Collection of Papers, Addendum 1",
            "Ministry of Foreign Affairs",
        )

    def test_un_report_with_a_page(self):
        [(_, _, facts, locator)] = read_citations(
            "UN General Assembly, “Report on Help with Clearance,” A/53/999, 14 October 1998, p. 29."
        )
        assert (facts.kind, facts.un_symbol, locator) == ("un_document", "A/53/999", "p. 29")
        assert facts.as_printed.endswith("14 October 1998")

    def test_the_page_may_stand_before_the_address(self):
        [(_, _, facts, locator)] = read_citations("CMC, “Paper on Many Things,” May 2007, p. 5, www.example.org.")
        assert locator == "p. 5"
        assert facts.as_printed == "CMC, “Paper on Many Things,” May 2007, www.example.org"

    def test_transparency_report_belongs_to_the_state_of_the_page(self):
        note = ReadNote("1", 1, ("Article 7 Report, Form A, 14 April 2004.",))
        [proposal] = propose_sources([note], state="Examplia")
        assert (proposal.facts.kind, proposal.facts.authors) == ("transparency_report", ("Examplia",))
        assert proposal.key == "examplia-article7-2004-04-14"

    def test_letter(self):
        facts = facts_of("Letter to Ann Writer, from Bo Clerk, Ministry of Works, 15 April 2004.")
        assert (facts.kind, facts.document_date) == ("interview", "2004-04-15")

    def test_an_address_that_cannot_work_is_doubted_not_mended(self):
        facts = facts_of("Country Lists, Mine Database, http:www.example.org.Mines/ (Ref. 3/12/99).")
        assert (facts.kind, facts.url) == ("web_page", "")
        assert "http:www.example.org.Mines/" in facts.doubts[0]

    def test_a_day_that_does_not_exist_is_doubted(self):
        facts = facts_of("CMC, “Paper on Many Things,” 31 June 2007.")
        assert facts.document_date == ""
        assert facts.doubts == ("there is no such day: 31 June 2007",)


class TestProseStaysProse:
    @pytest.mark.parametrize(
        "words",
        [
            "Amb. Maria Sample, Deputy Minister, signed the convention on behalf of Examplia.",
            "The minister said that both states would act in May 2007.",
            "A visitor was shown photographs of the bombs by a journalist in May 2007.",
            "See Form F in Article 7 reports submitted 14 April 2004 (for 2003) and 24 June 2002 (for 2001).",
            "Norway, “a great success.”",
            "He said, “We will ratify before the summer,” 5 May 2008.",
            "Ibid.",
            "CMC, “Paper on Many Things.”",
            "www.example.org.",
            "5 May 2008.",
            "Notes by Landmine Action.",
            "CMC, “A quotation that never ends, May 2007.",
            "Oslo, Norway, 3 December 2008.",
            "",
        ],
    )
    def test_no_source_is_proposed(self, words):
        assert list(read_citations(words)) == []

    def test_what_leads_in_stays_outside_the_citation(self):
        text = "See also, CMC, “Paper on Many Things,” May 2007; and WILPF, “Paper on Other Things,” May 2007."
        cited = [text[start:end] for start, end, *_ in read_citations(text)]
        assert cited == ["CMC, “Paper on Many Things,” May 2007", "WILPF, “Paper on Other Things,” May 2007"]

    def test_prose_around_a_citation_stays(self):
        text = "Most agreed. Lima Conference, 23–25 May 2007. Notes by CMC. Few did not."
        [(start, end, *_)] = read_citations(text)
        assert text[start:end] == "Lima Conference, 23–25 May 2007. Notes by CMC"
