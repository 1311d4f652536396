"""What must be right before a record is published, and what stands in its way."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import Model

from editorial.models import Publishable, ReviewComment
from editorial.queries import text_problems
from editorial.rules.transitions import Refused
from editorial.texts.dialect import NOTE_MARK
from editorial.texts.document import Document

_FIGURE = re.compile(r"\d")
_SHOWN = 90  # characters of a paragraph that are quoted


@dataclass(frozen=True)
class Check:
    """One line of the checklist. Only ``is_required`` ones stop a publication."""

    words: str
    done: bool
    is_required: bool = True
    details: tuple[str, ...] = ()


def checklist(record: Publishable, *, is_as_approved: bool = True) -> list[Check]:
    """What must be right before publication, in the order of the work. An approval counts while what was approved is
    what would be printed."""
    _, lead, text = record.release_content()
    problems = [problem.message for problem in text_problems(text)]
    bare = unsourced(text)
    others = record.publication_problems()
    waiting = ReviewComment.objects.about(record).open().count()
    return [
        Check("The text is written", bool(text.strip())),
        Check("The summary is written", bool(lead.strip())),
        Check("Notes and sources of the text are in order", not problems, details=tuple(problems)),
        Check("Everything beside the text is in order", not others, details=tuple(others)),
        Check("Every paragraph that names a figure or a date has a note", not bare, False, tuple(bare)),
        Check("Every comment is settled", not waiting, details=(f"{waiting} open",) if waiting else ()),
        Check("A second person has approved it", record.reviewed_at is not None and is_as_approved),
    ]


def unsourced(text: str) -> list[str]:
    """Paragraphs that name a figure or a date and neither refer to a note nor cite a source, by their first words."""
    found = []
    for paragraph in Document(text).paragraphs():
        if paragraph.lstrip().startswith("#") or not _FIGURE.search(paragraph):
            continue
        if not NOTE_MARK.search(paragraph) and "@" not in paragraph:
            words = " ".join(paragraph.split())
            found.append(words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…")
    return found


def refuse_open_comments(record: Model) -> None:
    """Raises Refused, naming each comment on a record or a change set that nobody has settled."""
    waiting = [str(one) for one in ReviewComment.objects.about(record).open().select_related("by")]
    if waiting:
        raise Refused("Comments on this are open. Settle them first.", waiting)
