"""Talking about a record under review or a proposed change: asking at a place, replying, settling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from editorial.models import ChangeRow, ChangeSet, CommentPlace, Publishable, ReviewComment, User
from editorial.models.access import accessible
from editorial.rules.transitions import Refused
from editorial.texts.document import Document
from editorial.texts.passages import NotThere, ReadText


@dataclass(frozen=True)
class Where:
    """What a comment is about; as it stands here, the whole record.

    quote   words of the text, as they are written, read or typed by hand
    before  words right before them, which tell them from the same words elsewhere
    note    the key of a note; with a quote, the note that the words stand in
    field   the name of a field
    row     the public id of the change set's row that the field is of
    """

    quote: str = ""
    before: str = ""
    note: str = ""
    field: str = ""
    row: UUID | None = None


@transaction.atomic
def comment(
    *,
    record: Model,
    by: User,
    text: str,
    at: datetime,
    where: Where | None = None,
    addressee: User | None = None,
) -> ReviewComment:
    """Say or ask something about a working copy or an open change set.

    Raises Refused without words, where the place is not there, where the set is decided, and where the person it is
    addressed to does not see the record.
    """
    if not text.strip():
        raise Refused("Write what should be looked at.")
    if isinstance(record, ChangeSet):
        stored = ChangeSet.objects.select_for_update().get(pk=record.pk)  # nobody confirms it between the two
        if not stored.is_open:
            raise Refused(f"“{stored}” is {stored.get_state_display().lower()} already.")
    if addressee is not None and not accessible(type(record)._default_manager.filter(pk=record.pk), addressee):
        raise Refused(f"{addressee} does not see this record. Address somebody else, or nobody.")
    made: ReviewComment = ReviewComment.objects.create(
        record=record, by=by, at=at, text=text.strip(), addressee=addressee, **_place(record, where or Where())
    )
    return made


def _place(record: Model, where: Where) -> dict[str, object]:
    if where.quote.strip():
        if not isinstance(record, Publishable):
            raise Refused("Words can be quoted of a text only. Name the field.")
        try:
            passage = ReadText(text_of(record)).passage(where.quote, before=where.before, note=where.note)
        except NotThere as missing:
            raise Refused(str(missing)) from None
        return {
            "place": CommentPlace.PASSAGE,
            "digest": passage.digest,
            "quote": passage.quote,
            "before": passage.before,
            "after": passage.after,
            "position": passage.position,
            "heading": passage.heading[:500],
            "note_key": passage.note,
        }
    if where.note:
        if not isinstance(record, Publishable) or where.note not in Document(text_of(record)).defined:
            raise Refused(f"There is no note [^{where.note}] in the stored text.")
        return {"place": CommentPlace.NOTE, "note_key": where.note}
    if where.field:
        if not _has_field(record, where):
            raise Refused("There is no such field here.")
        return {"place": CommentPlace.FIELD, "field": where.field, "row_id": where.row}
    return {}


def _has_field(record: Model, where: Where) -> bool:
    if isinstance(record, ChangeSet):
        row: ChangeRow | None = record.rows.filter(row_id=where.row).first()
        return row is not None and where.field in ((row.after or {}) | (row.before or {}))
    return where.row is None and any(f.name == where.field for f in record._meta.concrete_fields)


def text_of(record: Publishable) -> str:
    """The researched text of a working copy."""
    return record.release_content()[2]


@transaction.atomic
def reply(*, record: Model, number: int, by: User, text: str, at: datetime) -> ReviewComment:
    """Answer an open question about this record. Raises Refused without words, and where there is none open."""
    if not text.strip():
        raise Refused("Write a reply.")
    question = _open_question(record, number)
    made: ReviewComment = ReviewComment.objects.create(
        record=record, by=by, at=at, text=text.strip(), answers=question
    )
    return made


@transaction.atomic
def settle(*, record: Model, number: int, by: User, at: datetime, words: str = "") -> ReviewComment:
    """Mark a question about this record as dealt with.

    Who asked settles it without a word; anybody else with a reply: with ``words``, or with one they wrote before.
    Raises Refused without it, and where there is no open question with this number.
    """
    question = _open_question(record, number)
    if words.strip():
        ReviewComment.objects.create(record=record, by=by, at=at, text=words.strip(), answers=question)
    elif by.pk != question.by_id and not question.replies.filter(by=by).exists():
        raise Refused(f"{question.by} asked this. Say in a reply what became of it, and settle it with that.")
    question.settled_at, question.settled_by = at, by
    question.save(update_fields=["settled_at", "settled_by"])
    return question


def _open_question(record: Model, number: int) -> ReviewComment:
    found: ReviewComment | None = (
        ReviewComment.objects.about(record).open().select_for_update().filter(pk=number).first()
    )
    if found is None:
        raise Refused("This comment is settled already, or is not about this record.")
    return found
