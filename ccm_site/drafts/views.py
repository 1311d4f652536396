"""What the state holds on disputed questions of the convention outside its statements, as sources give it."""

from __future__ import annotations

from collections.abc import Iterable

from countries.models import FactKind
from meetings.models import InterpretiveAnswer, InterpretiveIssue
from meetings.queries.interpretive_positions import views_of

from .parts import Sentence, Subject
from .words import notes_of, whose_word

ANSWERS = {
    InterpretiveAnswer.PROHIBITED: "it holds this to be prohibited",
    InterpretiveAnswer.PARTLY: "it holds this to be prohibited in part",
    InterpretiveAnswer.REGULATED: "it holds this to be allowed within limits",
    InterpretiveAnswer.ALLOWED: "it holds this to be allowed",
    InterpretiveAnswer.SUPPORTS: "it is in favour",
    InterpretiveAnswer.CONSIDERS: "it is interested or considering",
    InterpretiveAnswer.CONCERNED: "it is concerned",
    InterpretiveAnswer.NOT_NOW: "it does not intend to for now",
    InterpretiveAnswer.OPPOSES: "it is against",
    InterpretiveAnswer.INFORMS: "it says something else",
    InterpretiveAnswer.ELABORATED: "it gave a view that is not on record here",
    InterpretiveAnswer.NOT_GIVEN: "it has not given its views",
    InterpretiveAnswer.NOT_KNOWN: "its view is not known to the source",
}


def interpretive_views(about: Subject) -> Iterable[Sentence]:
    """Question by question, the newest view first."""
    found = views_of(about.country)
    for question in found:
        for view in question.views:
            whose = whose_word([view.shown])
            said = f": {view.record.view}" if view.record.view else "."
            answer = ANSWERS[InterpretiveAnswer(view.record.answer)]
            words = f"On {_asked(question.issue)}, {whose[0].lower()}{whose[1:]} {answer}{said}"
            yield Sentence(words, notes_of([view.shown]))
    if not found:
        yield about.nothing(
            "No view on disputed questions of the convention, outside statements,", FactKind.INTERPRETIVE_POSITIONS
        )


def _asked(issue: InterpretiveIssue) -> str:
    label = str(issue.label)
    return f"{label[0].lower()}{label[1:]}"
