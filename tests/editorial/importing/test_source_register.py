"""The register of documents enters a library that knew the same documents under other keys."""

import datetime

import pytest

from countries.models import Country
from editorial.actions.import_report import ImportReport
from editorial.actions.reference import load as load_loader
from editorial.importing import source_register
from editorial.importing.source_cell import of_words
from editorial.importing.source_register import REGISTER, RegisterEntry, enter
from editorial.models import CitationUse, Source, recording
from tests.factories.profiles import make_country

pytestmark = pytest.mark.django_db

FACTS = {
    "kind": "ngo_report",
    "title": "Peru (country report, 2009)",
    "publisher": "Landmine Monitor",
    "url": "",
    "to_be_checked": True,
}
WORDS = ("Landmine Monitor 2009, Peru country report", "Landmine Monitor 2009, Peru country report, note 13")


def load(*entries: RegisterEntry) -> ImportReport:
    report = ImportReport("sources")
    with recording(by=None, reason="Reference data: sources"):
        enter(entries, report)
    return report


@pytest.fixture
def older() -> list[Source]:
    with recording(by=None, reason="Reference data"):
        return [of_words(words) for words in WORDS]


@pytest.fixture
def entry(older: list[Source]) -> RegisterEntry:
    return RegisterEntry("LandmineMonitor-Peru-2009", dict(FACTS), tuple(source.key for source in older))


def test_older_entries_of_one_document_become_one_and_everything_follows(older, entry):
    with recording(by=None, reason="Reference data"):
        peru: Country = make_country(1)
        peru.source, peru.note = older[1], f"Also [@{older[0].key}, note 2]."
        peru.save()
    load(entry)
    one = Source.objects.in_library().get()
    peru.refresh_from_db()
    assert (one.key, peru.source) == ("LandmineMonitor-Peru-2009", one)
    use = CitationUse.objects.get()
    assert (use.source, use.locator) == (one, "note 2")


def test_a_second_load_changes_nothing(entry):
    load(entry)
    report = load(entry)
    assert (report.created, report.changed, report.unchanged, report.kept) == (0, 0, 1, [])


def test_a_key_that_this_library_never_had_leads_to_the_document_all_the_same(client):
    load(RegisterEntry("UNTC-XXVI-2", dict(FACTS), ("UNTC-XXVI-2-d",)))
    answer = client.get("/sources/UNTC-XXVI-2-d/")
    assert (answer.status_code, answer["Location"]) == (301, "/sources/UNTC-XXVI-2/")
    assert Source.objects.in_library().count() == 1


def test_what_a_person_put_right_in_an_older_entry_comes_along(older, entry, person):
    with recording(by=person("ana"), reason="Read the report"):
        older[0].publisher = "Human Rights Watch and Landmine Action"
        older[0].compare(by="Ana Ruiz", on=datetime.date(2026, 3, 5))
        older[0].save()
    load(entry)
    one = Source.objects.in_library().get()
    assert (one.publisher, one.to_be_checked, one.compared_by) == (
        "Human Rights Watch and Landmine Action",
        False,
        "Ana Ruiz",
    )
    assert one.title == FACTS["title"]
    report = load(entry)
    one.refresh_from_db()
    assert report.kept == ["source LandmineMonitor-Peru-2009"]
    assert one.publisher == "Human Rights Watch and Landmine Action"


def test_a_persons_edit_of_the_document_itself_is_kept(entry, person):
    load(entry)
    with recording(by=person("ana"), reason="As the page prints it"):
        one = Source.objects.in_library().get()
        one.title = "Peru"
        one.save()
    assert load(entry).kept == ["source LandmineMonitor-Peru-2009"]
    one.refresh_from_db()
    assert one.title == "Peru"


def test_what_demo_accounts_entered_from_a_file_is_nobodys_edit(person):
    with recording(by=person("researcher"), reason="Entered from the documents"):
        Source.objects.create(key="LandmineMonitor-Peru-2009", title="Peru")
    load(RegisterEntry("LandmineMonitor-Peru-2009", dict(FACTS)))
    assert Source.objects.get().title == FACTS["title"]


def test_an_entry_that_a_person_merged_elsewhere_stays_there(older, entry, person):
    with recording(by=person("ana"), reason="The same document"):
        mine = Source.objects.create(key="mine", title="The report on Peru")
        older[0].merged_into = mine
        older[0].save()
    load(entry)
    older[0].refresh_from_db()
    assert older[0].merged_into == mine


def test_a_bad_row_is_refused_by_its_line_and_the_others_enter(tmp_path, monkeypatch):
    assert REGISTER.file is not None
    head = REGISTER.file.read_text(encoding="utf-8").splitlines()[0]
    names = head.split(",")
    rows = [
        ",".join(
            {"key": key, "kind": kind, "title": "A book", "to_be_checked": "yes"}.get(name, "") for name in names
        )
        for key, kind in (("one", "scroll"), ("two", "press"))
    ]
    file = tmp_path / "sources.csv"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    monkeypatch.setattr(source_register, "REGISTER", REGISTER.at(tmp_path))
    report = load_loader("sources")
    assert [str(one).partition(" Write")[0] for one in report.refused] == ["sources.csv, line 2, kind: “scroll”."]
    assert (report.created, report.refused_rows) == (1, 1)
    assert list(Source.objects.values_list("key", flat=True)) == ["two"]
    assert load_loader("sources").unchanged == 1
