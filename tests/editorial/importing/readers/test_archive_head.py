"""Above a page of the archive: address, menu, path and title, each told from the text."""

import pytest

from editorial.importing.readers.archive_head import bare, read_head
from editorial.importing.readers.page import ArchivePage
from editorial.importing.reading import read_text
from editorial.importing.text_as_read import Surroundings


def head(text: str) -> tuple[Surroundings, list[str], ArchivePage]:
    page = ArchivePage(read_text(text.encode()))
    around, rest = read_head(page, [(n, line.strip()) for n, line in enumerate(page.file.lines, 1)])
    return around, [line for _, line in rest if line], page


def test_address_remark_and_year() -> None:
    around, rest, _ = head("URL: http://a.example/x?pqs_year=2009&y=1 (saved by hand)\nExamplia\n\nIt signed.")
    assert (around.address, around.remark) == ("http://a.example/x?pqs_year=2009&y=1", "(saved by hand)")
    assert (around.title, around.edition_year, rest) == ("Examplia", 2009, ["It signed."])


def test_the_menu_goes_and_the_path_is_kept() -> None:
    around, rest, page = head("About Us\n>\nLandmine Monitor\nCountry Reports\nExamplia\n\nExamplia\n\nIt signed.")
    assert around.breadcrumb == ("Landmine Monitor", "Country Reports", "Examplia")
    assert [line.text for line in page.stripped] == ["About Us", ">"]
    assert (around.title, around.edition, rest) == ("Examplia", "Landmine Monitor", ["It signed."])


def test_behind_the_sign_the_path_begins_whatever_it_names() -> None:
    around, _, page = head("About Us\n>\nOur Archive\nCountry Reports\nExamplia\n\nIt signed.")
    assert around.breadcrumb == ("Our Archive", "Country Reports")
    assert page.problems == []


def test_a_title_that_names_the_edition() -> None:
    around, rest, _ = head("Country Reports\nExamplia, Cluster Munition Monitor 2010\nIt signed.")
    assert (around.title, around.edition, around.edition_year) == (
        "Examplia",
        "Cluster Munition Monitor 2010",
        2010,
    )
    assert rest == ["It signed."]


@pytest.mark.parametrize("first", ["It signed in Oslo.", "w" * 121, "[1] A note"])
def test_what_is_no_title(first: str) -> None:
    around, rest, page = head(f"{first}\n\nMore.")
    assert around.title == ""
    assert rest[0] == first
    assert [problem.code for problem in page.problems] == ["no-title"]


def test_a_title_stands_apart_where_no_path_is_above_it() -> None:
    assert head("Examplia\nsigned in Oslo\n")[0].title == ""
    assert head("Country Reports\nExamplia\nsigned in Oslo\n")[0].title == "Examplia"


def test_marks_at_the_end_of_a_line() -> None:
    assert bare("Policy[1][12]") == "Policy"
    assert bare("In [2006] it") == "In [2006] it"
