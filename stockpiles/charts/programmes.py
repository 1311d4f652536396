"""A programme of destruction along one axis."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from editorial.charts import Chart, ChartMoment, ChartStage, Delay, timeline
from editorial.charts.timeline_facts import Stretch
from editorial.rules.partial_date import PartialDate
from meetings.rules.span_in_words import span_in_words
from stockpiles.queries.duty import Duty
from stockpiles.queries.programme_story import ProgrammeStory

from .deadlines import kind_of


def programme_timeline(story: ProgrammeStory, *, duty: Duty | None, today: date, source_url: str) -> Chart | None:
    """A programme's stages, delays and contributions along one axis. None where nothing is dated."""
    programme = story.programme.record
    moments = []
    if duty is not None and duty.chain is not None:
        for step in duty.chain.steps:
            moments.append(ChartMoment(step.start, "Deadline", kind="moved"))
        moments.append(ChartMoment(duty.chain.deadline.value, "Deadline", kind=kind_of(duty)))
    for contribution in story.contributions:
        one = contribution.record
        if one.agreed_on is not None:
            moments.append(
                ChartMoment(one.agreed_on.earliest, f"{one.donor}: help confirmed", when=str(one.agreed_on))
            )
    for stage in story.stages:
        one_stage = stage.record
        if one_stage.ended is not None and one_stage.started is None:
            label = f"Stage {one_stage.number} over: {one_stage.name.lower()}"
            moments.append(ChartMoment(one_stage.ended.latest, label, when=str(one_stage.ended)))
    whole = ChartStage(
        "Whole programme",
        **_carried_out(programme.started, programme.ended),
        delays=tuple(
            Delay(
                one.record.began.earliest,
                (one.record.ended or one.record.began).latest,
                one.record.cause,
                when=_span(one.record.began, one.record.ended),
            )
            for one in story.delays
            if one.record.began is not None
        ),
    )
    stages = [whole] + [
        ChartStage(
            f"{one.record.number}. {one.record.name}",
            planned=_planned(one.record.planned_start, one.record.planned_end),
            planned_when=_span(one.record.planned_start, one.record.planned_end),
            **_carried_out(one.record.started, one.record.ended),
        )
        for one in story.stages
    ]
    if not moments and not any(stage.actual or stage.planned or stage.edge for stage in stages):
        return None
    is_done = programme.ended is not None or (duty is not None and duty.completion is not None)
    return timeline(
        moments=moments,
        stages=stages,
        today=None if is_done else today,
        title=f"{programme.title}: stages, delays and deadlines",
        source="Programme and sources below",
        source_url=source_url,
        note="Where no source gives the dates of a stage, none are drawn.",
        slug=f"programme-{programme.pk}",
    )


def _span(start: PartialDate | None, end: PartialDate | None) -> str:
    """Two dates, or the one on record, at their own precision; "" for none."""
    if start is None:
        return str(end or "")
    return span_in_words(start, end)


class CarriedOut(TypedDict, total=False):
    """What a stage says of its own dates."""

    actual: Stretch
    actual_when: str
    since: date
    over: date
    edge_when: str


def _carried_out(start: PartialDate | None, end: PartialDate | None) -> CarriedOut:
    """How a stage's own dates are drawn and said: a stretch only between two of them, at the precision of each."""
    words = _span(start, end)
    if start is not None and end is not None:
        return {"actual": (start.earliest, end.latest), "actual_when": words}
    if start is not None:
        return {"since": start.earliest, "edge_when": words}
    return {"over": end.latest, "edge_when": words} if end is not None else {}


def _planned(start: PartialDate | None, end: PartialDate | None) -> tuple[date, date] | None:
    return (start.earliest, end.latest) if start is not None and end is not None else None
