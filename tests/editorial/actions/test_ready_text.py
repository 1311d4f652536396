"""What is ready of a release comes with it, goes with a withdrawal, and can be made anew."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from editorial.actions.embargo import take_back
from editorial.actions.ready_text import ready_texts, rebuild_ready_texts
from tests.factories.public_life import life

__all__ = ["life"]


def test_it_is_written_with_each_release(life) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    found = dict(ready_texts(life.noun.model).values_list("release__number", "page"))
    assert "seven" in found[1]
    assert "eight" in found[2]


def test_a_change_of_the_working_copy_writes_none_and_a_withdrawal_takes_all(life) -> None:
    life.bring_out("seven")
    life.write("secret")
    assert not ready_texts(life.noun.model).filter(page__contains="secret").exists()
    life.take_back()
    assert not ready_texts(life.noun.model).exists()
    life.bring_out("nine", note="Again.")
    life.write("secret")  # the record still says that it was once withdrawn
    assert ready_texts(life.noun.model).get().release.number == 2


def test_nothing_stays_of_what_was_taken_back_before_anybody_saw_it(life) -> None:
    life.bring_out("seven", visible_from=timezone.now() + timedelta(days=1))
    assert ready_texts(life.noun.model).exists()
    take_back(record=life.record, by=life.press.publisher, reason="Wrong file")
    assert not ready_texts(life.noun.model).exists()


def test_it_can_be_made_anew(life) -> None:
    life.bring_out("seven")
    (before,) = ready_texts(life.noun.model).values()
    ready_texts(life.noun.model).update(page="spoiled", made_from="an older build")
    assert sum(rebuild_ready_texts.run(timezone.now())) == 1
    assert list(ready_texts(life.noun.model).values()) == [before]
