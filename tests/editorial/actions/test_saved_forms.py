"""A form is saved once: repeated, it is answered as it was; refused, it may come again."""

from __future__ import annotations

import uuid

import pytest

from editorial.actions.saved_forms import Answered, SavedAlready, digest_of, save_once
from editorial.models import BegunForm, SavedForm, User
from editorial.rules.transitions import Refused

FORM = uuid.UUID(int=7)
SAVED = Answered(led_to="/list/", told=[(25, "Saved.", False)])


@pytest.fixture
def ana(person) -> User:
    return person("ana")


def save(ana: User, outcome: Answered | None = SAVED, digest: str = "a") -> Answered | None:
    return save_once(lambda: outcome, person=ana, form_id=FORM, digest=digest)


def test_the_second_is_answered_as_the_first(ana: User) -> None:
    assert save(ana) == SAVED
    with pytest.raises(SavedAlready) as before:
        save(ana, Answered(led_to="/elsewhere/"))
    assert before.value.outcome == SAVED
    assert before.value.is_equal


def test_other_words_are_told_apart(ana: User) -> None:
    save(ana)
    with pytest.raises(SavedAlready) as before:
        save(ana, digest="b")
    assert not before.value.is_equal


def test_a_refused_form_is_no_saved_one(ana: User) -> None:
    assert save(ana, None) is None

    def refuse() -> Answered:
        raise Refused("Not so.")

    with pytest.raises(Refused):
        save_once(refuse, person=ana, form_id=FORM, digest="a")
    assert not SavedForm.objects.exists()
    assert save(ana) == SAVED


def test_the_number_of_somebody_else_says_nothing(ana: User, person) -> None:
    save(ana)
    assert save(person("ben")) == SAVED


def test_what_was_begun_goes_with_the_save_and_stays_with_a_refusal(ana: User) -> None:
    BegunForm.objects.create(
        form_id=FORM, window=FORM, person=ana, place="/", title="x", typed=[], kept_at="2026-11-29T10:00Z"
    )
    save(ana, None)
    assert BegunForm.objects.exists()
    save(ana)
    assert not BegunForm.objects.exists()


def test_the_button_is_no_part_of_what_was_posted() -> None:
    assert digest_of([("lead", "x"), ("_save", "Save")]) == digest_of([("_continue", "1"), ("lead", "x")])
    assert digest_of([("lead", "x")]) != digest_of([("lead", "y")])
