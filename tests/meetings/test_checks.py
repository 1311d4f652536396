"""What the checks find across meetings and statements, on the cases that the record really holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from countries.models import Country, CountryProfile
from editorial.actions.publishing import withdraw
from editorial.checks import FactCheck, checks
from editorial.models import User, recording
from meetings.checks import (
    check_attendance,
    check_positions,
    check_statement_dates,
    check_states_behind_statements,
    check_states_named_in_texts,
    check_vote_totals,
)
from meetings.models import Attendance, MeetingCount, MeetingSpan, Statement
from tests.factories.meetings import (
    make_country,
    make_meeting,
    make_position,
    make_source,
    make_statement,
    make_theme,
    publish_statement,
)
from tests.factories.votes import make_vote, say, total

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)
SPOKEN_FOR = dict(
    pair.split(" ", 1)
    for pair in [
        "AUT Austria",
        "BEL Belgium",
        "BEN Benin",
        "BIH Bosnia and Herzegovina",
        "CHL Chile",
        "HRV Croatia",
        "ECU Ecuador",
        "SLV El Salvador",
        "GTM Guatemala",
        "VAT Holy See",
        "HND Honduras",
        "IDN Indonesia",
        "IRL Ireland",
        "LBN Lebanon",
        "MEX Mexico",
        "NZL New Zealand",
        "NIC Nicaragua",
        "NOR Norway",
        "PER Peru",
        "PHL Philippines",
        "SEN Senegal",
        "ZAF South Africa",
        "UGA Uganda",
        "URY Uruguay",
        "VEN Venezuela",
    ]
)


def messages(check: FactCheck) -> list[str]:
    return [f"{finding.record}: {finding.message}" for finding in check(TODAY)]


def joint_statement(leave_out: str = "", **fields: object) -> Statement:
    """The CCW joint statement of 5 November 2008: Costa Rica for 25 states."""
    parties = [(make_country("CRI", "Costa Rica"), "deliverer")]
    parties += [
        (make_country(iso3, name), "on-behalf-of") for iso3, name in SPOKEN_FOR.items() if iso3 != leave_out
    ]
    return make_statement("Joint statement at the CCW", parties, date="2008-11-05", **fields)


class TestStatesBehindAStatement:
    def test_costa_rica_and_25_are_the_26_of_the_text(self) -> None:
        joint_statement(
            states_claimed=26, claimed_in_words="one of 26 states", lead="Read on behalf of 25 states."
        )
        assert messages(check_states_behind_statements) == []

    def test_with_one_name_lost_every_number_disagrees(self) -> None:
        joint_statement("VEN", states_claimed=26, claimed_in_words="one of 26 states", lead="Read for all.")
        assert messages(check_states_behind_statements) == [
            "Joint statement at the CCW: The source counts 26 states; recorded are "
            "24 named + 1 that delivered or led it = 25.",
            "Joint statement at the CCW: The text says “26 states”; recorded are "
            "24 named + 1 that delivered or led it = 25.",
        ]

    def test_spoken_for_leaves_the_speaker_out(self) -> None:
        joint_statement("VEN", lead="Costa Rica spoke on behalf of 25 states against the draft.")
        [found] = messages(check_states_behind_statements)
        assert "“25 states” and the one spoken of make 26; recorded are 24 named" in found

    def test_peru_and_45_others_are_the_46_of_oslo(self, peru: Country) -> None:
        oslo = make_statement(
            "Oslo Declaration",
            [(peru, "endorser")],
            states_claimed=46,
            states_unnamed=45,
            claimed_in_words="Peru joined 45 other countries",
        )
        assert messages(check_states_behind_statements) == []
        oslo.states_unnamed = 44
        with recording(by=None, reason="One less"):
            oslo.save()
        assert messages(check_states_behind_statements) == [
            "Oslo Declaration: The source counts 46 states; recorded are 1 named + 44 not named by the source = 45.",
            "Oslo Declaration: The text says “45 other countries” and the one spoken of make 46; recorded are "
            "1 named + 44 not named by the source = 45.",
        ]

    def test_words_and_number_of_the_same_source_disagree(self, peru: Country) -> None:
        fields = {"states_claimed": 25, "states_unnamed": 24, "claimed_in_words": "one of 26 states"}
        make_statement("Declaration", [(peru, "endorser")], **fields)
        assert "The text says “26 states”; recorded are 1 named" in messages(check_states_behind_statements)[0]

    def test_four_co_sponsors_are_beside_the_lead(self) -> None:
        parties = [(make_country("ESP", "Spain"), "lead")]
        parties += [(make_country(iso3, SPOKEN_FOR[iso3]), "co-sponsor") for iso3 in ("CHL", "HRV", "MEX", "PER")]
        make_statement("Paper of Spain with four co-sponsors", parties)
        assert messages(check_states_behind_statements) == []
        make_statement("Paper of Spain with three co-sponsors", parties)
        assert len(messages(check_states_behind_statements)) == 1

    def test_the_states_that_a_text_counts_otherwise_are_left_alone(self, peru: Country) -> None:
        make_statement("Statement", [(peru, "deliverer")], text="By then 112 states had signed or acceded.")
        assert messages(check_states_behind_statements) == []


NOTE = "Statement delivered by Costa Rica on behalf of {}, Fifth 2008 Session of the experts, Geneva."


@pytest.fixture
def profile(draft: CountryProfile) -> Callable[[str, str], None]:
    def write(text: str, note: str) -> None:
        draft.text = f"{text}\n\n[^1]: {note}"
        with recording(by=None, reason="Written"):
            draft.save()

    for iso3, name in {"CRI": "Costa Rica", **SPOKEN_FOR}.items():
        make_country(iso3, name)
    return write


class TestStatesNamedInTexts:
    def test_26_states_against_the_25_that_the_note_names(self, profile: Callable[[str, str], None]) -> None:
        text = "In Lima 67 states met. Peru was one of 26 states behind a joint statement.[^1] Then it signed."
        names = list(SPOKEN_FOR.values())
        profile(text, NOTE.format(f"{', '.join(names[:-1])}, and {names[-1]}"))
        assert messages(check_states_named_in_texts) == []
        profile(text, NOTE.format(f"{', '.join(names[:-2])}, and {names[-1]}"))
        assert messages(check_states_named_in_texts) == [
            "Peru: Cluster Munition Ban Policy 2009: text, note 1: The text says “26 states”; recorded are "
            "24 named + 1 that delivered or led it = 25."
        ]

    def test_26_states_against_the_statement_that_the_note_cites(
        self, profile: Callable[[str, str], None]
    ) -> None:
        statement = joint_statement(source=make_source("costaRica-2008"))
        profile("Peru was one of 26 states behind it.[^1]", "[@costaRica-2008].")
        assert messages(check_states_named_in_texts) == []
        with recording(by=None, reason="Taken for an error"):
            statement.parties.get(country__iso3="VEN").delete()
        assert len(messages(check_states_named_in_texts)) == 1

    @pytest.mark.parametrize("names", ["25 other states", "Austria, Belgium, and 23 others"])
    def test_a_note_that_counts_without_naming_all_is_no_list(
        self, names: str, profile: Callable[[str, str], None]
    ) -> None:
        profile("Peru was one of 26 states there.[^1]", NOTE.format(names))
        assert messages(check_states_named_in_texts) == []

    def test_a_note_about_something_else_is_not_compared(self, profile: Callable[[str, str], None]) -> None:
        profile("Peru was one of 26 states there.[^1]", "Peru and Chile said so, see [@notes-2008].")
        make_source()
        assert messages(check_states_named_in_texts) == []


class TestPositions:
    def test_a_state_that_is_no_party_is_named(self, peru: Country) -> None:
        chile, retention = make_country("CHL", "Chile"), make_theme("retention")
        statement = make_statement("Statement of Peru", [(peru, "deliverer")])
        make_position(statement, peru, retention)
        assert messages(check_positions) == []
        make_position(statement, chile, retention)
        assert messages(check_positions) == [
            "Statement of Peru: Chile takes a position on retention but is no party to the statement."
        ]


class TestAttendance:
    @pytest.fixture
    def lima(self, peru: Country) -> Callable[..., None]:
        meeting = make_meeting("lima-2007", "2007-05-23", "2007-05-25")

        def count(number: int, counted: str = "attending", **fields: object) -> None:
            with recording(by=None, reason="Counted"):
                MeetingCount.objects.create(
                    meeting=meeting, counted=counted, number=number, source=make_source(), **fields
                )

        with recording(by=None, reason="Named"):
            for iso3, name in {"PER": "Peru", "CHL": "Chile", "MEX": "Mexico"}.items():
                Attendance.objects.create(meeting=meeting, country=make_country(iso3, name))
            Attendance.objects.create(meeting=meeting, country=peru, capacity="host")
        return count

    def test_a_list_may_be_shorter_than_the_count_of_67(self, lima: Callable[..., None]) -> None:
        lima(67)
        lima(27, "first-time")
        assert messages(check_attendance) == []

    def test_a_list_that_is_longer_than_the_count_is_not_possible(self, lima: Callable[..., None]) -> None:
        lima(2)
        assert messages(check_attendance) == [
            "Lima 2007: 3 states are named as present, a source counts 2 states attending."
        ]

    def test_where_sources_disagree_the_preferred_count_is_asked(self, lima: Callable[..., None]) -> None:
        lima(2, rank="preferred", rank_reason="The host's own list")
        lima(67)
        assert len(messages(check_attendance)) == 1

    def test_no_more_newcomers_than_states(self, lima: Callable[..., None]) -> None:
        lima(67)
        lima(76, "first-time")
        assert messages(check_attendance) == [
            "Lima 2007: 76 states attending for the first time are more than the 67 states attending."
        ]


class TestDatesOfStatements:
    @pytest.mark.parametrize(
        ("when", "kind", "fits"),
        [
            ("2013-09-11", "national", True),
            ("2013-09", "national", True),
            ("2013", "national", True),
            ("after 31 July 2013", "non-paper", True),
            ("2013-08-20", "non-paper", True),
            ("about 2014", "national", True),
            ("2013-09-09", "national", False),
            ("2013-09-14", "national", False),
            ("2014", "non-paper", False),
            ("after 13 September 2013", "non-paper", False),
            ("before 10 September 2013", "national", False),
            ("before 12 September 2013", "national", True),
        ],
    )
    def test_against_lusaka(self, when: str, kind: str, fits: bool, peru: Country) -> None:
        lusaka = make_meeting("lusaka-2013", "2013-09-10", "2013-09-13")
        make_statement("Words", [(peru, "deliverer")], meeting=lusaka, date=when, kind=kind)
        assert (messages(check_statement_dates) == []) is fits

    def test_the_finding_names_both_days(self, peru: Country) -> None:
        lima = make_meeting("lima-2007", "2007-05-23", "2007-05-25")
        make_statement("Words", [(peru, "deliverer")], meeting=lima, date="2008-05-23")
        [found] = messages(check_statement_dates)
        assert found.startswith("Words: It is dated 23 May 2008; Lima 2007 was held ")
        assert found.endswith("2007.")

    def test_a_session_without_days_has_those_of_its_conference(self, peru: Country) -> None:
        dublin = make_meeting("dublin-2008", "2008-05-19", "2008-05-30")
        session = make_meeting("dublin-cow-8", "", kind="session", parent=dublin)
        make_statement("Words", [(peru, "deliverer")], meeting=session, date="2008-05-23")
        assert messages(check_statement_dates) == []
        make_statement("Later words", [(peru, "deliverer")], meeting=session, date="2008-06-23")
        assert len(messages(check_statement_dates)) == 1

    def test_a_conference_in_two_parts_was_not_held_between_them(self, peru: Country) -> None:
        second = make_meeting("2rc", "2020-11-25", "2020-11-27")
        with recording(by=None, reason="Second part"):
            MeetingSpan.objects.create(meeting=second, start="2021-09-20", end="2021-09-21")
        make_statement("Words", [(peru, "deliverer")], meeting=second, date="2021-09-21")
        assert messages(check_statement_dates) == []
        make_statement("Between", [(peru, "deliverer")], meeting=second, date="2021-03-01")
        assert len(messages(check_statement_dates)) == 1


def test_the_desk_knows_them_by_name() -> None:
    names = {"states-behind", "states-in-texts", "positions", "attendance", "statement-dates", "vote-totals"}
    assert names <= set(checks())


def test_what_was_withdrawn_is_left_alone(peru: Country, person: Callable[..., User]) -> None:
    statement = make_statement("Statement", [(peru, "deliverer")], states_claimed=5)
    publish_statement(statement)
    assert len(messages(check_states_behind_statements)) == 1
    statement.refresh_from_db()
    withdraw(
        record=statement, by=person("publisher"), reason="Not theirs", public_reason="It was another state's."
    )
    assert messages(check_states_behind_statements) == []


@pytest.mark.parametrize("rows", [1, 8])
def test_many_statements_take_no_more_questions(
    rows: int, peru: Country, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(rows):
        make_statement(f"Statement {n}", [(peru, "deliverer")], states_claimed=1)
    with django_assert_max_num_queries(3):
        assert messages(check_states_behind_statements) == []


def test_a_total_that_the_votes_do_not_give_is_found_with_both_figures(peru: Country) -> None:
    vote, zimbabwe = make_vote(2016), make_country("ZWE", "Zimbabwe")
    say(vote, peru, "yes")
    total(vote, 1, 1, 0)
    assert messages(check_vote_totals) == []  # a part of a roll is not counted
    say(vote, zimbabwe, "absent")
    (message,) = messages(check_vote_totals)
    assert (
        "1 in favour, 0 against and 0 abstaining by the votes on record; the total has 1 against: 1 more"
        in message
    )
    say(vote, zimbabwe, "no", make_source("monitor"))
    (message,) = messages(check_vote_totals)
    assert "Sources differ on Zimbabwe" in message
    total(vote, 5, 0, 0, source=make_source("wrong"), rank="superseded", rank_reason="A misprint.")
    assert len(messages(check_vote_totals)) == 1
