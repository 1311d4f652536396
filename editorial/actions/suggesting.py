"""Suggesting another wording of a text, and taking it over: all of it, or some of its changes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from editorial.actions.commenting import text_of
from editorial.models import Publishable, Suggestion, SuggestionState, User, recording
from editorial.rules.transitions import Refused
from editorial.texts.dialect import normalised
from editorial.texts.passages import digest_of
from editorial.texts.taking import SuggestedChange, suggested_changes, with_changes


@transaction.atomic
def suggest(*, record: Publishable, by: User, base: str, text: str, reason: str, at: datetime) -> Suggestion:
    """Keep another text beside the record's. ``base`` is the stored text on which it was made.

    Raises Refused without a reason, and where it is the same text.
    """
    if not reason.strip():
        raise Refused("Say why: the author reads it.")
    if normalised(text).strip() == normalised(base).strip():
        raise Refused("The text is as it was. Change it first; other fields cannot be suggested.")
    made: Suggestion = Suggestion.objects.create(
        record=record, by=by, at=at, reason=reason.strip(), base=base, text=text
    )
    return made


def changes_of(suggestion: Suggestion, record: Publishable) -> tuple[SuggestedChange, ...]:
    """What of an open suggestion is not in the record's text by now."""
    return suggested_changes(suggestion.base, suggestion.text, text_of(record))


@transaction.atomic
def take_over(
    *, suggestion: Suggestion, record: Publishable, by: User, read: str, numbers: Collection[int], at: datetime
) -> None:
    """Write some changes of an open suggestion into the record, as a save of this person that names who suggested it.

    ``numbers`` are those of changes_of, ``read`` is the digest of the text that they were shown with. When nothing is left
    to take, the suggestion is taken. Raises Refused where the text has changed since, or there is nothing to take.
    """
    current: Any = type(record)._base_manager.select_for_update().get(pk=record.pk)
    one = _open(suggestion, current)
    text = text_of(current)
    if digest_of(text) != read:
        raise Refused("The text was changed since you opened this. Read it again: nothing was taken over.")
    known = {change.number for change in suggested_changes(one.base, one.text, text)}
    wanted = known & set(numbers)
    if not wanted:
        raise Refused("Say which of the changes.")
    current.text = with_changes(one.base, one.text, text, wanted)
    with recording(by=by, reason=f"Taken over from {one.by}’s suggestion: {one.reason}"):
        current.save()
    one.taken_at, one.taken_by = at, by
    if not suggested_changes(one.base, one.text, current.text):
        _decide(one, SuggestionState.TAKEN, by=by, at=at)
    one.save()
    suggestion.refresh_from_db()
    record.refresh_from_db()


@transaction.atomic
def decline(*, suggestion: Suggestion, record: Publishable, by: User, words: str, at: datetime) -> None:
    """Say no to what is left of it, with words that who suggested it reads. Raises Refused without them."""
    if not words.strip():
        raise Refused("Say why this is declined: who suggested it reads it.")
    one = _open(suggestion, record)
    one.decision_words = words.strip()
    _decide(one, SuggestionState.DECLINED, by=by, at=at)
    one.save()
    suggestion.refresh_from_db()


@transaction.atomic
def withdraw_suggestion(*, suggestion: Suggestion, record: Publishable, by: User, at: datetime) -> None:
    """Give up what is left of one's own suggestion. Raises Refused for anybody else."""
    one = _open(suggestion, record)
    if one.by_id != by.pk:
        raise Refused(f"{one.by} suggested this. You can decline it.")
    _decide(one, SuggestionState.WITHDRAWN, by=by, at=at)
    one.save()
    suggestion.refresh_from_db()


def _open(suggestion: Suggestion, record: Publishable) -> Suggestion:
    found: Suggestion | None = (
        Suggestion.objects.about(record).open().select_for_update().filter(pk=suggestion.pk).first()
    )
    if found is None:
        raise Refused("This suggestion is decided already, or is not about this record.")
    return found


def _decide(one: Suggestion, state: SuggestionState, *, by: User, at: datetime) -> None:
    one.state, one.decided_by, one.decided_at = state, by, at
