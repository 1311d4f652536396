"""Transparency reports under Article 7: those submitted, those that a source says are missing, and the years unknown."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from countries.models import FactKind
from editorial.rules.calendar import spoken
from stockpiles.models import ReportKind, TransparencyReport
from stockpiles.queries.report_lines import ReportLine

from .parts import NotePart, Sentence, Subject
from .words import alike, notes_of, on, whose_word, years_in_words


def transparency_reports(about: Subject) -> Iterable[Sentence]:
    """The first report, each year's, what else was submitted; of a state that is not bound, that none is owed."""
    lines = about.story.reports
    if about.is_outside:
        words = f"The convention does not bind {about.name}, so it owes no transparency report."
        yield Sentence(words, (about.article("7(1)"),))
    for same in alike((line for line in lines if line.report is not None), _said):
        yield _report(about, same)
    first = next(
        (line.duty for line in lines if line.duty and line.duty.year is None and line.report is None), None
    )
    years = [line.duty.year for line in lines if line.duty and line.duty.year is not None and line.report is None]
    if first is not None and first.due is not None and not about.is_outside:
        was = "was due" if first.due <= about.day else "is due"
        words = f"Its first report {was} on {spoken(first.due)}."
        assert first.deadline is not None  # noqa: S101 - it has a day, checked above
        yield Sentence(words, (about.worked_out(first.deadline),))
        if first.due <= about.day:
            yield about.nothing(
                "Whether it was submitted is not known: no first report", FactKind.TRANSPARENCY_REPORTS
            )
    if years:
        which = "its report" if len(years) == 1 else "its reports"
        what = f"Of {which} on {years_in_words(years)} nothing"
        yield about.nothing(what, FactKind.TRANSPARENCY_REPORTS)


def _said(line: ReportLine) -> tuple[Hashable, ...]:
    """Sources that give one report the same day stand in one sentence; one report may stand in two lines."""
    assert line.report is not None  # noqa: S101 - the caller has looked
    row = line.report.record
    year = (
        None if row.kind == ReportKind.INITIAL else row.calendar_year
    )  # there is one first report, whatever it serves as
    return row.kind, year, str(row.submitted_on), str(row.missing_as_of), str(row.due_as_printed)


def _report(about: Subject, same: Sequence[ReportLine]) -> Sentence:
    """The first of the lines is the one under a duty, where there is any."""
    said = list(dict.fromkeys(line.report for line in same if line.report is not None))
    row, duty = said[0].record, same[0].duty
    notes: tuple[NotePart, ...] = notes_of(said)
    if row.submitted_on is not None:
        due = ""
        if duty is not None and duty.due is not None and duty.deadline is not None:
            days = duty.outlook.value.words
            due = f"; it was due on {spoken(duty.due)} ({days})" if days else f"; it was due on {spoken(duty.due)}"
            notes = (*notes, about.worked_out(duty.deadline))
        return Sentence(f"{about.name} submitted {_which(row)} {on(row.submitted_on)}{due}.", notes)
    if row.missing_as_of is not None:
        words = f"{whose_word(said)} {_which(row)} had not been submitted as of {row.missing_as_of}"
        return Sentence(f"{words}; what came after is not recorded here.", notes)
    printed = (
        f" A source prints {row.due_as_printed} as the day on which it was due." if row.due_as_printed else ""
    )
    return Sentence(f"Of {_which(row)} no day of submission is recorded here.{printed}", notes)


def _which(row: TransparencyReport) -> str:
    """ "its first report", "its annual report on 2014", "a voluntary report"."""
    year = f" on {row.calendar_year}" if row.calendar_year else ""
    if row.kind == ReportKind.VOLUNTARY:
        return f"a voluntary report{year}"
    if row.kind == ReportKind.ANNUAL:
        return f"its annual report{year}"
    return f"its first report{f', which is also that{year},' if year else ''}"
