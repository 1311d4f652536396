"""What does not fit: figures that disagree, ledgers that do not add up, dates and orders that cannot be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.urls import reverse

from countries.models import Country
from stockpiles.models import Article, ProgrammeStage
from stockpiles.rules.programme_order import problems_of_order

from .duties import MET, deadline_board
from .figures import Conflict, stocks
from .records import Records, chosen_completion


class Kind(StrEnum):
    """What sort of thing does not fit."""

    FIGURES = "figures"  # several figures about the same thing
    LEDGER = "ledger"  # the sums of one state
    DEADLINE = "deadline"  # an extension whose months and date disagree, or that breaks a rule
    PRINTED = "printed"  # a date or margin that a source prints and the convention contradicts
    PROGRAMME = "programme"  # the stages of a programme


@dataclass(frozen=True)
class Contradiction:
    """One thing that does not fit, in words, with the page that shows it.

    ``is_decided``: an editor has said which of the figures counts, and why; readers see all of them all the same.
    """

    country: Country
    kind: Kind
    words: str
    url: str
    is_decided: bool = False


def contradictions(*, as_of: date, kinds: Collection[Kind] = tuple(Kind)) -> list[Contradiction]:
    """Everything on stocks, deadlines, reports and programmes that does not fit (or some kinds of it).

    What waits for an editor comes first, then by state. Nothing is smoothed over: gaps in the records are left out,
    contradictions that an editor decided stay in.
    """
    records = Records(as_of)
    found: list[Contradiction] = []
    if Kind.FIGURES in kinds or Kind.LEDGER in kinds:
        found += _of_stocks(records)
    if Kind.DEADLINE in kinds or Kind.PRINTED in kinds:
        found += _of_duties(records)
    if Kind.PROGRAMME in kinds:
        found += _programme_problems()
    found = [one for one in found if one.kind in kinds]
    return sorted(found, key=lambda one: (one.is_decided, one.country.name, one.kind))


def _of_stocks(records: Records) -> list[Contradiction]:
    completions, types = records.completions[Article.DESTRUCTION], records.types
    done = {pk for pk, own in completions.items() if chosen_completion(own) is not None}
    books = stocks(records.figures, types=types, completed=done)
    countries = Country.objects.in_bulk(books)
    found: list[Contradiction] = []
    for pk, stock in books.items():
        country = countries[pk]
        page = reverse("stockpile", args=[country.slug])
        for conflict in stock.conflicts:
            words = _figures_in_words(conflict, types)
            found.append(Contradiction(country, Kind.FIGURES, words, f"{page}#figures", conflict.is_decided))
        for one in stock.ledger.contradictions:
            if one.is_gap:
                continue
            about = f"{one.kind}: " if one.kind else ""
            found.append(Contradiction(country, Kind.LEDGER, f"{about}{one.words}", f"{page}#ledger"))
    return found


def _of_duties(records: Records) -> list[Contradiction]:
    found: list[Contradiction] = []
    for article in (3, 4, 7):
        for duty in deadline_board(article, as_of=records.as_of, records=records).duties:
            page = reverse("stockpile", args=[duty.country.slug])
            for remark in duty.chain.remarks if duty.chain else ():
                found.append(Contradiction(duty.country, Kind.DEADLINE, remark, f"{page}#article-{article}"))
            if duty.printed_due_differs and duty.report is not None and duty.due is not None:
                words = (
                    f"{duty.name}: a source prints {duty.report.due_as_printed} as the day it was due; "
                    f"by {duty.deadline.article if duty.deadline else 'the convention'} it is {duty.due.isoformat()}."
                )
                found.append(Contradiction(duty.country, Kind.PRINTED, words, f"{page}#article-7", True))
            if duty.completion is not None and duty.completion.margin_as_stated and duty.standing in MET:
                words = (
                    f"The source says: {duty.completion.margin_as_stated}. "
                    f"The dates give: {duty.outlook.value.words}."
                )
                found.append(Contradiction(duty.country, Kind.PRINTED, words, f"{page}#completion", True))
    return found


def _figures_in_words(conflict: Conflict, types: dict[int, str]) -> str:
    about = types.get(conflict.type_id, "") if conflict.type_id else "whole stock"
    figures = "; ".join(
        f"{row.munitions} / {row.submunitions}" + (f" ({row.as_of or row.end})" if row.as_of or row.end else "")
        for row in conflict.rows
    )
    return f"{conflict.flow.value.capitalize()}, {about}: {figures} (munitions / submunitions)."


def _programme_problems() -> list[Contradiction]:
    by_programme: dict[int, list[ProgrammeStage]] = {}
    for stage in ProgrammeStage.objects.select_related("programme__country"):
        by_programme.setdefault(stage.programme_id, []).append(stage)
    return [
        Contradiction(stages[0].programme.country, Kind.PROGRAMME, problem, stages[0].programme.get_absolute_url())
        for stages in by_programme.values()
        for problem in problems_of_order([stage.as_stage for stage in stages])
    ]
