"""The tree of meetings, what it counts, and who was at one."""

from __future__ import annotations

import pytest

from editorial.models import recording
from meetings.models import Absence, Attendance, Meeting, MeetingCount
from meetings.queries.meetings import (
    Branch,
    above,
    absent_from,
    attendance_of,
    branch_of,
    capacities_in_words,
    meeting_tree,
    with_parts,
)
from tests.factories.meetings import make_country, make_meeting, make_source, make_statement, publish_statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def oslo() -> dict[str, Meeting]:
    """The Oslo Process with two conferences, one of them with a committee; and a meeting that belongs to nothing."""
    process = make_meeting("oslo-process", start="", kind="process")
    dublin = make_meeting("dublin-2008", "2008-05-19", "2008-05-30", parent=process)
    lima = make_meeting("lima-2007", "2007-05-23", "2007-05-25", parent=process)
    committee = make_meeting("dublin-2008-cow", "2008-05-19", kind="committee", parent=dublin)
    alone = make_meeting("alone-2006", "2006-01-01")
    return {one.slug: one for one in (process, dublin, lima, committee, alone)}


def walked(tree: list[Branch]) -> list[tuple[int, str]]:
    return [(one.level, one.meeting.slug) for branch in tree for one in branch.walk()]


def test_processes_first_and_parts_by_their_dates(oslo, now) -> None:
    assert walked(meeting_tree(now())) == [
        (0, "oslo-process"),
        (1, "lima-2007"),
        (1, "dublin-2008"),
        (2, "dublin-2008-cow"),
        (0, "alone-2006"),
    ]


def test_a_process_without_days_begins_with_its_first_part(oslo, now) -> None:
    process = meeting_tree(now())[0]
    assert (process.spans, process.year) == ([], 2007)
    assert process.parts[1].year == 2008


def test_what_has_no_date_at_all_stands_last_and_has_no_year(oslo, now) -> None:
    make_meeting("undated", start="")
    last = meeting_tree(now())[-1]
    assert (last.meeting.slug, last.first_day, last.year) == ("undated", "", None)


def test_statements_of_the_parts_are_counted_above_and_drafts_nowhere(oslo, now) -> None:
    peru = make_country()
    for slug, published in (
        ("lima-2007", True),
        ("dublin-2008-cow", True),
        ("dublin-2008", True),
        ("lima-2007", False),
    ):
        statement = make_statement(slug, parties=[(peru, "deliverer")], meeting=oslo[slug])
        if published:
            publish_statement(statement)
    counted = {one.meeting.slug: one.statements for branch in meeting_tree(now()) for one in branch.walk()}
    assert counted == {"oslo-process": 3, "lima-2007": 1, "dublin-2008": 2, "dublin-2008-cow": 1, "alone-2006": 0}


def test_the_preferred_count_comes_first_and_a_superseded_one_is_left_out(oslo, now) -> None:
    source = make_source()
    with recording(by=None, reason="Test"):
        for number, rank in ((67, "normal"), (71, "superseded"), (68, "preferred")):
            reason = "" if rank == "normal" else "Counted again"
            MeetingCount.objects.create(
                meeting=oslo["lima-2007"], number=number, rank=rank, rank_reason=reason, source=source
            )
        MeetingCount.objects.create(meeting=oslo["lima-2007"], counted="signing", number=3, source=source)
    lima = meeting_tree(now())[0].parts[0]
    assert sorted(count.number for count in lima.attending) == [67, 68]


def test_the_tree_is_as_many_questions_for_many_meetings(oslo, now, django_assert_num_queries) -> None:
    with django_assert_num_queries(4):
        list(walked(meeting_tree(now())))
    for number in range(4):
        make_meeting(f"more-{number}", "2010-01-01", parent=oslo["oslo-process"])
    with django_assert_num_queries(4):
        list(walked(meeting_tree(now())))


