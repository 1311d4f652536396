"""From a file to a draft: who stands behind it, when, where; and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from countries.models import Country, CountryAssignment
from editorial.importing.problems import NotWritten, UnusableInput
from editorial.importing.text_import import prepare_import, write_import
from editorial.models import Source, Status, recording
from editorial.queries import text_problems
from meetings.importing.statement import statement_meant
from meetings.models import Statement, StatementParty
from tests.documents import NON_PAPER, SLIDES_OF_PERU
from tests.factories.meetings import make_meeting, make_source
from tests.meetings.importing.prepared import FOUR, prepare, problems
from tests.meetings.importing.samples import PAPER, SLIDES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five")]


class TestDestination:
    def test_everything_unknown_is_named_at_once(self) -> None:
        make_meeting("lima-2007")
        with pytest.raises(UnusableInput) as refusal:
            statement_meant(
                meeting="lima-2008",
                kind="poem",
                date="soon",
                source="x",
                states={"lead": ["ESX"], "deliverer": ["PRT", "PRT"]},
            )
        found = {problem.field: str(problem) for problem in refusal.value.problems}
        assert set(found) == {"meeting", "kind", "date", "source", "lead", "deliverer"}
        assert "Did you mean lima-2007?" in found["meeting"]
        assert "Did you mean MEX, ESP?" in found["lead"]
        assert "Portugal is given twice" in found["deliverer"]

    def test_a_day_of_the_text_is_proposed_as_bound(self) -> None:
        assert problems(prepare())["no-date"].remedy == "Give a date, for example “after 31 July 2013”."
        prepared = prepare(date="after 31 July 2013")
        assert "no-date" not in problems(prepared)
        assert "Dates named       31 July 2013 (line " in prepared.report.as_text()

    def test_the_file_calls_itself_something_else(self) -> None:
        assert "calls itself a non-paper, not a letter" in problems(prepare(kind="letter"))["kind-differs"].message

    def test_slides_that_are_read_as_a_paper(self) -> None:
        assert "may-be-slides" in problems(prepare(SLIDES))
        assert "may-be-slides" not in problems(prepare(SLIDES, kind="presentation"))
        assert "may-be-slides" not in problems(prepare())

    def test_a_title_is_needed_and_may_be_given(self) -> None:
        text = "This is a sentence.\n\nThis is another.\n"
        assert not prepare(text).can_be_written
        prepared = prepare(text, title="Words")
        assert (prepared.can_be_written, prepared.to.title) == (True, "Words")

    def test_a_title_too_long_for_a_record(self) -> None:
        assert "long-title" in problems(prepare(f"# {'w' * 300}\n\nText.\n"))


@pytest.fixture
def written(person: Any) -> Statement:
    meeting = make_meeting("lusaka-2013", "2013-09-10", "2013-09-13")
    prepared = prepare(meeting=meeting.slug, date="after 31 July 2013", source=make_source("paper-2013").key)
    return write_import(prepared, by=person("ana"), reason="From the archive").record


class TestWrite:
    def test_the_draft_has_everything(self, written: Statement) -> None:
        statement = Statement.objects.get()
        assert (statement.status, statement.kind, statement.language) == (Status.DRAFT, "non-paper", "en")
        assert statement.title == "Paper boats: what floats and what sinks"
        assert (str(statement.date), str(statement.meeting), statement.source.key) == (
            "after 31 July 2013",
            "Lusaka 2013",
            "paper-2013",
        )
        assert text_problems(statement.text) == ()
        assert "Repeated on the pages: Non-paper, submitted by Spain" in statement.import_remarks
        assert (statement.imported_from, len(statement.imported_sha256)) == ("paper.md", 64)
        rows = statement.parties.order_by("order").values_list("order", "country__iso3", "role")
        assert list(rows) == [(1, "ESP", "lead"), *((n, iso3, "co-sponsor") for n, iso3 in enumerate(FOUR, 2))]

    def test_what_was_set_aside_of_slides_is_kept_for_the_record(self, person: Any) -> None:
        done = write_import(prepare(SLIDES, kind="presentation"), by=person("ana"))
        remarks = done.record.import_remarks.split("\n")
        assert remarks[:3] == [
            "Repeated on the pages: EXAMPLIA",
            "Repeated on the pages: Ministry of",
            "Repeated on the pages: Paper Boats",
        ]
        assert remarks[3:] == [
            "Slide 7 showed only pictures: Pictures of boats",
            "Slide 8 showed only pictures: Film of a boat",
        ]

    def test_it_is_one_change_by_one_person(self, written: Statement, person: Any) -> None:
        versions = [written.history.get(), *StatementParty.history.all()]
        assert len(versions) == 6
        assert {version.history_user for version in versions} == {person("ana")}
        assert {version.history_change_reason for version in versions} == {"From the archive"}
        assert len({version.change_id for version in versions}) == 1

    def test_the_same_file_again_is_refused(self, written: Statement, person: Any) -> None:
        again = prepare()
        assert f"number {written.pk}, draft" in problems(again)["imported-before"].message
        with pytest.raises(NotWritten):
            write_import(again, by=person("ana"))
        assert Statement.objects.count() == 1

    def test_a_button_that_is_pressed_twice_writes_once(self, person: Any) -> None:
        first, second = prepare(), prepare()
        write_import(first, by=person("ana"))
        with pytest.raises(NotWritten) as refusal:
            write_import(second, by=person("ana"))
        assert [problem.code for problem in refusal.value.problems] == ["imported-before"]
        assert Statement.objects.count() == 1

    def test_the_same_statement_from_another_file_is_refused(self, written: Statement) -> None:
        again = prepare(f"{PAPER}\n", meeting="lusaka-2013", date="after 31 July 2013")
        assert "statement-exists" in problems(again)

    def test_the_same_title_elsewhere_is_only_pointed_out(self, written: Statement) -> None:
        again = prepare(f"{PAPER}\n")
        assert again.can_be_written
        assert f"number {written.pk}, after 31 July 2013" in problems(again)["same-title"].message

    def test_a_researcher_kept_to_other_countries_may_not(self, person: Any, five: dict[str, Country]) -> None:
        bob = person("bob", "Researcher")
        with recording(by=None, reason="Assigned"):
            CountryAssignment.objects.create(country=five["XEX"], person=bob)
        with pytest.raises(NotWritten) as refusal:
            write_import(prepare(), by=bob)
        assert refusal.value.problems[0].code == "not-assigned"
        assert write_import(prepare(SLIDES, kind="presentation"), by=bob).record.kind == "presentation"

    def test_nothing_is_half_saved(self, person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        text = PAPER.replace(
            "Taken from the book *Boats 2012* and the *Pond Report 2013*.",
            "WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.",
        )
        prepared = prepare(text)
        assert len(prepared.new_sources) == 1
        with recording(by=None, reason="Meanwhile"):
            Source.objects.create(key=prepared.new_sources[0].key, title="Another")
        with pytest.raises(NotWritten) as refusal:
            write_import(prepared, by=person("ana"))
        assert [problem.code for problem in refusal.value.problems] == ["overtaken"]
        assert not Statement.objects.exists()

    def test_sources_of_its_notes_enter_the_library(self, person: Any) -> None:
        text = PAPER.replace(
            "Taken from the book *Boats 2012* and the *Pond Report 2013*.",
            "WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.",
        )
        done = write_import(prepare(text), by=person("ana"))
        assert [source.to_be_checked for source in done.created] == [True]
        assert f"[^1]: [@{done.created[0].key}]." in done.record.text


@pytest.mark.parametrize("file", NON_PAPER.both())
def test_the_non_paper_of_2013_is_spains_and_four_co_sponsors(file: Path, person: Any) -> None:
    paper = write_import(prepare_import(file, statement_meant(date="after 31 July 2013")), by=person("ana"))
    assert [party.country.key for party in paper.record.parties.order_by("order")] == ["ESP", *FOUR]


@pytest.mark.parametrize("file", SLIDES_OF_PERU.both())
def test_the_slides_of_2024_are_perus(file: Path, person: Any, peru: Country) -> None:
    slides = write_import(prepare_import(file, statement_meant(kind="presentation")), by=person("ana"))
    assert [(party.country, party.role) for party in slides.record.parties.all()] == [(peru, "deliverer")]
