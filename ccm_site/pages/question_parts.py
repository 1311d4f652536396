"""The four questions that a Monitor is opened for, each with a short answer by the record and the way to all of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from countries.models import TotalMeasure, TotalSubject
from countries.queries.published_totals import published_totals
from editorial.queries.shown import who_says
from impact.views.door import Shown, newest_of
from stockpiles.models import Activity
from stockpiles.queries.overview import in_short
from stockpiles.rules.activity_upshot import Upshot

from .matrix_marks import answers_of_all
from .parts import Content, PageMoment
from .stock_parts import STOCKS_PART


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question, what the record says in short, on what that rests, and where all of it is."""

    question: str
    answer: str
    basis: str
    url: str
    further: tuple[tuple[str, str], ...] = ()


def four_questions(at: PageMoment) -> Content:
    """Who used them, who makes them, where do they lie, whom did they hurt."""
    found = [question for ask in (_use, _production, _stocks, _casualties) if (question := ask(at)) is not None]
    return {"questions": found} if found else None


def _upshots(at: PageMoment, activity: Activity) -> Counter[Upshot]:
    return Counter(said[activity].upshot for said in answers_of_all(at).values() if activity in said)


def _use(at: PageMoment) -> AnsweredQuestion | None:
    said = _upshots(at, Activity.USE)
    used, alleged = said[Upshot.NOW] + said[Upshot.ONCE], said[Upshot.ALLEGED]
    if not used:
        return None
    answer = f"Of {used} states sources say that they have used cluster munitions"
    answer += f"; of {alleged} more it is alleged." if alleged else "."
    basis = "Each with who says so, where and when; a denial by the state stands beside it."
    return AnsweredQuestion("Who used them?", answer, basis, reverse("use"))


def _production(at: PageMoment) -> AnsweredQuestion | None:
    said = _upshots(at, Activity.PRODUCTION)
    now, once = said[Upshot.NOW], said[Upshot.ONCE]
    if not now and not once:
        return None
    answer = f"Of {now} states the newest source says that they make them; {once} more are said to have done so."
    further = (("Who traded them", reverse("transfer")), ("The matrix", reverse("matrix")))
    return AnsweredQuestion(
        "Who makes them?", answer, "By the newest source on each state.", reverse("production"), further
    )


def _stocks(at: PageMoment) -> AnsweredQuestion | None:
    found = at.kept.value(("stocks in short", at.stocks.day), lambda: in_short(at.stock_records), on=STOCKS_PART)
    if not found.states:
        return None
    answer = f"{found.states} states have stocks on record here, and {found.completed} of them destroyed these"
    contaminated = _newest(at, TotalSubject.CONTAMINATION, TotalMeasure.CONTAMINATED)
    answer += f"; {contaminated.record.in_words} states and areas were contaminated" if contaminated else ""
    basis = f"Contaminated {contaminated.record.when_in_words}: {who_says(contaminated)}." if contaminated else ""
    further = (("Contamination", reverse("contamination")), ("Deadlines", reverse("stockpile_deadlines")))
    return AnsweredQuestion("Where do they lie?", f"{answer}.", basis, reverse("stockpiles"), further)


def _casualties(at: PageMoment) -> AnsweredQuestion | None:
    newest = _newest(at, TotalSubject.CASUALTIES, TotalMeasure.ALL)
    if newest is None:
        return None
    answer = f"{newest.record.in_words} people killed or injured, {newest.record.when_in_words}."
    basis = f"As published by {who_says(newest)}. Many casualties are never recorded."
    return AnsweredQuestion("Whom did they hurt?", answer, basis, reverse("casualties"))


def _newest(at: PageMoment, subject: TotalSubject, measure: TotalMeasure) -> Shown | None:
    return newest_of(published_totals(subject, kept=at.kept), measure)
