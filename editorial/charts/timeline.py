"""What happened when: events, deadlines, and stages of work as planned and as carried out, along one axis."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from django.utils.translation import gettext

from editorial.charts.figure import SIZES, Caption, Chart, Drawing, KeyItem, TableCell, anchor_of
from editorial.charts.timeline_drawing import TimelineDrawing
from editorial.charts.timeline_facts import ChartMoment, ChartStage, stage_words


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
    last = max(days)
    drawings = []
    for size, width in SIZES:
        drawn = TimelineDrawing(
            moments, stages, today, (min(days), last), size=size, width=width, anchor=anchor_of(caption)
        )
        drawings.append(Drawing(size, width, drawn.height, tuple(drawn.marks)))
    return Chart(
        kind="timeline",
        anchor=anchor_of(caption),
        caption=caption,
        unit="",
        description="; ".join(
            [f"{moment.day}: {moment.label}" for moment in moments] + [stage_words(stage) for stage in stages]
        ),
        drawings=tuple(drawings),
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
    items = []
    if any(stage.planned for stage in stages):
        items.append(KeyItem(gettext("planned"), "planned"))
    if any(stage.actual for stage in stages):
        items.append(KeyItem(gettext("carried out"), "actual"))
    if any(stage.delays for stage in stages):
        items.append(KeyItem(gettext("delay"), "delay"))
    if any(not stage.is_dated for stage in stages):
        items.append(KeyItem(gettext("dates unknown"), "unknown"))
    return tuple(items)


def _rows(moments: Sequence[ChartMoment], stages: Sequence[ChartStage]) -> tuple[tuple[TableCell, ...], ...]:
    rows = []
    for moment in moments:
        rows.append((TableCell(moment.day), TableCell(moment.label), TableCell(moment.kind_words)))
    for stage in stages:
        name = TableCell(stage.label)
        if stage.planned:
            rows.append((TableCell(stage.planned_time), name, TableCell(gettext("planned"))))
        if stage.actual:
            rows.append((TableCell(stage.actual_time), name, TableCell(gettext("carried out"))))
        if stage.edge:
            rows.append((TableCell(stage.edge), name, TableCell(gettext("carried out"))))
        elif not stage.is_dated:
            rows.append((TableCell(gettext("unknown")), name, TableCell(gettext("dates unknown"))))
        for delay in stage.delays:
            rows.append(
                (TableCell(delay.time), TableCell(f"{stage.label}: {delay.cause}"), TableCell(gettext("delay")))
            )
    return tuple(rows)
