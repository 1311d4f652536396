"""What happened when: events, deadlines, and stages of work as planned and as carried out, along one axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Unpack

from django.utils.translation import gettext

from editorial.charts.figure import Caption, Chart, KeyItem, TableCell, anchor_of, drawings_of
from editorial.charts.once import drawn_once
from editorial.charts.timeline_drawing import TimelineDrawing
from editorial.charts.timeline_facts import ChartMoment, ChartStage, stage_words


@drawn_once
def timeline(
    *,
    moments: Sequence[ChartMoment] = (),
    stages: Sequence[ChartStage] = (),
    today: date | None = None,
    **caption: Unpack[Caption],
) -> Chart:
    """Events and deadlines above, stages below, on a common axis.

    `today`, the day the page speaks of, is marked where given and ends what is still open; without it open stretches
    end at the last date.
    Raises ValueError for a chart without any date and for a stretch that ends before it begins.
    """
    _check(stages)
    moments = sorted(moments, key=lambda moment: moment.on)
    days = _days(moments, stages) + ([today] if today else [])
    if not days:
        raise ValueError("A timeline needs at least one date; show a sentence where nothing is dated.")
    anchor, span = anchor_of(caption), (min(days), max(days))
    return Chart(
        kind="timeline",
        anchor=anchor,
        caption=caption,
        unit="",
        description="; ".join(
            [f"{moment.day}: {moment.label}" for moment in moments] + [stage_words(stage) for stage in stages]
        ),
        drawings=drawings_of(partial(TimelineDrawing, moments, stages, today, span, anchor)),
        headings=tuple(TableCell(words) for words in (gettext("Date"), gettext("What"), gettext("Kind"))),
        rows=_rows(moments, stages),
        key=_key(stages),
    )


def _check(stages: Sequence[ChartStage]) -> None:
    for stage in stages:
        stretches = [stage.planned, stage.actual, *((delay.since, delay.until) for delay in stage.delays)]
        for stretch in stretches:
            if stretch and stretch[1] and stretch[1] < stretch[0]:
                raise ValueError(f"{stage.label}: {stretch[1]} is before {stretch[0]}.")


def _days(moments: Sequence[ChartMoment], stages: Sequence[ChartStage]) -> list[date]:
    days: list[date | None] = [moment.on for moment in moments]
    for stage in stages:
        days += [*(stage.planned or ()), *(stage.actual or ()), stage.over, stage.since]
        days += [day for delay in stage.delays for day in (delay.since, delay.until)]
    return [day for day in days if day is not None]


def _key(stages: Sequence[ChartStage]) -> tuple[KeyItem, ...]:
    """Swatches for what the stages show; events and deadlines are labelled where they stand."""
    items = (
        (KeyItem(gettext("planned"), "planned"), any(stage.planned for stage in stages)),
        (KeyItem(gettext("carried out"), "actual"), any(stage.actual for stage in stages)),
        (KeyItem(gettext("delay"), "delay"), any(stage.delays for stage in stages)),
        (KeyItem(gettext("dates unknown"), "unknown"), any(not stage.is_dated for stage in stages)),
    )
    return tuple(item for item, is_shown in items if is_shown)


def _rows(moments: Sequence[ChartMoment], stages: Sequence[ChartStage]) -> tuple[tuple[TableCell, ...], ...]:
    rows = [(moment.day, moment.label, moment.kind_words) for moment in moments]
    for stage in stages:
        if stage.planned:
            rows.append((stage.planned_time, stage.label, gettext("planned")))
        if stage.actual:
            rows.append((stage.actual_time, stage.label, gettext("carried out")))
        if stage.edge:
            rows.append((stage.edge, stage.label, gettext("carried out")))
        elif not stage.is_dated:
            rows.append((gettext("unknown"), stage.label, gettext("dates unknown")))
        rows += [(delay.time, f"{stage.label}: {delay.cause}", gettext("delay")) for delay in stage.delays]
    return tuple(tuple(TableCell(words) for words in row) for row in rows)
