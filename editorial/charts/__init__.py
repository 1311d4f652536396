"""Charts as server-side SVG: pure functions from data to a figure that `{% chart figure %}` shows.

A figure carries its title, unit, source, words for a screen reader and the same numbers as a table. It needs no
script, prints, and scales by two drawings (wide and narrow) of which the style sheet shows the one that fits.
Unknown is drawn hatched and said in words, never as zero, and lines, which would bridge it, refuse it; bars start at
zero; lines are labelled at their ends.
"""

from editorial.charts.bar import bar_chart
from editorial.charts.figure import (
    NARROW,
    WIDE,
    Chart,
    ChartMark,
    Drawing,
    KeyItem,
    Series,
    TableCell,
    Unknown,
)
from editorial.charts.grid import Grid, GridCell, GridRow, GridState, grid
from editorial.charts.line import line_chart
from editorial.charts.timeline import timeline
from editorial.charts.timeline_facts import ChartMoment, ChartStage, Delay
