"""Transparency reports under Article 7: those submitted, those that a source says are missing, and the years unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from countries.models import FactKind
from editorial.rules.calendar import spoken
from stockpiles.models import ReportKind
from stockpiles.queries.report_lines import ReportLine

from .parts import Note, Sentence, Subject
from .words import notes_of, on, whose_word, years_in_words


def transparency_reports(about: Subject) -> Iterable[Sentence]:
    """The first report, each year's, what else was submitted; of a state that is not bound, that none is owed."""
    lines = about.story.reports
    if about.is_outside:
        words = f"The convention does not bind {about.name}, so it owes no transparency report."
        yield Sentence(words, (about.article("7(1)"),))
    for line in lines:
        if line.report is not None:
            yield from _report(about, line)
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


def _report(about: Subject, line: ReportLine) -> Iterator[Sentence]:
    assert line.report is not None  # noqa: S101 - the caller has looked
    row, duty = line.report.record, line.duty
    year = f" on {row.calendar_year}" if row.calendar_year else ""
    kind = {ReportKind.INITIAL.value: "first report", ReportKind.ANNUAL.value: f"annual report{year}"}.get(
        row.kind, f"voluntary report{year}"
    )
    notes: tuple[Note, ...] = notes_of([line.report])
    if row.submitted_on is not None:
        due = ""
        if duty is not None and duty.due is not None and duty.deadline is not None:
            days = duty.outlook.value.words
            due = f"; it was due on {spoken(duty.due)} ({days})" if days else f"; it was due on {spoken(duty.due)}"
            notes = (*notes, about.worked_out(duty.deadline))
        which = f"its {kind}" if row.kind != ReportKind.VOLUNTARY else f"a {kind}"
        yield Sentence(f"{about.name} submitted {which} {on(row.submitted_on)}{due}.", notes)
    elif row.missing_as_of is not None:
        words = f"{whose_word([line.report])} its {kind} had not been submitted as of {row.missing_as_of}"
        yield Sentence(f"{words}; what came after is not recorded here.", notes)
    else:
        printed = (
            f" A source prints {row.due_as_printed} as the day on which it was due." if row.due_as_printed else ""
        )
        yield Sentence(f"Of its {kind} no day of submission is recorded here.{printed}", notes)
