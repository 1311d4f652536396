"""The talk about a record as people read it: questions with their replies, and where each stands by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote as escaped

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q

from editorial.history.words import content_fields, fields_kept, label_of
from editorial.models import ChangeSet, CommentPlace, Publishable, ReviewComment, User, tracked_models
from editorial.models.access import accessible
from editorial.texts.document import Document
from editorial.texts.passages import FoundPlace, ReadText, without_atoms

_WORDS_IN_LINK = 5


@dataclass(frozen=True)
class Whereabouts:
    """Where a question stands by now.

    words       "At note 3", "At the field Lead"; "" for the whole record
    quotation   the words it is about, as they stood
    is_lost     whether these words have changed, or the note or field is gone
    target      the end of an address that leads to the place on a page that shows the text; "" without one
    occurrence  which of the places with these words it is, from 0
    field       the name of the field, for the form; "text" where it stands in the text
    """

    words: str = ""
    quotation: str = ""
    is_lost: bool = False
    target: str = ""
    occurrence: int = 0
    field: str = ""


@dataclass(frozen=True)
class Thread:
    """A question, its replies in order, and where it stands."""

    question: ReviewComment
    replies: list[ReviewComment]
    where: Whereabouts = field(default_factory=Whereabouts)

    @property
    def last(self) -> ReviewComment:
        return self.replies[-1] if self.replies else self.question

    @property
    def is_open(self) -> bool:
        return self.question.settled_at is None


def threads(record: Model) -> list[Thread]:
    """Every question about a record: the open ones as the text has them, then the settled ones, the newest first.

    Two queries, whatever their number, and for a change set one more.
    """
    said = list(ReviewComment.objects.about(record).select_related("by", "addressee", "settled_by"))
    found = _grouped(said)
    if not found:
        return []
    at = _of_change_set(record) if isinstance(record, ChangeSet) else _of_text(record)
    placed = []
    for thread in found:
        order, where = at.whereabouts(thread.question)
        placed.append((order, Thread(thread.question, thread.replies, where)))
    waiting = [thread for _, thread in sorted(placed, key=lambda one: one[0]) if thread.is_open]
    settled = [thread for _, thread in placed if not thread.is_open]
    return [*waiting, *sorted(settled, key=lambda one: one.question.settled_at or one.question.at, reverse=True)]


def _grouped(said: Iterable[ReviewComment]) -> list[Thread]:
    found: dict[int, Thread] = {}
    replies = []
    for one in said:
        if one.answers_id is None:
            found[one.pk] = Thread(one, [])
        else:
            replies.append(one)
    for one in replies:
        found[one.answers_id or 0].replies.append(one)
    return list(found.values())


MOST_WITH_PLACES = 1_000
"""Rows of a change: of a longer one nobody finds a field in a list, and a comment names the row in its words."""


def places_of(record: Model) -> Iterator[tuple[str, str]]:
    """What a comment can be about beside words and the whole: ("note:key" or "field:name" or "row:id:name", label)."""
    if isinstance(record, ChangeSet):
        for row in record.rows.all() if record.rows.count() <= MOST_WITH_PLACES else ():
            names = (row.after or {}).keys() | (row.before or {}).keys()
            for f in fields_kept(row.model):
                if f.name in names:
                    yield f"row:{row.row_id}:{f.name}", f"{row.label}: {label_of(f)}"
    elif isinstance(record, Publishable):
        for note in Document(record.release_content()[2]).notes:
            yield f"note:{note.label}", f"Note {note.number}"
        for f in content_fields(type(record)):
            yield f"field:{f.name}", label_of(f)


# ------------------------------------------------------------------ where each stands

Placed = tuple[tuple[int, int], Whereabouts]


class _OfText:
    def __init__(self, record: Publishable) -> None:
        self.model = type(record)
        self.text = ReadText(record.release_content()[2])
        self.notes = Document(record.release_content()[2]).defined

    def whereabouts(self, one: ReviewComment) -> Placed:
        if passage := one.passage:
            place = self.text.find(passage)
            quotation = without_atoms(passage.quote)
            if place is None:
                under = f" (under “{passage.heading}”)" if passage.heading else ""
                return (2, passage.position), Whereabouts(
                    f"Its words have changed{under}. It was about", quotation, True
                )
            number = self.notes[place.note].number if place.note in self.notes else 0
            inside = (
                f"In note {number}" if number else (f"Under “{place.heading}”" if place.heading else "In the text")
            )
            return (1, place.start), Whereabouts(
                inside, quotation, target=self._target(place), occurrence=place.occurrence, field="text"
            )
        if one.place == CommentPlace.NOTE:
            note = self.notes.get(one.note_key)
            if note is None:
                return (2, 0), Whereabouts(f"At the note [^{one.note_key}], which is gone", is_lost=True)
            return (1, len(self.text.words)), Whereabouts(
                f"At note {note.number}", target=f"note-{note.number}", field="text"
            )
        if one.place == CommentPlace.FIELD:
            f = next((f for f in self.model._meta.concrete_fields if f.name == one.field), None)
            if f is None:
                return (2, 0), Whereabouts("At a field that is gone", is_lost=True)
            return (0, 1), Whereabouts(f"At the field {label_of(f)}", field=one.field)
        return (0, 0), Whereabouts()

    def _target(self, place: FoundPlace) -> str:
        """A fragment by which browsers find and mark the words themselves: the first and the last of the passage."""
        words = without_atoms(self.text.words[place.start : place.end]).split()
        ends = [words] if len(words) <= 2 * _WORDS_IN_LINK else [words[:_WORDS_IN_LINK], words[-_WORDS_IN_LINK:]]
        return ":~:text=" + ",".join(escaped(" ".join(some), safe="").replace("-", "%2D") for some in ends)


class _OfChangeSet:
    def __init__(self, change_set: ChangeSet) -> None:
        self.rows = {row.row_id: row for row in change_set.rows.all()}

    def whereabouts(self, one: ReviewComment) -> Placed:
        if one.place != CommentPlace.FIELD:
            return (0, 0), Whereabouts()
        row = self.rows.get(one.row_id) if one.row_id else None
        f = next((f for f in row.model._meta.concrete_fields if f.name == one.field), None) if row else None
        if row is None or f is None:
            return (2, 0), Whereabouts("At a row that is not proposed any more", is_lost=True)
        anchor = f"row-{row.order}-{one.field}"
        return (1, row.order), Whereabouts(f"At {row.label}: {label_of(f)}", target=anchor, field=anchor)


def _of_text(record: Model) -> _OfText:
    if not isinstance(record, Publishable):
        raise TypeError(f"{type(record).__name__} has no text and is no change set.")
    return _OfText(record)


def _of_change_set(change_set: ChangeSet) -> _OfChangeSet:
    return _OfChangeSet(change_set)


# ------------------------------------------------------------------ whose turn it is


@dataclass(frozen=True)
class ToAnswer:
    """A question that waits for somebody, the record it is about, and what was said last."""

    record: Model
    question: ReviewComment
    last: ReviewComment

    @property
    def is_answered(self) -> bool:
        """Whether it was replied to, so that it waits for who asked."""
        return self.last.pk != self.question.pk


def waiting_for(user: User) -> list[ToAnswer]:
    """Open questions in which the next word is this person's: the oldest first.

    Those addressed to them or about a change set of theirs, while somebody else spoke last, and their own that somebody
    replied to. Only of records that they see. Some queries for each kind of record.
    """
    sets = ContentType.objects.get_for_model(ChangeSet)
    theirs = ChangeSet.objects.open().filter(authors=user).values("pk")
    asked = (
        ReviewComment.objects.open()
        .filter(Q(addressee=user) | Q(by=user) | Q(content_type=sets, object_id__in=theirs, addressee=None))
        .select_related("by", "content_type")
        .prefetch_related("replies__by")
    )
    waiting: list[tuple[ReviewComment, ReviewComment]] = []
    for question in asked:
        last = max(question.replies.all(), key=lambda one: (one.at, one.pk), default=question)
        if last.by_id != user.pk:
            waiting.append((question, last))
    records = _records([question for question, _ in waiting], user)
    return [
        ToAnswer(record, question, last)
        for question, last in waiting
        if (record := records.get((question.content_type_id, question.object_id))) is not None
    ]


def _records(asked: Iterable[ReviewComment], user: User) -> dict[tuple[int, int], Model]:
    keys: dict[type[Model], set[int]] = {}
    for one in asked:
        model = one.content_type.model_class()
        if model is not None:
            keys.setdefault(model, set()).add(one.object_id)
    found: dict[tuple[int, int], Model] = {}
    for model, pks in keys.items():
        rows = accessible(model._default_manager.filter(pk__in=pks), user)
        if model in tracked_models():
            rows = rows.select_related(
                *(f.name for f in model._meta.concrete_fields if f.is_relation and not f.null)
            )
        number = ContentType.objects.get_for_model(model).pk
        found |= {(number, row.pk): row for row in rows}
    return found
