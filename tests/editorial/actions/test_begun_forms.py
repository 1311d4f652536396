"""What is typed is kept for its person alone, window by window, until it is saved or thrown away."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from editorial.actions.begun_forms import Opened, TooManyBegun, forget_begun, keep_begun, sweep_forms
from editorial.models import BegunForm, SavedForm, User

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
SOON = NOON + timedelta(seconds=10)


@pytest.fixture
def ana(person) -> User:
    return person("ana")


@pytest.fixture
def opened(ana: User) -> Opened:
    return Opened(uuid.uuid4(), uuid.uuid4(), ana, "/admin/countries/country/1/change/", "Peru")


def keep(opened: Opened, words: str, known_at: datetime | None = None, at: datetime = NOON) -> BegunForm:
    begun = keep_begun(opened, typed=[["lead", words]], known_at=known_at, at=at)
    assert begun is not None
    return begun


def kept(person: User) -> list[str]:
    return [one.typed[0][1] for one in BegunForm.objects.of(person)]


def test_the_same_window_writes_over_its_own_words(opened: Opened, ana: User) -> None:
    keep(opened, "One")
    keep(opened, "One, two", at=SOON)
    assert kept(ana) == ["One, two"]


def test_another_window_that_brought_it_back_goes_on_with_it(opened: Opened, ana: User) -> None:
    keep(opened, "One")
    there = replace(opened, window=uuid.uuid4())
    assert keep(there, "One, two", known_at=NOON, at=SOON).form_id == opened.form_id
    assert kept(ana) == ["One, two"]


def test_of_two_windows_with_one_form_neither_is_overwritten(opened: Opened, ana: User) -> None:
    keep(opened, "One")
    there = replace(opened, window=uuid.uuid4())
    keep(there, "There", known_at=NOON, at=SOON)
    here = keep(opened, "Here", at=SOON + timedelta(seconds=1))
    assert here.form_id != opened.form_id
    assert kept(ana) == ["Here", "There"]


def test_nobody_has_another_persons(opened: Opened, person) -> None:
    keep(opened, "One")
    assert kept(person("ben")) == []
    forget_begun(person=person("ben"), form_id=opened.form_id)
    assert BegunForm.objects.count() == 1


def test_what_arrives_after_the_save_is_not_kept(opened: Opened, ana: User) -> None:
    SavedForm.objects.create(form_id=opened.form_id, person=ana, digest="", saved_at=NOON)
    assert keep_begun(opened, typed=[["lead", "Late"]], known_at=None, at=SOON) is None
    assert not BegunForm.objects.exists()


def test_what_arrived_beside_the_save_is_not_unsaved(opened: Opened, ana: User) -> None:
    keep(opened, "One")
    SavedForm.objects.create(form_id=opened.form_id, person=ana, digest="", saved_at=NOON)
    assert kept(ana) == []


def test_there_is_an_end_to_what_one_person_begins(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(BegunForm, "AT_MOST", 1)
    keep(opened, "One")
    with pytest.raises(TooManyBegun):
        keep(replace(opened, form_id=uuid.uuid4()), "Another")
    keep(opened, "One, two", at=SOON)


def test_what_is_old_is_swept(opened: Opened, ana: User) -> None:
    keep(opened, "Old")
    keep(replace(opened, form_id=uuid.uuid4()), "Young", at=SOON)
    SavedForm.objects.create(form_id=uuid.uuid4(), person=ana, digest="", saved_at=NOON)
    assert sweep_forms(at=NOON + BegunForm.KEPT_FOR + timedelta(seconds=5)) == (1, 0)
    assert kept(ana) == ["Young"]
    assert sweep_forms(at=NOON + SavedForm.KEPT_FOR + timedelta(seconds=5)) == (1, 1)
