"""One reader for the source cells of every table: keys with places, free words, columns of their own."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.actions.bad_row import BadRow
from editorial.importing.source_cell import documents_of, source_of_cell, sourced, sourced_with_note
from editorial.models import Source, recording

pytestmark = pytest.mark.django_db

PERU = "LandmineMonitor-Peru-2009"
PROFILE = "http://www.the-monitor.org/en-gb/reports/2021/peru/cluster-munition-ban-policy.aspx"


@pytest.fixture(autouse=True)
def _being_recorded():
    with recording(by=None, reason="Reference data"):
        yield


def test_a_key_with_a_place_names_the_document_of_the_register():
    [document] = documents_of({"source": f"@{PERU}, note 13 (a statement of 5 November 2008)"})
    assert (document.source.key, document.locator) == (PERU, "note 13")
    assert document.place == "note 13 (a statement of 5 November 2008)"
    assert document.citation() == f"[@{PERU}, note 13]"
    assert "note" not in document.source.line()


def test_several_documents_keep_what_each_is_cited_for():
    cell = "@Monitor-Norway-2022 (3 million, rounded); completion day: @Monitor-Norway-2012 (16 July 2010)"
    first, second = documents_of({"source": cell})
    assert (first.label, first.remark, second.label) == ("", "3 million, rounded", "completion day")
    assert second.citation() == "[@Monitor-Norway-2012, completion day]"


def test_seventeen_places_in_the_report_on_peru_are_one_source():
    for place in ("", ", note 1", ", note 7", ", note 13", ", notes 8 and 10"):
        sourced({"source": f"@{PERU}{place}"})
    assert Source.objects.count() == 1


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (
            "@LandmineMonitor-Peru-2008, note 1",
            "“LandmineMonitor-Peru-2008”. No document of the library has this key",
        ),
        ("@Monitor Peru", "Write it as @key, note 13"),
        ("", "source: empty"),
    ],
)
def test_a_cell_that_names_no_document_is_refused(cell, why):
    with pytest.raises(BadRow, match=why):
        sourced({"source": cell})
    assert not Source.objects.exists()


def test_a_record_that_keeps_one_document_refuses_a_second_unseen():
    with pytest.raises(BadRow, match="leave out ICBL-newsletter"):
        sourced({"source": f"@{PERU}; @ICBL-newsletter"})


def test_a_record_with_a_note_cites_the_others_there():
    values = sourced_with_note({"source": f"@{PERU}, note 7; dates: @Dublin-site-Oslo (seen in May)"})
    assert (values["source"].key, values["source_locator"]) == (PERU, "note 7")
    assert values["note"] == "Dates: [@Dublin-site-Oslo]. Seen in May."


def test_free_words_are_one_source_as_before():
    cell = "Ministry of Defence, note verbale; copy with the Monitor"
    one, again = source_of_cell(cell), source_of_cell(cell)
    assert one == again
    assert (one.title, one.as_printed, one.to_be_checked) == (cell, cell, True)


def test_free_words_with_an_address_that_the_library_has_are_its_source():
    source = source_of_cell("@Monitor-Peru-2021")
    assert source_of_cell(f"Monitor, Peru: {PROFILE.replace('http://www.', 'https://')}") == source
    values = sourced({"source": f"Monitor: {PROFILE} (rounded)"})
    assert (values["source"], values["source_locator"]) == (source, "rounded")
    assert Source.objects.count() == 1


def test_no_source_is_titled_by_its_address():
    assert source_of_cell("https://clusterconvention.org/a/b").title == "Page of clusterconvention.org"


COLUMNS = {
    "source_title": "Peru: Cluster Munition Ban Policy",
    "source_publisher": "ICBL-CMC, Landmine and Cluster Munition Monitor",
    "source_url": PROFILE,
    "source_date": "2021 (updated 2021-08-12)",
    "source_locator": "Stockpiling",
}


def test_columns_of_their_own_find_the_document_by_its_address():
    source = source_of_cell("@Monitor-Peru-2021")
    values = sourced(COLUMNS | {"source_url": PROFILE.replace("http://www.", "https://") + "#stocks"})
    assert (values["source"], values["source_locator"]) == (source, "Stockpiling")


def test_columns_of_their_own_make_a_new_document_once():
    row = COLUMNS | {
        "source_url": "https://monitor.example/chile",
        "source_title": "Chile: Cluster Munition Ban Policy",
    }
    one = sourced(row)["source"]
    assert sourced(row | {"source_url": "http://www.monitor.example/chile/"})["source"] == one
    assert (one.title, str(one.document_date), one.to_be_checked) == (
        "Chile: Cluster Munition Ban Policy",
        "12 August 2021",
        True,
    )
    assert (one.publisher, one.as_printed) == (COLUMNS["source_publisher"], "")


def test_the_year_of_an_edition_is_no_date_and_stands_in_the_title():
    row = COLUMNS | {"source_url": "", "source_date": "2022", "source_title": "Chile: Mine Ban Policy"}
    one = sourced(row)["source"]
    assert (one.title, one.document_date) == ("Chile: Mine Ban Policy (2022)", None)
    assert sourced(row)["source"] == one


def test_columns_of_other_names_are_none_of_the_source():
    row = {
        "source_title": "Paper",
        "source_publisher": "CMC",
        "source_date": "2016-07-01",
        "source_locator": "p. 5",
    }
    values = sourced(row | {"publisher": "not this one"})
    assert (values["source"].publisher, values["source"].document_date.iso) == ("CMC", "2016-07-01")
    assert values["source_locator"] == "p. 5"


def test_a_cell_with_a_column_for_the_place_beside_it():
    assert sourced({"source": f"@{PERU}", "source_locator": "note 2"})["source_locator"] == "note 2"


def test_a_known_key_takes_one_query():
    documents_of({"source": f"@{PERU}"})
    with CaptureQueriesContext(connection) as queries:
        documents_of({"source": f"@{PERU}, note 2"})
    assert len(queries) == 1
