"""The 51 meetings, their tree and dates, the counts of sources, the action plans."""

from functools import partial
from pathlib import Path

import pytest

from editorial.actions.reference import load
from editorial.models import User, recording
from meetings.importing.meeting import MEETINGS
from meetings.models import Absence, ActionPlan, Attendance, Meeting, MeetingCount, MeetingKind
from tests.factories.kept_rows import load_once
from tests.factories.module_data import for_module
from tests.factories.sheets import load_file

pytestmark = pytest.mark.django_db

NAMES = (
    "countries",
    "statement-themes",
    "meetings",
    "meeting-spans",
    "meeting-counts",
    "attendance",
    "absences",
    "action-plans",
    "action-plan-parts",
)


loaded = for_module(partial(load_once, *NAMES))


@pytest.mark.usefixtures("loaded")
def test_fifty_eight_meetings_stand_in_their_processes() -> None:
    inner = {"2rc", "dublin-2008-cow", "dublin-2008-cow-2", "dublin-2008-cow-8", "dublin-2008-definitions"}
    meetings = Meeting.objects.exclude(kind=MeetingKind.PROCESS).exclude(slug__in=inner)
    assert meetings.count() == 58
    assert not meetings.filter(parent__isnull=True).exists()
    assert not meetings.filter(source__isnull=True).exists()


@pytest.mark.usefixtures("loaded")
def test_a_sitting_in_dublin_stands_four_floors_deep() -> None:
    session = Meeting.objects.get(slug="dublin-2008-cow-8")
    path = []
    step: Meeting | None = session
    while step:
        path.append(step.slug)
        step = step.parent
    assert path == ["dublin-2008-cow-8", "dublin-2008-cow", "dublin-2008", "oslo-process"]


@pytest.mark.usefixtures("loaded")
def test_the_committee_on_definitions_is_a_committee_of_its_own_at_its_old_address() -> None:
    committee = Meeting.objects.get(slug="dublin-2008-definitions")
    assert (committee.kind, committee.parent.slug) == ("committee", "dublin-2008")
    assert [(str(span), span.label) for span in committee.spans.all()] == [("26 May 2008", "a sitting on record")]


@pytest.mark.usefixtures("loaded")
def test_the_third_ccw_review_conference_is_dated_to_the_month_that_its_source_gives() -> None:
    (span,) = Meeting.objects.get(slug="ccw-3rc").spans.all()
    assert str(span) == "November 2006"


@pytest.mark.usefixtures("loaded")
def test_who_signed_for_peru_is_not_said_to_have_led_its_delegation() -> None:
    assert not Meeting.objects.get(slug="oslo-signing-2008").attendance.exclude(head_of_delegation="").exists()


@pytest.mark.usefixtures("loaded")
def test_the_second_review_conference_was_held_in_two_parts() -> None:
    spans = [str(span) for span in Meeting.objects.get(slug="2rc").spans.all()]
    assert spans == ["25–27 November 2020", "20–21 September 2021"]


@pytest.mark.usefixtures("loaded")
def test_sources_that_disagree_on_wellington_stand_side_by_side() -> None:
    counts = MeetingCount.objects.filter(meeting__slug="wellington-2008", counted="attending")
    assert sorted(counts.values_list("number", flat=True)) == [103, 122]


@pytest.mark.usefixtures("loaded")
def test_lima_was_hosted_by_peru_with_67_states_27_of_them_new() -> None:
    lima = Meeting.objects.get(slug="lima-2007")
    assert lima.host is not None
    assert lima.host.iso3 == "PER"
    assert dict(lima.counts.values_list("counted", "number")) == {"attending": 67, "first-time": 27}
    assert set(Attendance.objects.filter(meeting=lima).values_list("capacity", flat=True)) == {
        "host",
        "participant",
    }


@pytest.mark.usefixtures("loaded")
def test_vientiane_has_66_numbered_actions_and_the_others_none_that_a_source_counts() -> None:
    plans = {plan.slug: plan for plan in ActionPlan.objects.all()}
    numbers = list(plans["vientiane"].actions.values_list("number", flat=True))
    assert numbers == list(range(1, 67))
    assert not plans["vientiane"].actions.exclude(text="").exists()
    assert plans["vientiane"].parts.count() == 7
    assert plans["lausanne"].actions_claimed is None


@pytest.mark.usefixtures("loaded")
def test_a_second_load_changes_nothing_and_keeps_what_a_person_edited() -> None:
    user = User.objects.create(username="researcher")
    lima = Meeting.objects.get(slug="lima-2007")
    lima.president = "The host"
    with recording(by=user, reason="Seen in the programme"):
        lima.name = "Lima Conference"
        lima.save()
    reports = [load(name) for name in NAMES]
    assert sum(report.created + report.changed for report in reports) == 0
    assert [kept for report in reports for kept in report.kept] == ["meeting Lima Conference"]
    assert Meeting.objects.get(slug="lima-2007").name == "Lima Conference"


def test_a_bad_cell_is_refused_with_file_line_field_value_and_remedy(tmp_path: Path) -> None:
    head = "slug,name,short_name,kind,parent,city,country,host,start,end,source\n"
    (tmp_path / "meetings.csv").write_text(
        head
        + "a,A,A,summit,,,,,,,Somewhere\n"
        + "b,B,B,other,nowhere,,,,,,Somewhere\n"
        + "c,C,C,other,,,,,2007-13,,Somewhere\n"
        + "d,D,D,other,,,,,,,\n"
    )
    refused = [str(one) for one in load_file(MEETINGS, tmp_path).refused]
    assert refused[0].startswith("meetings.csv, line 2, kind: “summit”. Write one of process,")
    assert refused[1].startswith("meetings.csv, line 3, parent: “nowhere”. No meeting has this name.")
    assert refused[2].startswith("meetings.csv, line 4, start: “2007-13”. “2007-13”: There is no month 13.")
    assert "source: empty" in refused[3]
    assert not Meeting.objects.exists()


@pytest.mark.usefixtures("loaded")
def test_who_came_and_who_did_not_is_on_record_by_every_source() -> None:
    """2,389 rows of the second collection beside 14 of the first."""
    assert (Attendance.objects.count(), Absence.objects.count()) == (1843, 566)
    assert not Attendance.objects.filter(source=None).exists()


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(("slug", "counted"), [("dublin-2008", 107), ("lima-2007", 67)])
def test_no_more_states_are_named_than_were_counted(slug: str, counted: int) -> None:
    states = Attendance.objects.filter(meeting__slug=slug).values("country").distinct().count()
    assert 0 < states <= counted


@pytest.mark.usefixtures("loaded")
def test_what_a_source_says_of_every_meeting_is_said_to_be_worked_out() -> None:
    rows = Attendance.objects.filter(source_locator__contains="the source speaks of every meeting")
    assert rows.exists()
    assert not rows.exclude(source_locator__contains="worked out from the source").exists()
