"""Meetings: a tree of which no part lies within itself; spans, counts and places."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from editorial.models import recording
from editorial.rules.partial_date import PartialDate
from meetings.models import Meeting, MeetingCount, MeetingSpan
from tests.factories.meetings import make_country, make_meeting, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_change():
    with recording(by=None, reason="Made for a test"):
        yield


class TestTree:
    def test_a_process_is_part_of_nothing_and_a_session_is_part_of_something(self) -> None:
        oslo = make_meeting("oslo-process", start="", kind="process")
        for constraint, words, fields in (
            ("process_is_root", "A process is part of nothing else", {"kind": "process", "parent": oslo}),
            ("inner_has_parent", "A committee or session belongs to a meeting", {"kind": "session"}),
            ("inner_has_parent", "A committee or session belongs to a meeting", {"kind": "committee"}),
        ):
            bad = Meeting(slug="x", name="X", short_name="X", **fields)
            with pytest.raises(ValidationError, match=words):
                bad.full_clean()
            with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
                bad.save()

    def test_a_meeting_is_not_part_of_itself(self) -> None:
        dublin = make_meeting("dublin-2008")
        dublin.parent = dublin
        with pytest.raises(IntegrityError, match="not_its_own_parent"), transaction.atomic():
            dublin.save()

    def test_a_meeting_is_not_part_of_its_own_part_however_deep(self) -> None:
        dublin = make_meeting("dublin-2008")
        committee = make_meeting("dublin-2008-cow", kind="committee", parent=dublin)
        dublin.parent = make_meeting("dublin-2008-cow-1", kind="session", parent=committee)
        with pytest.raises(ValidationError, match="Dublin 2008 Cow 1 is itself part of Dublin 2008"):
            dublin.full_clean()

    def test_conferences_stand_for_themselves(self) -> None:
        process = make_meeting("oslo-process", start="", kind="process")
        dublin = make_meeting("dublin-2008", parent=process, kind="diplomatic-conference")
        make_meeting("dublin-2008-cow", kind="committee", parent=dublin)
        assert list(Meeting.objects.conferences()) == [dublin]

    def test_a_meeting_with_parts_stays(self) -> None:
        process = make_meeting("oslo-process", start="", kind="process")
        make_meeting("lima-2007", parent=process)
        with pytest.raises(IntegrityError), transaction.atomic():
            process.delete()


class TestPlace:
    def test_city_and_country_as_far_as_they_are_known(self) -> None:
        peru = make_country()
        assert Meeting(city="Lima", country=peru).place == "Lima, Peru"
        assert Meeting(country=peru).place == "Peru"
        assert Meeting(city="Geneva").place == "Geneva"
        assert Meeting().place == ""

    def test_a_meeting_held_online_has_no_place_whoever_hosted_it(self) -> None:
        peru = make_country()
        assert Meeting(is_virtual=True, country=peru, city="Lima").place == "online"

    def test_its_page_and_its_short_name(self) -> None:
        lima = make_meeting(short_name="Lima Conference")
        assert (str(lima), lima.get_absolute_url()) == ("Lima Conference", "/meetings/lima-2007/")


class TestSpan:
    def test_a_span_does_not_end_before_it_begins(self) -> None:
        lima = make_meeting(start="")
        late, early = PartialDate.parse("2007-05-25"), PartialDate.parse("2007-05-24")
        with pytest.raises(ValidationError, match="It ends on 24 May 2007, before it begins on 25 May 2007"):
            MeetingSpan(meeting=lima, start=late, end=early).full_clean()
        MeetingSpan(meeting=lima, start=late, end=late).full_clean()

    def test_an_end_that_gives_only_the_month_may_be_later_in_it(self) -> None:
        span = MeetingSpan(
            meeting=make_meeting(start=""), start=PartialDate.parse("2007-05-25"), end=PartialDate.parse("2007-05")
        )
        span.full_clean()

    def test_the_first_day_of_a_meeting_in_two_parts_is_that_of_the_first(self) -> None:
        """The Second Review Conference was held online in November 2020 and in Geneva in September 2021."""
        review = make_meeting("2rc", "2021-09-20", "2021-09-21")
        MeetingSpan.objects.create(meeting=review, start="2020-11-25", end="2020-11-27", label="online")
        make_meeting("undated", start="")
        days = dict(Meeting.objects.with_start().values_list("slug", "first_day"))
        assert {slug: str(PartialDate.parse(str(day))) if day else None for slug, day in days.items()} == {
            "2rc": "25 November 2020",
            "undated": None,
        }
        assert [str(span) for span in review.spans.all()] == ["25–27 November 2020", "20–21 September 2021"]


class TestCount:
    def test_sources_disagree_and_one_count_of_a_kind_is_preferred_with_its_reason(self) -> None:
        lima, source = make_meeting(short_name="Lima"), make_source()
        base = {"meeting": lima, "source": source}
        MeetingCount.objects.create(number=67, **base)
        count = MeetingCount.objects.create(number=68, rank="preferred", rank_reason="By the host", **base)
        assert str(count) == "Lima: 68 states attending"
        other = MeetingCount(number=70, rank="preferred", rank_reason="By the list", **base)
        with pytest.raises(ValidationError, match="Another count of this kind is already preferred"):
            other.full_clean()
        other.counted = "signing"
        other.full_clean()

    def test_a_preference_says_why(self) -> None:
        count = MeetingCount(meeting=make_meeting(), source=make_source(), number=67, rank="superseded")
        with pytest.raises(ValidationError, match="Say why this claim is preferred or superseded"):
            count.full_clean()
        with pytest.raises(IntegrityError, match="rank_has_reason"), transaction.atomic():
            count.save()
