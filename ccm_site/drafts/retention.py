"""What the state keeps for training and research: Article 3(6) to (8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from countries.models import FactKind
from stockpiles.models import RetentionRecord
from stockpiles.queries.figure_groups import ShownRecord

from .parts import Sentence, Subject
from .words import alike, notes_of, quantity_in_words, whose_word


def retained(about: Subject) -> Iterable[Sentence]:
    """Each figure with its year and purpose, and what was used up of it."""
    story = about.story
    for same in alike(
        sorted(story.retained, key=_when), lambda shown: (shown.record.certainty, _words(about, shown))
    ):
        yield Sentence(f"{whose_word(same)} {_words(about, same[0])}.", notes_of(same))
    for used in story.used_up:
        row_used = used.record
        words = (
            f"{whose_word([used])} {quantity_in_words(row_used)} of what was retained were destroyed in training"
        )
        yield Sentence(f"{words} ({row_used.period_words}).", notes_of([used]))
    if not story.retained:
        yield about.nothing("No figure of what is retained for training and research", FactKind.RETENTION)


def _words(about: Subject, shown: ShownRecord[RetentionRecord]) -> str:
    row = shown.record
    what = f" of {row.munition_type.designation}" if row.munition_type else ""
    when = f" {row.about_in_words}" if row.about_in_words else ""
    purpose = f", for {row.purpose}" if row.purpose else " for training and research"
    return f"{about.name} retained {quantity_in_words(row)}{what}{purpose}{when}"


def _when(shown: ShownRecord[RetentionRecord]) -> date:
    """The oldest first: by the day that it speaks of, else by when it was said."""
    when = shown.record.as_of or shown.record.made_on
    return when.latest if when else date.max
