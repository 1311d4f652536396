"""The source library over all reference and demo data: one record a document, each worth its name."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from django.utils import timezone

from editorial.actions.import_report import ImportReport
from editorial.actions.reference import load, loaders
from editorial.importing.source_register import entries, register
from editorial.models import CitationUse, Source, recording
from editorial.queries import alike_sources, public_sources_counted
from editorial.rules.same_document import plain_address, plain_words

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
# an address in place of a title; a place in the document glued to it ("Peru country report, note 13")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|int|info|gov|edu|[a-z]{2})(?:/\S*)?"
)
_LOCATOR = re.compile(
    r"(?:^|[,;:(]\s*)(?:notes?|pp?\.|paras?\.?|paragraphs?|footnotes?|fn\.?) ?\d+[\d, –-]*(?:and \d+)?\)?\s*$",
    re.IGNORECASE,
)
TABLES = [*ROOT.glob("*/reference/*.csv"), *ROOT.glob("*/demo/*.csv")]


@pytest.fixture
def library(reference, db) -> list[Source]:
    """Every source of a database with reference and demo content."""
    for name in ("sources", "themes", "statement-themes", "action-plans", *loaders(demo=True)):
        assert load(name).refused == []
    return list(Source.objects.in_library())


def test_the_library_holds_at_most_one_record_for_one_document(library):
    addresses = Counter(address for source in library if (address := plain_address(source.url)))
    assert [address for address, times in addresses.items() if times > 1] == []
    named = Counter(
        (plain_words(source.title), plain_words(source.publisher), str(source.document_date or source.event_date))
        for source in library
    )
    assert [name for name, times in named.items() if times > 1] == []
    assert alike_sources() == []


def test_every_source_has_a_title_a_publisher_and_a_kind(library):
    assert [source.key for source in library if not (source.title and source.publisher and source.kind)] == []
    assert [source.key for source in library if _ADDRESS.fullmatch(source.title.strip())] == []
    assert [source.key for source in library if _LOCATOR.search(source.title)] == []
    assert [source.key for source in library if source.as_printed] == []


def test_copies_are_named_as_what_they_are(library):
    hosts = ("docslib", "vdocument", "twicopy", "feedman", "pronk.se", "tolerance.ca", "documents.pub", "silkway")
    copies = [source for source in library if any(host in source.url for host in hosts)]
    assert len(copies) >= 14
    for source in copies:
        assert (source.kind, source.to_be_checked) == ("other", True)
        assert "copy" in source.publisher


def test_only_what_was_read_counts_as_compared(library):
    compared = {source.key for source in library if not source.to_be_checked}
    assert compared == {"LandmineMonitor-Peru-2009", "Peru-MFA-slides-2024", "Spain-nonpaper-1RC"}
    number = public_sources_counted(timezone.now())
    assert number.compared == 3
    assert 220 < number.total <= len(library)  # a document that nothing here cites is not public


def test_every_table_names_documents_of_the_register(library):
    """A free string would make a source with neither publisher nor a title of its own."""
    for path in TABLES:
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                for column in ("source", "document"):
                    if (cell := (row.get(column) or "").strip()) and path.parts[-3:-1] != ("meetings", "demo"):
                        assert re.search(r"(?:^|: )@", cell), f"{path.name}: {cell}"


def test_old_addresses_lead_to_the_document(library, client):
    for key, target in (
        ("UNTC-XXVI-2-d", "UNTC-XXVI-2"),
        ("landmine-monitor-2009-peru-country-report-a55502b2", "LandmineMonitor-Peru-2009"),
    ):
        answer = client.get(f"/sources/{key}/")
        assert (answer.status_code, answer["Location"]) == (301, f"/sources/{target}/")
        assert target in client.get(answer["Location"]).content.decode()


def test_every_former_key_leads_to_one_document():
    report = ImportReport()
    documents = {entry.key: entry for entry in entries(report)}
    assert report.refused == []
    former = [key for entry in documents.values() for key in entry.formerly]
    assert len(former) == len(set(former)) >= 257
    assert not set(former) & set(documents)
    assert len(documents["LandmineMonitor-Peru-2009"].formerly) >= 16  # and its own: the 17 of old


def test_a_library_loaded_before_is_brought_to_the_register(db, peru):
    """Each old key was a source of its own; a note cited some of them."""
    documents = register()
    former = [key for entry in documents.values() for key in entry.formerly]
    with recording(by=None, reason="Reference data"):
        for key in former:
            Source.objects.create(key=key, title=key, as_printed=key, to_be_checked=True)
        peru.note = " ".join(f"[@{key}, p. 5]" for key in former)
        peru.save()
    assert CitationUse.objects.count() == len(former)
    assert load("sources").refused == []
    assert Source.objects.in_library().count() == len(documents)
    assert not CitationUse.objects.exclude(source__merged_into=None).exists()
    assert CitationUse.objects.filter(source__key="LandmineMonitor-Peru-2009", locator="p. 5").count() >= 16
    report = load("sources")
    assert (report.created, report.changed, report.unchanged) == (0, 0, len(documents))
