"""The way of a duty along one axis."""

from __future__ import annotations

from datetime import date

from editorial.charts import Chart, ChartMoment, timeline
from editorial.charts.timeline_facts import MomentKind
from stockpiles.queries.duty import Duty
from stockpiles.rules.dated import in_words
from stockpiles.rules.deadline import NOT_KNOWN


def deadline_timeline(duty: Duty, *, today: date, source_url: str) -> Chart | None:
    """A duty's way: in force, each deadline and what became of it, requests, completion. None without a deadline."""
    if duty.chain is None or duty.due is None:
        return None
    moments = [ChartMoment(duty.bound.since, "In force for the state")]
    steps = duty.chain.steps
    dates = [duty.chain.original.value, *(step.until.value for step in steps)]
    for place, due in enumerate(dates):
        is_last = place == len(dates) - 1
        label = f"Deadline, Article {duty.article}" if place == 0 else f"Deadline after extension {place}"
        moments.append(ChartMoment(due, label, kind=kind_of(duty) if is_last else "moved"))
    for request in duty.requests:
        if request.requested_on is not None:
            moments.append(
                ChartMoment(request.requested_on.earliest, "Request filed", when=str(request.requested_on))
            )
        if request.decided_on is not None and request.decided_on.precision != "year":
            moments.append(
                ChartMoment(request.decided_on.earliest, "Extension decided", when=str(request.decided_on))
            )
    if duty.completion is not None:
        done = duty.completion.done
        day = done.latest or done.earliest
        if day is not None:
            moments.append(ChartMoment(day, "Completed", when=in_words(done)))
    moments = [moment for moment in moments if moment.on <= max(today, *dates)]
    return timeline(
        moments=moments,
        today=today if duty.completion is None else None,
        title=f"Article {duty.article}: deadlines and what became of them",
        source="Records below",
        source_url=source_url,
        slug=f"deadline-{duty.article}-{duty.country.slug}-{duty.name}",
    )


def kind_of(duty: Duty) -> MomentKind:
    words: dict[str, MomentKind] = {
        "met_early": "met",
        "met_late": "missed",
        "overdue": "missed",
        "due": "deadline",
    }
    return words.get(duty.standing.value, "unknown" if duty.standing in NOT_KNOWN else "deadline")
