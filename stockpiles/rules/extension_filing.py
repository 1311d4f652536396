"""When a request for more time has to be filed: nine months before the meeting that is to consider it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from editorial.rules.calendar import add_months
from editorial.rules.explained import Explained, shown

from .dated import Dated, DayCount, days_before, in_words

MONTHS_BEFORE_MEETING = 9
#: Article 11(2): the states meet every year until the first review conference, and have done so since.
MONTHS_BETWEEN_MEETINGS = 12
ARTICLES = {3: "CCM, Article 3(5)", 4: "CCM, Article 4(6)"}


@dataclass(frozen=True)
class MeetingDay:
    """A Meeting of States Parties or Review Conference and the day it opens; ``parts``: on how many occasions it met."""

    name: str
    opens: date
    parts: int = 1


def latest_day_to_file(meeting: MeetingDay, *, article: int) -> Explained[date]:
    """Nine calendar months before the meeting opens: CCM, Article 3(5) and Article 4(6)."""
    day = add_months(meeting.opens, -MONTHS_BEFORE_MEETING)
    return Explained(
        day,
        ARTICLES[article],
        (("meeting", meeting.name), ("opens", meeting.opens)),
        f"{MONTHS_BEFORE_MEETING} months before {meeting.name} opens on {shown(meeting.opens)} is {shown(day)}.",
    )


def last_meeting_in_time(deadline: date, meetings: Sequence[MeetingDay]) -> MeetingDay | None:
    """The last known meeting that opens before the deadline runs out: the last that can still move it."""
    return max((m for m in meetings if m.opens < deadline), key=lambda m: m.opens, default=None)


def next_filing_day(
    deadline: date, meetings: Sequence[MeetingDay], *, article: int, as_of: date
) -> Explained[date | None]:
    """The latest day on which a request can still be filed for a meeting that opens before ``deadline``.

    None when no known meeting is left for which the nine months can still be kept, and when the record of meetings ends
    more than a year before the deadline: a meeting that nobody has recorded yet may come in between. A request under
    Article 4 has in any case to come before the deadline expires (Article 4(6)).
    """
    meeting = last_meeting_in_time(deadline, meetings)

    def answer(day: date | None, words: str, *inputs: tuple[str, object]) -> Explained[date | None]:
        return Explained(day, ARTICLES[article], (("deadline", deadline), ("as of", as_of), *inputs), words)

    if meeting is None:
        return answer(None, f"No meeting is known that opens before the deadline of {shown(deadline)}.")
    if deadline > add_months(meeting.opens, MONTHS_BETWEEN_MEETINGS) and meeting == meetings_end(meetings):
        words = (
            f"Meetings after {meeting.name} ({shown(meeting.opens)}) are not on record here, so the last day to ask for "
            f"more time before {shown(deadline)} cannot be given."
        )
        return answer(None, words, ("last meeting on record", meeting.name))
    last = latest_day_to_file(meeting, article=article)
    if last.value < as_of:
        return answer(None, f"{last.arithmetic} That day has passed.", *last.inputs)
    return answer(last.value, last.arithmetic, *last.inputs)


def meetings_end(meetings: Sequence[MeetingDay]) -> MeetingDay | None:
    """The last meeting on record: what comes after it is not known here."""
    return max(meetings, key=lambda m: m.opens, default=None)


def filed_in_time(filed: Dated, meeting: MeetingDay, *, article: int) -> Explained[DayCount]:
    """By how many days a request came before the last day for its meeting: positive in time, negative late."""
    last = latest_day_to_file(meeting, article=article)
    count = days_before(last.value, filed)
    return Explained(
        count,
        last.article,
        (("filed", in_words(filed)), *last.inputs),
        f"{last.arithmetic} Filed {in_words(filed)}, {count}.",
    )
