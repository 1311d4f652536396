"""What the matrix says of each state beside its standing and its stocks: use, production, clearance, reports, meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from django.db.models import Min, QuerySet

from countries.models import Country
from editorial.queries.shown import who_says
from editorial.rules.calendar import spoken
from editorial.views.addresses import addresses
from meetings.models import Absence, Attendance, Meeting, MeetingKind, MeetingSpan
from meetings.queries.meetings import capacities_in_words
from stockpiles.models import Activity, TransparencyReport
from stockpiles.queries.answers_of_states import ReadClaims, StateAnswers, answers_by_activity, claims_at_hand
from stockpiles.queries.duties import owed_by_state
from stockpiles.queries.records import chosen_report
from stockpiles.rules.activity_upshot import Upshot
from stockpiles.rules.deadline import DutyStanding
from stockpiles.views.chips import chip_of

from .parts import UNRECORDED, PageMark, PageMoment

Marks = Mapping[int, PageMark]

SHORTLY = {
    Upshot.NOW: "Said to, when last asked",
    Upshot.ONCE: "Said to have",
    Upshot.ALLEGED: "Alleged",
    Upshot.UNKNOWN: "Not known to the source",
    Upshot.NOT_KNOWN: "Not known or believed to",
    Upshot.NO: "Said not to",
}


ASKED = (Activity.USE, Activity.PRODUCTION)


def activity_marks(activity: Activity) -> Callable[[Sequence[Country], PageMoment], Marks]:
    """What sources together say of one question, with who says so; of every other state, that nothing is recorded."""

    def marks(countries: Sequence[Country], at: PageMoment) -> Marks:
        answers = answers_of_all(at)
        return {country.pk: _answer(answers[country.pk].get(activity)) for country in countries}

    return marks


def answers_of_all(at: PageMoment) -> Mapping[int, Mapping[str, StateAnswers]]:
    """What is said of every state on use and on production, by primary key and activity; anew of those that changed."""
    every = at.stock_records.countries
    return at.kept.of_each(
        "answers by activity",
        Country,
        every,
        lambda some: answers_by_activity(ASKED, [every[pk] for pk in some], _claims(at, some)),
    )


def _claims(at: PageMoment, some: Sequence[int]) -> ReadClaims | None:
    """The claims on some states, where the page reads them with others."""
    if "answers" not in at.together:
        return None
    every = at.stock_records.countries
    which = some if len(some) < len(every) else None
    return claims_at_hand(
        at.together.rows("answers", which),
        at.together.proof(which),
        places=at.beside.rows("places", which),
        types=at.beside.rows("types", which),
        states=every,
    )


def _answer(said: StateAnswers | None) -> PageMark:
    if said is None:
        return UNRECORDED
    page = addresses("stockpile", "a-slug")(said.country.slug)
    newest = said.shown[0].said[0]  # whoever else says so stands on the page to which it leads
    basis = who_says(newest) + ("; denied" if said.is_disputed else "")
    rank = list(Upshot).index(said.upshot)
    return PageMark(
        said.upshot.name.lower(), SHORTLY[said.upshot], basis=basis, rank=rank, url=f"{page}#activities"
    )


_CLEARANCE = {
    DutyStanding.MET_EARLY: ("cleared", "Declared complete", 1),
    DutyStanding.MET_LATE: ("cleared", "Declared complete", 1),
    DutyStanding.MET_UNDATED: ("cleared", "Declared complete", 1),
    DutyStanding.DUE: ("due", "To be cleared", 0),
    DutyStanding.OVERDUE: ("overdue", "Overdue", 0),
}
_PASSED = ("not-known", "Passed, outcome not on record", 0)


def clearance_marks(countries: Sequence[Country], at: PageMoment) -> Marks:
    """The nearest deadline under Article 4 of every state with contamination on record here."""
    page_of = addresses("stockpile", "a-slug")
    owed = owed_by_state(4, at.stock_records)
    found = dict.fromkeys((country.pk for country in countries), UNRECORDED)
    for country in countries:
        for duty in sorted(owed[country.pk].duties, key=lambda one: one.order)[:1]:
            key, word, rank = _CLEARANCE.get(duty.standing, _PASSED)
            basis = str(duty.completion.done) if duty.completion else f"by {spoken(duty.due)}" if duty.due else ""
            url = f"{page_of(country.slug)}#article-4"
            found[country.pk] = PageMark(key, word, chip=chip_of(duty), basis=basis, rank=rank, url=url)
    return found


def report_marks(countries: Sequence[Country], at: PageMoment) -> Marks:
    """The newest Article 7 report that a source says was submitted, by the year of its submission."""
    page_of = addresses("stockpile", "a-slug")
    found = dict.fromkeys((country.pk for country in countries), UNRECORDED)
    for country in countries:
        received = [row for row in at.stock_records.reports[country.pk] if row.submitted_on is not None]
        newest = chosen_report(received)
        if newest is not None and newest.submitted_on is not None:
            year = str(newest.submitted_on.year)
            url = f"{page_of(country.slug)}#article-7"
            found[country.pk] = PageMark(
                year, str(newest.submitted_on), "", _which(newest), -int(year), url, filter_word=f"In {year}"
            )
    return found


def _which(report: TransparencyReport) -> str:
    year = f" on {report.calendar_year}" if report.calendar_year else ""
    return f"{report.get_kind_display().lower()}{year}"


LAST = 2
"""Of so many meetings of States Parties and review conferences the matrix asks who came."""


def meeting_marks(countries: Sequence[Country], at: PageMoment) -> Marks:
    """Whether sources name a state at one of the last two meetings, say that it was not there, or say nothing.

    The record of who came is a part of what there was: "nothing recorded" is no absence.
    """
    meetings, some = last_meetings(at), [country.pk for country in countries]
    present: dict[int, list[Attendance]] = defaultdict(list)
    for row in at.rows_beside("attendance", some, there_at(meetings)):
        present[row.country_id].append(row)
    absent = {row.country_id for row in at.rows_beside("absences", some, not_there_at(meetings))}
    names = " and ".join(meeting.short_name for meeting in meetings)
    found: dict[int, PageMark] = {}
    for country in countries:
        if country.pk in present:
            came = capacities_in_words(present[country.pk])
            found[country.pk] = PageMark("came", came, basis=names, rank=0, filter_word="Named as there")
        elif country.pk in absent:
            found[country.pk] = PageMark("not-there", "Not there, a source says", basis=names, rank=1)
        else:
            found[country.pk] = replace(UNRECORDED, basis=names)
    return found


def there_at(meetings: Collection[Meeting]) -> QuerySet[Attendance]:
    """Whom sources name as there."""
    return Attendance.objects.filter(meeting__in=meetings).only("country", "capacity").order_by("pk")


def not_there_at(meetings: Collection[Meeting]) -> QuerySet[Absence]:
    """Of whom sources say that they were not there."""
    return Absence.objects.filter(meeting__in=meetings).only("country").order_by("pk")


def last_meetings(at: PageMoment) -> list[Meeting]:
    """The last two to which all states are invited, the newest first; what is only planned is none. One query."""

    def read() -> list[Meeting]:
        held = MeetingSpan.objects.filter(is_planned=False, start__lte=at.now.date().isoformat())
        rows = Meeting.objects.filter(
            kind__in=(MeetingKind.MEETING_OF_STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE), spans__in=held
        )
        return list(rows.annotate(first=Min("spans__start")).order_by("-first")[:LAST])

    return at.kept.value(("last meetings", at.now.date()), read, on=("meetings",))
