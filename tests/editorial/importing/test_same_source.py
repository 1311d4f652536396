"""A document that the library holds is found in whatever form a note words it; others are told apart."""

import pytest

from editorial.importing.notes import ReadNote
from editorial.importing.source_library import match_library
from editorial.importing.source_proposals import propose_sources
from editorial.models import Source, recording

pytestmark = pytest.mark.django_db

LIBRARY = (
    {
        "kind": "press",
        "authors": "Ann Writer",
        "title": "Las bombas serán destruidas",
        "document_date": "2007-05-29",
    }
    | {"publisher": "El Diario"},
    {"kind": "ngo_report", "title": "Report on the Examplia Conference and Next Steps", "document_date": "2007-05"}
    | {"publisher": "Cluster Munition Coalition", "authors": "Cluster Munition Coalition"},
    {"kind": "ngo_report", "title": "Who Holds What: A Survey of Stocks", "publisher": "Human Rights Watch"},
    {
        "kind": "ngo_notes",
        "authors": "Landmine Action",
        "publisher": "Landmine Action",
        "event_date": "23–25 May 2007",
    }
    | {"title": "Examplia Conference on Bombs", "meeting_session": "Examplia Conference on Bombs"},
    {
        "kind": "ngo_notes",
        "authors": "Landmine Action",
        "publisher": "Landmine Action",
        "event_date": "26 May 2008",
    }
    | {"title": "Statement of Freedonia, Committee on Terms", "meeting_session": "Capital Conference"},
    {"kind": "statement", "title": "Statement delivered by Freedonia on behalf of 25 other states"}
    | {"meeting_session": "Fifth Session of the Working Group", "event_date": "5 November 2008"}
    | {"document_date": "2008-11-05", "publisher": "Freedonia"},
    {"kind": "statement", "title": "Statement of Freedonia", "meeting_session": "First Conference on Bombs"}
    | {
        "event_date": "22–23 February 2007",
        "publisher": "Government of Sylvania",
        "url": "https://www.sylvania.example",
    },
    {"kind": "un_document", "title": "Summary Record, Second Session", "un_symbol": "CCM/CW/SR/92"}
    | {"document_date": "2008-06-18", "event_date": "20 May 2008", "publisher": "Capital Conference"},
    {"kind": "other", "title": "Compendium of Proposals, Addendum 1", "publisher": "Ministry of Works"}
    | {"document_date": "2008-02", "url": "https://www.works.example"},
    {"kind": "web_page", "title": "Examplia destroys its stock", "publisher": "Bureau"}
    | {"url": "http://www.bureau.example/news/examplia.aspx"},
)


@pytest.fixture
def library() -> list[Source]:
    with recording(by=None, reason="Made for a test"):
        return [Source.objects.create(key=f"doc-{n}", **facts) for n, facts in enumerate(LIBRARY)]


def found(text: str) -> list[str]:
    """Keys of the library's sources that a note with this text cites; "new" for one that would be added."""
    proposals = propose_sources([ReadNote("1", 1, (text,))], state="Examplia")
    match = match_library(proposals)
    return [match[p.key].key if match[p.key].pk else "new" for p in proposals]


@pytest.mark.parametrize(
    ("note", "key"),
    [
        # the printed line, and the title without its accents, by another name of the paper
        ("Ann Writer, “Las bombas serán destruidas,” El Diario, 29 May 2007.", "doc-0"),
        ("Ann Writer, “Las Bombas seran destruidas,” El Diario online, 29 May 2007.", "doc-0"),
        # an organisation by its letters, words of the title in another order, the address of its site
        ("CMC, “Next Steps and Report on the Examplia Conference,” May 2007, www.cmc.example.", "doc-1"),
        # a date that the library has and the note leaves out, or the other way round
        ("CMC, “Report on the Examplia Conference and Next Steps,” www.cmc.example.", "doc-1"),
        ("Human Rights Watch, “Who Holds What: A Survey of Stocks,” March 2007.", "doc-2"),
        ("HRW, “Who Holds What: A Survey of Stocks,” March 2007, p. 4.", "doc-2"),
        # notes from a room, the meeting named shorter
        ("Examplia Conference on Bombs, 23–25 May 2007. Notes by Landmine Action.", "doc-3"),
        ("Examplia Conference, 23–25 May 2007. Notes by Landmine Action.", "doc-3"),
        (
            "Statement of Freedonia, Committee on Terms, Capital Conference, 26 May 2008. Notes by Landmine Action.",
            "doc-4",
        ),
        # those spoken for named one by one
        (
            "Statement delivered by Freedonia on behalf of Examplia, Osterlich, and Sylvania, "
            "Fifth Session of the Working Group, Geneva, 5 November 2008.",
            "doc-5",
        ),
        ("Statement of Freedonia, First Conference on Bombs, 22–23 February 2007, www.sylvania.example.", "doc-6"),
        ("Summary Record: 20 May 2008, Capital Conference, CCM/CW/SR/92, 18 June 2008.", "doc-7"),
        ("Compendium of Proposals, Addendum 1, Ministry of Works, February 2008, www.works.example.", "doc-8"),
        ("Examplia Announces Destruction, Bureau, https://bureau.example/news/examplia.aspx.", "doc-9"),
    ],
)
def test_a_document_of_the_library_is_found_in_another_form(library, note, key):
    assert found(note) == [key]


@pytest.mark.parametrize(
    "note",
    [
        "Ann Writer, “Las bombas serán destruidas,” El Diario, 30 May 2007.",
        "Bo Clerk, “Report on the Examplia Conference and Next Steps,” Gazette, 2 May 2007.",
        "Wellington Conference, 23–25 May 2007. Notes by Landmine Action.",
        "Examplia Conference on Bombs, 23–25 May 2007. Notes by Osterlich Action.",
        "Statement of Freedonia, Committee of the Whole, Capital Conference, 26 May 2008. Notes by Landmine Action.",
        "Statement of Sylvania, First Conference on Bombs, 22–23 February 2007, www.sylvania.example.",
        "Statement of Freedonia, Second Conference on Bombs, 22–23 February 2007, www.sylvania.example.",
        "Summary Record: 20 May 2008, Capital Conference, CCM/CW/SR/93, 18 June 2008.",
        "Compendium of Proposals, Addendum 2, Ministry of Works, February 2008, www.works.example.",
    ],
)
def test_another_document_is_told_apart(library, note):
    assert found(note) == ["new"]


def test_a_whole_report_imported_again_for_another_edition_proposes_nothing_new(library):
    """Each in a note of its own; none comes into the library a second time."""
    text = "; ".join(
        [
            "Examplia Conference, 23–25 May 2007. Notes by Landmine Action",
            "CMC, “Report on the Examplia Conference and Next Steps,” May 2007, www.cmc.example",
            "and Ann Writer, “Las bombas serán destruidas” (“The bombs will be destroyed”), El Diario, 29 May 2007.",
        ]
    )
    assert found(text) == ["doc-3", "doc-1", "doc-0"]
