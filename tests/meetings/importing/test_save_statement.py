"""From a file to a draft: who stands behind it, when, where; and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from countries.models import Country, CountryAssignment
from editorial.importing.problems import NotWritten, Problem, UnusableInput
from editorial.models import Source, Status, recording
from editorial.queries import text_problems
from meetings.importing.save_statement import PreparedStatement, destination, prepare_import, write_import
from meetings.models import Statement, StatementParty
from tests.documents import NON_PAPER, SLIDES_OF_PERU
from tests.factories.meetings import make_country, make_meeting, make_source
from tests.meetings.importing.samples import PAPER, SLIDES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five")]

FOUR = ["CHL", "HRV", "MEX", "PRT"]


def prepare(
    text: str = PAPER, *, parties_as_given: bool = False, left_out: Any = None, **to: Any
) -> PreparedStatement:
    return prepare_import(
        text.encode(),
        destination(**to),
        name="paper.md",
        parties_as_given=parties_as_given,
        left_out=left_out,
    )


def problems(prepared: PreparedStatement) -> dict[str, Problem]:
    return {problem.code: problem for problem in prepared.problems}


def roles(parties: Any) -> list[tuple[str, str]]:
    return [(country.key, str(role)) for country, role in parties]


class TestParties:
    def test_the_five_states_of_the_paper_are_proposed(self) -> None:
        prepared = prepare()
        assert roles(prepared.parties) == [("ESP", "lead"), *((iso3, "co-sponsor") for iso3 in FOUR)]
        report = prepared.report.as_text()
        assert "Parties           Spain (lead sponsor), Chile (co-sponsor), Croatia (co-sponsor)" in report

    def test_the_same_states_given_agree(self) -> None:
        prepared = prepare(states={"lead": ["esp"], "co-sponsor": ["Chile", "HRV", "MEX", "PRT"]})
        assert prepared.can_be_written
        assert not {code for code in problems(prepared) if code.startswith("party")}

    def test_a_state_of_the_text_that_is_not_given_is_named(self) -> None:
        prepared = prepare(states={"lead": ["ESP"], "co-sponsor": FOUR[:3]})
        assert not prepared.can_be_written
        found = problems(prepared)["party-not-given"]
        assert found.message == "The text names Portugal as co-sponsor; it is not given."

    def test_a_state_given_that_the_text_does_not_name_is_named(self) -> None:
        prepared = prepare(states={"lead": ["ESP"], "co-sponsor": [*FOUR, "XEX"]})
        assert problems(prepared)["party-not-in-text"].message == (
            "Examplia is given as co-sponsor; the text does not name it."
        )

    def test_another_role_is_named(self) -> None:
        prepared = prepare(states={"lead": ["CHL"], "co-sponsor": ["ESP", *FOUR[1:]]})
        messages = [p.message for p in prepared.problems if p.code == "party-role-differs"]
        assert messages[0] == "The text names Spain as lead sponsor; it is given as co-sponsor."
        assert len(messages) == 2

    def test_those_given_hold_on_request(self) -> None:
        prepared = prepare(states={"lead": ["ESP"]}, parties_as_given=True)
        assert prepared.can_be_written
        assert len([p for p in prepared.problems if p.code == "party-not-given"]) == 4
        assert roles(prepared.parties) == [("ESP", "lead")]

    def test_a_name_that_nobody_knows_stands_in_the_way(self) -> None:
        prepared = prepare(PAPER.replace("Portugal", "Narnia"))
        unknown = problems(prepared)["party-unknown"]
        assert "“Narnia”" in unknown.message
        assert unknown.place == "paper.md, line 4, parties"
        assert not prepared.can_be_written

    def test_slides_bear_the_name_of_their_state(self) -> None:
        prepared = prepare(SLIDES, kind="presentation")
        assert roles(prepared.parties) == [("XEX", "deliverer")]

    def test_under_a_former_name_as_well(self) -> None:
        prepared = prepare("# Statement of Sampleland\n\nWe float.\n")
        assert roles(prepared.parties) == [("XEX", "deliverer")]
        assert prepared.kind == "national"

    def test_where_nobody_is_named_that_is_said(self) -> None:
        assert "no-parties" in problems(prepare("# On boats\n\nWe float.\n"))


class TestChoice:
    """Somebody at the desk gives some states and chooses among those that the text names."""

    def test_those_of_the_text_come_beside_those_given_in_order_of_roles(self) -> None:
        prepared = prepare(states={"co-sponsor": ["PRT"], "endorser": ["XEX"]}, left_out=(), parties_as_given=True)
        assert roles(prepared.parties) == [
            ("ESP", "lead"),
            *((iso3, "co-sponsor") for iso3 in FOUR),
            ("XEX", "endorser"),
        ]

    def test_one_that_is_left_out_is_reported_and_does_not_block(self) -> None:
        prepared = prepare(states={"lead": ["ESP"]}, left_out=("MEX",))
        assert roles(prepared.parties) == [("ESP", "lead"), *((i, "co-sponsor") for i in FOUR if i != "MEX")]
        assert (
            problems(prepared)["party-not-given"].message
            == "The text names Mexico as co-sponsor; it is not given."
        )
        assert prepared.can_be_written

    def test_one_that_is_given_cannot_be_left_out(self) -> None:
        assert ("MEX", "co-sponsor") in roles(prepare(states={"co-sponsor": ["MEX"]}, left_out=("MEX",)).parties)

    def test_another_role_and_a_state_that_the_text_lacks_still_block(self) -> None:
        prepared = prepare(states={"lead": ["CHL", "XEX"]}, left_out=())
        assert {"party-role-differs", "party-not-in-text"} <= set(problems(prepared))
        assert not prepared.can_be_written
        assert ("CHL", "lead") in roles(prepared.parties)

    def test_where_all_are_left_out_that_is_said(self) -> None:
        prepared = prepare(left_out=("ESP", *FOUR))
        assert prepared.parties == ()
        assert problems(prepared)["no-parties"].message.startswith(
            "None of the states that the text names is taken"
        )


class TestDestination:
    @pytest.mark.parametrize(
        "listed", ["Chile, Croatia, Mexico and Portugal", "CHL, hrv,\nMEX, PRT", "Chile; HRV and Mexico, PRT"]
    )
    def test_a_list_is_taken_as_it_is_printed(self, listed: str) -> None:
        assert [country.key for country, _ in destination(states={"co-sponsor": [listed]}).parties] == FOUR

    def test_the_code_of_andorra_is_no_word_that_joins_names(self) -> None:
        make_country("AND", "Andorra")
        for listed, meant in (("Chile, AND, HRV", ["CHL", "AND", "HRV"]), ("Chile\nand\nHRV", ["CHL", "HRV"])):
            found = destination(states={"lead": [listed]}).parties
            assert [country.key for country, _ in found] == meant
        with pytest.raises(UnusableInput, match="There is no state “AND”"):
            destination(states={"lead": ["and"]})

    def test_in_a_list_everything_unknown_is_named_with_what_is_near(self) -> None:
        with pytest.raises(UnusableInput) as refusal:
            destination(states={"co-sponsor": ["Chile, Narnia, Croatai and Chile"]})
        narnia, croatia, chile = (str(problem) for problem in refusal.value.problems)
        assert "There is no state “Narnia”." in narnia
        assert "There is no state “Croatai”. Did you mean Croatia?" in croatia
        assert "Chile is given twice." in chile

    def test_everything_unknown_is_named_at_once(self) -> None:
        make_meeting("lima-2007")
        with pytest.raises(UnusableInput) as refusal:
            destination(
                meeting="lima-2008",
                kind="poem",
                date="soon",
                source="x",
                states={"lead": ["ESX"], "deliverer": ["PRT", "PRT"]},
            )
        found = {problem.field: str(problem) for problem in refusal.value.problems}
        assert set(found) == {"--meeting", "--kind", "--date", "--source", "--lead", "--deliverer"}
        assert "Did you mean lima-2007?" in found["--meeting"]
        assert "Did you mean MEX, ESP?" in found["--lead"]
        assert "Portugal is given twice" in found["--deliverer"]

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
        assert (prepared.can_be_written, prepared.title) == (True, "Words")

    def test_a_title_too_long_for_a_record(self) -> None:
        assert "long-title" in problems(prepare(f"# {'w' * 300}\n\nText.\n"))


@pytest.fixture
def written(person: Any) -> Statement:
    meeting = make_meeting("lusaka-2013", "2013-09-10", "2013-09-13")
    prepared = prepare(meeting=meeting.slug, date="after 31 July 2013", source=make_source("paper-2013").key)
    return write_import(prepared, by=person("ana"), reason="From the archive").statement


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
        assert write_import(prepare(SLIDES, kind="presentation"), by=bob).statement.kind == "presentation"

    def test_nothing_is_half_saved(self, person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        text = PAPER.replace(
            "Taken from the book *Boats 2012* and the *Pond Report 2013*.",
            "WILPF, “Paper from the Lima Conference, 23–25 May 2007,” May 2007, www.example.int.",
        )
        prepared = prepare(text)
        assert len(prepared.library.new) == 1
        with recording(by=None, reason="Meanwhile"):
            Source.objects.create(key=next(iter(prepared.library.new)), title="Another")
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
        assert f"[^1]: [@{done.created[0].key}]." in done.statement.text


@pytest.mark.parametrize("file", NON_PAPER.both())
def test_the_non_paper_of_2013_is_spains_and_four_co_sponsors(file: Path, person: Any) -> None:
    paper = write_import(prepare_import(file, destination(date="after 31 July 2013")), by=person("ana"))
    assert [party.country.key for party in paper.parties] == ["ESP", *FOUR]


@pytest.mark.parametrize("file", SLIDES_OF_PERU.both())
def test_the_slides_of_2024_are_perus(file: Path, person: Any, peru: Country) -> None:
    slides = write_import(prepare_import(file, destination(kind="presentation")), by=person("ana"))
    assert [(party.country, party.role) for party in slides.parties] == [(peru, "deliverer")]
