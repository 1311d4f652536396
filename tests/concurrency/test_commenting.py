"""Two at the same moment: a question and the confirmation that it would stop, one suggestion taken over twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from countries.models import Country, CountryName, CountryProfile
from editorial.actions.commenting import comment
from editorial.actions.confirming import confirm, fingerprint
from editorial.actions.proposing import propose
from editorial.actions.suggesting import suggest, take_over
from editorial.models import ChangeSet, ReviewComment, Suggestion, User
from editorial.rules.transitions import Refused
from editorial.texts.passages import digest_of
from tests.concurrency.beside import Beside, needs_two_writers

pytestmark = [*needs_two_writers, pytest.mark.usefixtures("peru_is_sourced")]
Person = Callable[..., User]


def all_at_once(*acts: Callable[[], Any]) -> list[Exception | None]:
    beside = [Beside(act) for act in acts]
    assert all(one.is_over() for one in beside)
    return [one.raised for one in beside]


def test_nothing_is_confirmed_over_a_question(peru: Country, person: Person) -> None:
    made = propose(
        lambda: CountryName.objects.create(country=peru, name="Pérou", kind="also"),
        by=person("ana"),
        reason="Spelling",
    ).change_set
    assert made is not None
    read, editor, reader, now = fingerprint(made), person("editor"), person("reader"), timezone.now()
    mine, theirs = ChangeSet.objects.get(pk=made.pk), ChangeSet.objects.get(pk=made.pk)
    raised = all_at_once(
        lambda: comment(record=mine, by=reader, text="Whose spelling?", at=now),
        lambda: confirm(change_set=theirs, by=editor, read=read),
    )
    assert sorted(type(one).__name__ for one in raised) == ["NoneType", "Refused"]
    assert ReviewComment.objects.open().exists() != CountryName.objects.exists()


def test_of_two_who_take_over_the_same_change_one_does(draft: CountryProfile, person: Person) -> None:
    text = draft.text.replace("Peru signed", "Peru signed in Oslo")
    now, read = timezone.now(), digest_of(draft.text)
    made = suggest(record=draft, by=person("editor"), base=draft.text, text=text, reason="Plainer", at=now)

    def taking(name: str) -> Callable[[], None]:
        by, mine = person(name), Suggestion.objects.get(pk=made.pk)
        record = CountryProfile.objects.get(pk=draft.pk)
        return lambda: take_over(suggestion=mine, record=record, by=by, read=read, numbers=[1], at=now)

    raised = all_at_once(taking("researcher"), taking("another"))
    assert sorted(type(one).__name__ for one in raised) == ["NoneType", "Refused"]
    assert all(isinstance(one, Refused) for one in raised if one is not None)
    assert draft.history.count() == 2
