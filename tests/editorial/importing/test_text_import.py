"""From a file to a draft, whatever the draft is: what is allowed, what is refused, and what is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from countries.models import Country, CountryProfile, ProfileTheme
from editorial.importing.problems import NotWritten, Problem, Severity, blocking
from editorial.importing.readers.archive_page import read_archive_page
from editorial.importing.reading import TextFile
from editorial.importing.text_as_read import TextAsRead
from editorial.importing.text_import import Destination, in_the_way, prepare_import, refusals, write_import
from editorial.models import Source, Status, User, recording

pytestmark = pytest.mark.django_db

PAGE = b"Peru\n\nIt signed.[1]\n\n[1] CMC, \xe2\x80\x9cPaper on Many Things,\xe2\x80\x9d May 2007.\n"
TAKEN = Problem("taken", "Somebody was faster.", "Look.")


@dataclass(frozen=True)
class Edition(Destination[CountryProfile]):
    """The least that a destination has to say."""

    country: Country
    theme: ProfileTheme
    found: tuple[Problem, ...] = ()
    there: list[Problem] = field(default_factory=list)
    not_mine: str = ""
    edition: int = 2009

    def read(self, file: TextFile) -> TextAsRead:
        return read_archive_page(file)

    def facts(self, text: TextAsRead) -> list[tuple[str, str]]:
        return [("Title", text.title)]

    def problems(self, text: TextAsRead) -> Iterator[Problem]:
        yield from self.found

    def already_there(self, text: TextAsRead) -> Iterator[Problem]:
        yield from self.there

    def not_theirs(self, by: User) -> str:
        return self.not_mine

    def draft(self, text: TextAsRead, markdown: str) -> CountryProfile:
        return CountryProfile(country=self.country, theme=self.theme, edition=self.edition, text=markdown)


@pytest.fixture
def edition(peru: Country, ban_policy: ProfileTheme) -> Any:
    return lambda **more: Edition(peru, ban_policy, **more)


@pytest.fixture
def ana(person: Any) -> User:
    found: User = person("ana")
    return found


def codes(problems: Any) -> list[str]:
    return [problem.code for problem in problems]


def test_the_report_begins_with_what_the_destination_says(edition: Any) -> None:
    prepared = prepare_import(PAGE, edition(), name="peru.txt")
    assert prepared.report.facts == (("Title", "Peru"),)
    assert prepared.can_be_written
    assert prepared.text == "It signed.[^1]\n\n[^1]: [@cmc-2007-05]."


def test_draft_and_new_sources_are_one_change(edition: Any, ana: User) -> None:
    done = write_import(prepare_import(PAGE, edition(), name="peru.txt"), by=ana)
    assert done.record == CountryProfile.objects.get()
    assert [source.key for source in done.created] == ["cmc-2007-05"]
    versions = [done.record.history.get(), Source.history.get()]
    assert {(v.history_user, v.history_change_reason) for v in versions} == {(ana, "Imported from peru.txt")}
    assert len({version.change_id for version in versions}) == 1


def test_a_source_of_the_library_is_used_again(edition: Any, ana: User) -> None:
    write_import(prepare_import(PAGE, edition()), by=ana)
    prepared = prepare_import(PAGE, edition(edition=2010))
    assert (len(prepared.new_sources), list(prepared.known_sources)) == (0, ["cmc-2007-05"])
    done = write_import(prepared, by=ana)
    assert (done.created, [source.key for source in done.reused]) == ((), ["cmc-2007-05"])


def test_what_the_destination_finds_blocks_until_it_is_allowed(edition: Any, ana: User) -> None:
    odd = Problem("odd", "It is odd.", "Look.")
    prepared = prepare_import(PAGE, edition(found=(odd,)))
    with pytest.raises(NotWritten) as refusal:
        write_import(prepared, by=ana)
    assert codes(refusal.value.problems) == ["odd"]
    allowed = prepare_import(PAGE, edition(found=(odd,)), allowed={"odd"})
    assert [problem.severity for problem in allowed.problems] == [Severity.CHECK]
    assert write_import(allowed, by=ana).record.pk


def test_a_country_of_somebody_else_is_refused(edition: Any, ana: User) -> None:
    prepared = prepare_import(PAGE, edition(not_mine="Peru is not hers."), name="peru.txt")
    assert [str(problem) for problem in refusals(prepared, ana)] == [
        "peru.txt: Peru is not hers. Remedy: Ask an administrator to assign it, or a colleague to import the file."
    ]
    with pytest.raises(NotWritten):
        write_import(prepared, by=ana)


def test_what_came_meanwhile_is_seen_when_it_is_written(edition: Any, ana: User) -> None:
    to = edition()
    prepared = prepare_import(PAGE, to)
    to.there.append(TAKEN)
    with pytest.raises(NotWritten) as refusal:
        write_import(prepared, by=ana)
    assert codes(refusal.value.problems) == ["taken"]
    assert not Source.objects.exists()


def test_a_key_that_was_taken_meanwhile_leaves_nothing_half_written(edition: Any, ana: User) -> None:
    prepared = prepare_import(PAGE, edition())
    with recording(by=None, reason="Meanwhile"):
        Source.objects.create(key="cmc-2007-05", title="Another")
    with pytest.raises(NotWritten) as refusal:
        write_import(prepared, by=ana)
    assert codes(refusal.value.problems) == ["overtaken"]
    assert not CountryProfile.objects.exists()


def test_a_draft_that_cannot_be_saved_says_why(edition: Any, ana: User) -> None:
    with pytest.raises(NotWritten) as refusal:
        write_import(prepare_import(PAGE, edition(edition=1998)), by=ana)
    [problem] = refusal.value.problems
    assert problem.code == "not-valid"
    assert "1999" in problem.message
    assert not Source.objects.exists()


def test_what_stands_in_the_way_says_whether_its_import_can_be_undone(edition: Any, ana: User) -> None:
    record = CountryProfile(status=Status.IN_REVIEW)
    imported = in_the_way("x", "It exists (number 3, ", record, "abc", "Edit it.", "f.txt")
    assert str(imported) == (
        "f.txt: It exists (number 3, in review). Remedy: Edit it. An import that nobody has changed can be undone first."
    )
    assert in_the_way("x", "It exists (", record, "", "Edit it.", "f.txt").remedy == "Edit it."
    assert blocking([imported])
