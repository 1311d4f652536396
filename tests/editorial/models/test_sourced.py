"""A fact that names its document says where in it: the place belongs to the fact, the document to the library."""

from __future__ import annotations

from countries.models import Country
from editorial.models import Source


def test_the_citation_with_its_place() -> None:
    report = Source(key="LandmineMonitor-Peru-2009", kind="report", title="Landmine Monitor Report 2009")
    one, other = Country(source=report, source_locator="note 13"), Country(source=report, source_locator="p. 2")
    assert one.source_line == report.line("note 13")
    assert one.source_line.count("note 13") == 1
    assert other.source_line != one.source_line
    assert "Landmine Monitor Report 2009" in other.source_line


def test_without_a_place_it_is_the_document_alone() -> None:
    report = Source(key="x", title="Landmine Monitor Report 2009")
    assert Country(source=report).source_line == report.line("")


def test_without_a_source_nothing_is_said() -> None:
    assert Country(source_locator="note 13").source_line == ""
