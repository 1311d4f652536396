"""The Monitor's citation style, on the kinds of footnotes its country report on Peru (2009) prints."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial.rules.citation_line import SourceFacts, citation_line, people, printed_address, split_address
from tests.documents import REPORT_ON_PERU

SPECIAL_EVENT = SourceFacts(
    kind="ngo_report",
    authors=("CMC",),
    title="Report on the Special Event on the Convention on Cluster Munitions – United Nations, New York, 18 March 2009",
)
JOINT_DECLARATION = SourceFacts(
    kind="un_document",
    title="Declaration on Cluster Munitions",
    meeting_session="Third Review Conference of the States Parties to the CCW",
    un_symbol="CCW/CONF.III/WP.18",
    place="Geneva",
    document_date="17 November 2006",
)
OSLO_STATEMENT = SourceFacts(
    kind="statement",
    title="Statement of Peru",
    meeting_session="Oslo Conference on Cluster Munitions",
    event_date="22–23 February 2007",
    url="http://www.regjeringen.no/",
)
LIMA_NOTES = SourceFacts(
    kind="ngo_notes",
    authors=("Landmine Action",),
    meeting_session="Lima Conference on Cluster Munitions",
    event_date="23–25 May 2007",
)
LIMA_REPORT = SourceFacts(
    kind="ngo_report",
    authors=("CMC",),
    title="CMC Report on the Lima Conference and Next Steps",
    publisher="CMC",
    document_date="May 2007",
    url="http://www.stopclustermunitions.org",
)
PRESS = SourceFacts(
    kind="press",
    authors=("Ángel Páez",),
    title="Peru se suma a iniciativa mundial para prohibir y destruir las “bombas de racimo”",
    english_title="Peru joins global initiative to ban and destroy the “cluster bombs”",
    publisher="La República online",
    document_date="29 May 2007",
)
WELLINGTON_REPORT = SourceFacts(
    kind="ngo_report",
    authors=("Katherine Harrison",),
    title="Report on the Wellington Conference on Cluster Munitions, 18–22 February 2008",
    publisher="WILPF",
    document_date="March 2008",
    url="http://www.wilpf.int.ch",
)
COMPENDIUM = SourceFacts(
    kind="un_document",
    title="Compendium of Proposals Submitted by Delegations During the Wellington Conference, Addendum 1",
    publisher="New Zealand Ministry of Foreign Affairs and Trade",
    document_date="February 2008",
    url="http://www.mfat.govt.nz",
)
SUMMARY_RECORD = SourceFacts(
    kind="un_document",
    title="Summary Record of the Committee of the Whole, Second Session",
    event_date="20 May 2008",
    meeting_session="Dublin Diplomatic Conference on Cluster Munitions",
    un_symbol="CCM/CW/SR/2",
    document_date="18 June 2008",
)
DEFINITIONS_NOTES = SourceFacts(
    kind="ngo_notes",
    authors=("Landmine Action",),
    title="Statement of Peru",
    meeting_session="Committee of the Whole on Definitions, Dublin Diplomatic Conference",
    event_date="26 May 2008",
)
TWENTY_FIVE = (
    "Austria, Belgium, Benin, Bosnia and Herzegovina, Chile, Croatia, Ecuador, El Salvador, Guatemala, Holy See, "
    "Honduras, Indonesia, Ireland, Lebanon, Mexico, New Zealand, Nicaragua, Norway, Peru, Philippines, Senegal, "
    "South Africa, Uganda, Uruguay, and Venezuela"
)
JOINT_STATEMENT = SourceFacts(
    kind="statement",
    title=f"Statement delivered by Costa Rica on behalf of {TWENTY_FIVE}",
    meeting_session="Fifth 2008 Session of the CCW GGE on Cluster Munitions",
    place="Geneva",
    event_date="5 November 2008",
)

PRINTED = [
    (
        SPECIAL_EVENT,
        "CMC, “Report on the Special Event on the Convention on Cluster Munitions – United Nations, New York, 18 March "
        "2009”",
    ),
    (
        JOINT_DECLARATION,
        "Declaration on Cluster Munitions, Third Review Conference of the States Parties to the CCW, "
        "CCW/CONF.III/WP.18, Geneva, 17 November 2006",
    ),
    (
        OSLO_STATEMENT,
        "Statement of Peru, Oslo Conference on Cluster Munitions, 22–23 February 2007, www.regjeringen.no",
    ),
    (LIMA_NOTES, "Lima Conference on Cluster Munitions, 23–25 May 2007. Notes by Landmine Action"),
    (
        LIMA_REPORT,
        "CMC, “CMC Report on the Lima Conference and Next Steps,” May 2007, www.stopclustermunitions.org",
    ),
    (
        PRESS,
        "Ángel Páez, “Peru se suma a iniciativa mundial para prohibir y destruir las ‘bombas de racimo’” (“Peru joins "
        "global initiative to ban and destroy the ‘cluster bombs’”), La República online, 29 May 2007",
    ),
    (
        WELLINGTON_REPORT,
        "Katherine Harrison, “Report on the Wellington Conference on Cluster Munitions, 18–22 February 2008,” WILPF, "
        "March 2008, www.wilpf.int.ch",
    ),
    (
        COMPENDIUM,
        "Compendium of Proposals Submitted by Delegations During the Wellington Conference, Addendum 1, New Zealand "
        "Ministry of Foreign Affairs and Trade, February 2008, www.mfat.govt.nz",
    ),
    (
        SUMMARY_RECORD,
        "Summary Record of the Committee of the Whole, Second Session: 20 May 2008, Dublin Diplomatic Conference on "
        "Cluster Munitions, CCM/CW/SR/2, 18 June 2008",
    ),
    (
        DEFINITIONS_NOTES,
        "Statement of Peru, Committee of the Whole on Definitions, Dublin Diplomatic Conference, 26 May 2008. Notes by "
        "Landmine Action",
    ),
    (
        JOINT_STATEMENT,
        f"Statement delivered by Costa Rica on behalf of {TWENTY_FIVE}, Fifth 2008 Session of the CCW GGE on Cluster "
        "Munitions, Geneva, 5 November 2008",
    ),
]


@pytest.mark.parametrize(("facts", "line"), PRINTED)
def test_lines_as_the_report_prints_them(facts, line):
    assert citation_line(facts) == line


@pytest.mark.parametrize("file", REPORT_ON_PERU.both())
@pytest.mark.parametrize("line", [line for _, line in PRINTED])
def test_the_report_prints_these_lines(line, file):
    page = " ".join(file.read_text().split())
    assert re.sub(r"”$", "", line) in page


class TestOtherKinds:
    def test_un_document_by_an_author_is_quoted(self):
        facts = SourceFacts(
            kind="un_document",
            authors=("UN General Assembly",),
            title="Report of the Secretary-General: Assistance in Mine Clearance",
            un_symbol="A/53/496",
            document_date="14 October 1998",
        )
        assert citation_line(facts, "p. 29") == (
            "UN General Assembly, “Report of the Secretary-General: Assistance in Mine Clearance,” A/53/496, 14 October "
            "1998, p. 29"
        )

    def test_transparency_report(self):
        facts = SourceFacts(kind="transparency_report", authors=("Samoa",), document_date="14 April 2004")
        assert citation_line(facts, "Form A") == "Samoa, Article 7 Report, 14 April 2004, Form A"

    def test_treaty_action(self):
        facts = SourceFacts(
            kind="treaty_action",
            authors=("UN Secretary-General",),
            title="Depositary Notification",
            un_symbol="C.N.1.2012.TREATIES-XXVI.6",
            document_date="26 September 2012",
        )
        assert citation_line(facts) == (
            "UN Secretary-General, Depositary Notification, C.N.1.2012.TREATIES-XXVI.6, 26 September 2012"
        )

    def test_law_with_its_english_title(self):
        facts = SourceFacts(
            kind="law", title="Ley 1", english_title="Law 1", publisher="El Diario", document_date="2010"
        )
        assert citation_line(facts) == "Ley 1 (Law 1), El Diario, 2010"

    def test_interview_without_a_title_and_letter_with_one(self):
        interview = SourceFacts(
            kind="interview", authors=("A. Person",), publisher="Ministry", event_date="5 May 2010"
        )
        assert citation_line(interview) == "Interview with A. Person, Ministry, 5 May 2010"
        letter = SourceFacts(
            kind="interview", authors=("A. Person",), title="Letter from A. Person", document_date="2002"
        )
        assert citation_line(letter) == "Letter from A. Person, 2002"

    def test_photograph(self):
        facts = SourceFacts(
            kind="photograph", authors=("A. Person",), title="RBK-500", place="Lima", event_date="May 2007"
        )
        assert citation_line(facts) == "Photograph by A. Person, “RBK-500,” Lima, May 2007"
        assert citation_line(SourceFacts(kind="photograph", place="Lima")) == "Photograph, Lima"

    def test_web_page_without_a_date_says_when_it_was_read(self):
        facts = SourceFacts(
            kind="web_page", publisher="GICHD", title="Peru", url="https://e.org/p", accessed_on="5 May 2010"
        )
        assert citation_line(facts) == "“Peru,” GICHD, accessed 5 May 2010, https://e.org/p"
        assert "accessed" not in citation_line(replace(facts, document_date="2009"))

    def test_presentation(self):
        facts = SourceFacts(
            kind="presentation", authors=("Peru",), title="Destruction", meeting_session="11MSP", event_date="2023"
        )
        assert citation_line(facts) == "Peru, “Destruction,” presentation, 11MSP, 2023"


class TestPunctuation:
    def test_the_locator_stands_before_the_address(self):
        assert citation_line(LIMA_REPORT, "p.  5").endswith("May 2007, p. 5, www.stopclustermunitions.org")

    def test_a_publisher_who_is_the_author_is_named_once(self):
        assert citation_line(LIMA_REPORT).count("CMC,") == 1

    def test_commas_go_inside_both_quotation_marks(self):
        facts = replace(PRESS, english_title="", publisher="")
        assert "‘bombas de racimo,’” 29 May 2007" in citation_line(facts)

    def test_as_printed_stands_in_place_of_all_facts(self):
        facts = replace(LIMA_REPORT, as_printed="CMC, “Report on\nLima.”")
        assert citation_line(facts) == "CMC, “Report on Lima”"
        assert citation_line(facts, "p. 5") == "CMC, “Report on Lima,” p. 5"

    def test_authors(self):
        assert people(["A", " ", "B"]) == "A and B"
        assert people(["A", "B", "C"]) == "A, B, and C"
        assert people(["A", "B", "C", "D"]) == "A et al."

    @pytest.mark.parametrize(
        ("url", "printed"),
        [
            ("http://www.e.org/", "www.e.org"),
            ("https://www.e.org/a/", "www.e.org/a/"),
            ("https://undocs.org/CCW/CONF.III/WP.18", "https://undocs.org/CCW/CONF.III/WP.18"),
            ("https://e.org/", "https://e.org"),
            ("", ""),
        ],
    )
    def test_addresses_are_printed_so_that_they_can_be_typed(self, url, printed):
        assert printed_address(url) == printed

    def test_nothing_known_gives_an_empty_line(self):
        assert citation_line(SourceFacts(kind="other")) == ""


@given(
    st.builds(
        SourceFacts,
        kind=st.sampled_from(["press", "ngo_notes", "un_document", "interview", "photograph", "nonsense"]),
        authors=st.tuples(st.text(max_size=9)),
        title=st.text(max_size=20),
        english_title=st.text(max_size=20),
        publisher=st.text(max_size=9),
        document_date=st.none() | st.text(max_size=9),
        event_date=st.none() | st.text(max_size=9),
        url=st.just("") | st.text(max_size=20),
        as_printed=st.just("") | st.text(max_size=20),
    ),
    st.text(max_size=9),
)
def test_any_facts_give_one_line(facts, locator):
    line = citation_line(facts, locator)
    assert line == " ".join(line.split())
    assert isinstance(split_address(line), tuple)
