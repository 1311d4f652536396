"""The register of documents: one row a document, what is wrong with a row named with its line."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest

from editorial.actions import register_file
from editorial.actions.bad_row import BadRow
from editorial.actions.register_file import WORDS, RegisterEntry, entries, register
from editorial.models import Source, recording
from editorial.rules.partial_date import PartialDate

COLUMNS = ("key", *WORDS, "authors", "document_date", "to_be_checked", "compared_on", "formerly")


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The entries of a register with these rows; every cell that is not given is empty."""

    def write(*rows: dict[str, str]) -> list[RegisterEntry | BadRow]:
        path = tmp_path / "sources.csv"
        with path.open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, COLUMNS)
            writer.writeheader()
            for row in rows:
                writer.writerow({"key": "a", "kind": "press", **row})
        monkeypatch.setattr(register_file, "PATH", path)
        return list(entries())

    return write


def test_a_document_with_its_facts(read) -> None:
    (entry,) = read(
        {
            "key": "laRepublica-2007",
            "title": " Conferencia en Lima ",
            "authors": "Ángel Páez; ;Ana Ruiz ",
            "document_date": "May 2007",
            "to_be_checked": "yes",
            "compared_on": "",
            "formerly": "old-key  older-key",
        }
    )
    assert entry.key == "laRepublica-2007"
    assert entry.formerly == ("old-key", "older-key")
    assert entry.values["title"] == "Conferencia en Lima"
    assert entry.values["authors"] == "Ángel Páez\nAna Ruiz"
    assert entry.values["document_date"] == PartialDate.parse("2007-05")
    assert (entry.values["to_be_checked"], entry.values["compared_on"]) == (True, None)


def test_one_that_somebody_has_compared(read) -> None:
    (entry,) = read({"compared_on": "2026-03-05", "compared_by": "Ana Ruiz"})
    assert (entry.values["to_be_checked"], entry.values["compared_on"]) == (False, datetime.date(2026, 3, 5))


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"kind": "poem"}, "sources.csv, line 2, kind: “poem” is not one of "),
        ({"to_be_checked": "no"}, "sources.csv, line 2, to_be_checked: “no”. Write yes, or leave it empty."),
        ({"document_date": "2007-13"}, "sources.csv, line 2, document_date: "),
    ],
)
def test_a_row_that_cannot_be_is_named_and_the_next_is_read_all_the_same(read, cells, words: str) -> None:
    bad, good = read(cells, {"key": "b"})
    assert isinstance(bad, BadRow)
    assert str(bad).startswith(words)
    assert good.key == "b"


def test_the_register_of_this_installation_has_no_bad_row_and_each_key_once() -> None:
    found = list(entries())
    assert [str(one) for one in found if isinstance(one, BadRow)] == []
    assert len(register()) == len(found)
    keys = [key for entry in register().values() for key in (entry.key, *entry.formerly)]
    assert len(keys) == len(set(keys)), "a key that leads on is no document's key"


@pytest.mark.django_db
def test_a_library_that_lacks_the_document_gets_it(read) -> None:
    (entry,) = read({"key": "a", "title": "Conferencia", "document_date": "2007-05-29", "to_be_checked": "yes"})
    with recording(by=None, reason="Test"):
        entry.create()
    source = Source.objects.get(key="a")
    assert (source.title, str(source.document_date), source.kind) == ("Conferencia", "29 May 2007", "press")
