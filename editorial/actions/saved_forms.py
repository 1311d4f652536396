"""Each opened form is saved once: two equal posts make one record, and both people of a double click see one answer."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from editorial.models import BegunForm, SavedForm, User


@dataclass(frozen=True)
class Answered:
    """What a person was answered: where they were led, or the page itself, and the words said there."""

    led_to: str = ""
    page: str = ""
    told: list[tuple[int, str, bool]] = field(default_factory=list)


class SavedAlready(Exception):
    """The form was saved before. ``outcome`` is what that led to; ``is_equal`` whether the same was posted."""

    def __init__(self, outcome: Answered, *, is_equal: bool) -> None:
        super().__init__("This form was saved before.")
        self.outcome, self.is_equal = outcome, is_equal


def digest_of(posted: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over what was posted, without the buttons and whatever else says nothing of the record."""
    said = sorted((name, value) for name, value in posted if not name.startswith("_"))
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@transaction.atomic
def save_once(
    act: Callable[[], Answered | None], *, person: User, form_id: uuid.UUID, digest: str
) -> Answered | None:
    """Do what saving a form does, once. ``act`` answers None where nothing was saved: the form may then come again.

    Of two at the same moment the second waits until the first is through. Raises SavedAlready, and whatever the act
    raises; then nothing is noted. What was begun in the form is forgotten with the save.
    """
    noted, is_first = SavedForm.objects.get_or_create(
        person=person, form_id=form_id, defaults={"digest": digest, "saved_at": timezone.now()}
    )
    if not is_first:
        told = [(level, words, is_html) for level, words, is_html in noted.told]
        raise SavedAlready(Answered(noted.led_to, noted.page, told), is_equal=noted.digest == digest)
    outcome = act()
    if outcome is None:
        noted.delete()
        return None
    noted.led_to, noted.page, noted.told = outcome.led_to, outcome.page, [list(one) for one in outcome.told]
    noted.save()
    BegunForm.objects.filter(person=person, form_id=form_id).delete()
    return outcome