def test_the_branch_of_one_meeting_is_that_of_the_tree_and_reads_no_other(
    oslo, now, django_assert_num_queries
) -> None:
    publish_statement(make_statement("One", [(make_country(), "deliverer")], meeting=oslo["dublin-2008-cow"]))
    whole = {branch.meeting.pk: branch for root in meeting_tree(now()) for branch in root.walk()}
    for meeting in Meeting.objects.select_related("parent__parent"):
        pks = with_parts(meeting.pk)
        with django_assert_num_queries(4) as asked:
            assert branch_of(meeting, pks, now()) == whole[meeting.pk]
        assert all(
            str(tuple(pks)).rstrip(",)") in query["sql"] for query in asked.captured_queries if len(pks) > 1
        )


def test_a_meeting_with_everything_below_it(oslo, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        found = with_parts(oslo["dublin-2008"].pk)
    assert set(found) == {oslo["dublin-2008"].pk, oslo["dublin-2008-cow"].pk}
    assert set(with_parts(oslo["alone-2006"].pk)) == {oslo["alone-2006"].pk}


def test_the_way_up_begins_with_the_process_and_ends_even_in_a_circle(oslo) -> None:
    assert above(oslo["dublin-2008-cow"]) == [oslo["oslo-process"], oslo["dublin-2008"]]
    assert above(oslo["oslo-process"]) == []
    one, other = Meeting(pk=901, short_name="One"), Meeting(pk=902, short_name="Other")
    one.parent, other.parent = other, one
    assert above(one) == [one, other]


class TestAttendance:
    @pytest.fixture(autouse=True)
    def there(self, oslo) -> None:
        self.lima = oslo["lima-2007"]
        with recording(by=None, reason="Test"):
            for iso3, name, region, capacities in (
                ("PER", "Peru", "Americas", ("host", "participant")),
                ("CHL", "Chile", "Americas", ("participant",)),
                ("ESP", "Spain", "Europe", ("participant",)),
                ("XXA", "Nowhere", "", ("observer",)),
            ):
                country = make_country(iso3, name, region=region)
                for capacity in capacities:
                    Attendance.objects.create(meeting=self.lima, country=country, capacity=capacity)

    def test_by_region_and_name_each_state_once(self) -> None:
        table = attendance_of(self.lima)
        assert [(region, [country.name for country, _ in rows]) for region, rows in table.regions] == [
            ("Elsewhere", ["Nowhere"]),
            ("Americas", ["Chile", "Peru"]),
            ("Europe", ["Spain"]),
        ]
        assert table.states == 4

    def test_capacities_are_counted_by_state_and_add_up_to_the_states(self) -> None:
        table = attendance_of(self.lima)
        assert dict(table.capacities) == {"Participant": 2, "Participant and host": 1, "Observer": 1}
        assert sum(number for _, number in table.capacities) == table.states


@pytest.mark.parametrize(
    ("capacities", "words"),
    [
        (["host"], "Host"),
        (["participant", "host"], "Participant and host"),
        (["host", "party", "coordinator"], "Host, State Party and coordinator"),
        (["party", "first-time"], "State Party and first-time participant"),
    ],
)
def test_capacities_in_one_line(capacities: list[str], words: str) -> None:
    assert capacities_in_words(Attendance(capacity=capacity) for capacity in capacities) == words


def test_who_was_not_there_stands_with_who_says_so(oslo) -> None:
    lima, source, other = oslo["lima-2007"], make_source(), make_source("another")
    chile, peru = make_country("CHL", "Chile"), make_country()
    with recording(by=None, reason="Entered"):
        for one in (source, other):
            Absence.objects.create(meeting=lima, country=peru, source=one)
        Absence.objects.create(meeting=lima, country=chile, source=source)
        Attendance.objects.create(meeting=lima, country=chile, source=other)
    assert [(one.country, len(one.said), one.is_disputed) for one in absent_from(lima)] == [
        (chile, 1, True),
        (peru, 2, False),
    ]
    assert [state for _, states in attendance_of(lima).regions for state, _ in states] == [chile]
    assert absent_from(oslo["alone-2006"]) == []
