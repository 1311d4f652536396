"""What a chart says in words: which figures are unknown."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from editorial.charts.figure import Series, Unknown
from editorial.charts.numbers import unknown_words


def unknown_notes(years: Sequence[str], series: Sequence[Series]) -> tuple[str, ...]:
    """One sentence a series that has unknown figures, naming the years in which they are missing."""
    notes = []
    for one in series:
        places: dict[str, list[int]] = {}
        for index, value in enumerate(one.values):
            if value is None or isinstance(value, Unknown):
                places.setdefault(unknown_words(value), []).append(index)
        for said, indexes in places.items():
            names = {"name": one.name, "unknown": said, "places": _runs(years, indexes)}
            notes.append(gettext("%(name)s – %(unknown)s: %(places)s.") % names)
    return tuple(notes)


def _runs(years: Sequence[str], indexes: Sequence[int]) -> str:
    """The years at the indexes; three and more in a row become first–last."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    words = []
    for run in runs:
        names = [years[index] for index in run]
        words += [f"{names[0]}–{names[-1]}"] if len(run) > 2 else names
    return ", ".join(words)
