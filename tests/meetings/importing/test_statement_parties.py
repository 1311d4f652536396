"""Who stands behind a statement: states that are given, states that the text names, and where they differ."""

from __future__ import annotations

import pytest

from editorial.importing.problems import UnusableInput
from meetings.importing.statement import statement_meant
from tests.factories.meetings import make_country
from tests.meetings.importing.prepared import FOUR, prepare, problems, roles
from tests.meetings.importing.samples import PAPER, SLIDES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five")]


class TestParties:
    def test_the_five_states_of_the_paper_are_proposed(self) -> None:
        prepared = prepare()
        assert roles(prepared.to.parties) == [("ESP", "lead"), *((iso3, "co-sponsor") for iso3 in FOUR)]
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
        assert roles(prepared.to.parties) == [("ESP", "lead")]

    def test_a_name_that_nobody_knows_stands_in_the_way(self) -> None:
        prepared = prepare(PAPER.replace("Portugal", "Narnia"))
        unknown = problems(prepared)["party-unknown"]
        assert "“Narnia”" in unknown.message
        assert unknown.place == "paper.md, line 4, parties"
        assert not prepared.can_be_written

    def test_slides_bear_the_name_of_their_state(self) -> None:
        prepared = prepare(SLIDES, kind="presentation")
        assert roles(prepared.to.parties) == [("XEX", "deliverer")]

    def test_under_a_former_name_as_well(self) -> None:
        prepared = prepare("# Statement of Sampleland\n\nWe float.\n")
        assert roles(prepared.to.parties) == [("XEX", "deliverer")]
        assert prepared.to.kind == "national"

    def test_where_nobody_is_named_that_is_said(self) -> None:
        assert "no-parties" in problems(prepare("# On boats\n\nWe float.\n"))


class TestChoice:
    """Somebody at the desk gives some states and chooses among those that the text names."""

    def test_those_of_the_text_come_beside_those_given_in_order_of_roles(self) -> None:
        prepared = prepare(states={"co-sponsor": ["PRT"], "endorser": ["XEX"]}, left_out=(), parties_as_given=True)
        assert roles(prepared.to.parties) == [
            ("ESP", "lead"),
            *((iso3, "co-sponsor") for iso3 in FOUR),
            ("XEX", "endorser"),
        ]

    def test_one_that_is_left_out_is_reported_and_does_not_block(self) -> None:
        prepared = prepare(states={"lead": ["ESP"]}, left_out=("MEX",))
        assert roles(prepared.to.parties) == [("ESP", "lead"), *((i, "co-sponsor") for i in FOUR if i != "MEX")]
        assert (
            problems(prepared)["party-not-given"].message
            == "The text names Mexico as co-sponsor; it is not given."
        )
        assert prepared.can_be_written

    def test_one_that_is_given_cannot_be_left_out(self) -> None:
        assert ("MEX", "co-sponsor") in roles(
            prepare(states={"co-sponsor": ["MEX"]}, left_out=("MEX",)).to.parties
        )

    def test_another_role_and_a_state_that_the_text_lacks_still_block(self) -> None:
        prepared = prepare(states={"lead": ["CHL", "XEX"]}, left_out=())
        assert {"party-role-differs", "party-not-in-text"} <= set(problems(prepared))
        assert not prepared.can_be_written
        assert ("CHL", "lead") in roles(prepared.to.parties)

    def test_where_all_are_left_out_that_is_said(self) -> None:
        prepared = prepare(left_out=("ESP", *FOUR))
        assert prepared.to.parties == ()
        assert problems(prepared)["no-parties"].message.startswith(
            "None of the states that the text names is taken"
        )


class TestGiven:
    @pytest.mark.parametrize(
        "listed", ["Chile, Croatia, Mexico and Portugal", "CHL, hrv,\nMEX, PRT", "Chile; HRV and Mexico, PRT"]
    )
    def test_a_list_is_taken_as_it_is_printed(self, listed: str) -> None:
        assert [country.key for country, _ in statement_meant(states={"co-sponsor": [listed]}).given] == FOUR

    def test_the_code_of_andorra_is_no_word_that_joins_names(self) -> None:
        make_country("AND", "Andorra")
        for listed, meant in (("Chile, AND, HRV", ["CHL", "AND", "HRV"]), ("Chile\nand\nHRV", ["CHL", "HRV"])):
            found = statement_meant(states={"lead": [listed]}).given
            assert [country.key for country, _ in found] == meant
        with pytest.raises(UnusableInput, match="There is no state “AND”"):
            statement_meant(states={"lead": ["and"]})

    def test_in_a_list_everything_unknown_is_named_with_what_is_near(self) -> None:
        with pytest.raises(UnusableInput) as refusal:
            statement_meant(states={"co-sponsor": ["Chile, Narnia, Croatai and Chile"]})
        narnia, croatia, chile = (str(problem) for problem in refusal.value.problems)
        assert "There is no state “Narnia”." in narnia
        assert "There is no state “Croatai”. Did you mean Croatia?" in croatia
        assert "Chile is given twice." in chile
