"""What was taken back answers as if it were not there, and says why; what it said is gone."""

from __future__ import annotations

from datetime import timedelta

import time_machine
from django.utils import timezone

REASON = "Its figures were of <another> state."
SAID = "Its figures were of &lt;another&gt; state."


def test_every_address_is_not_found_and_pages_say_why(life, answers, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    life.take_back(REASON)
    gone = [*life.of_release(1), *life.of_release(2), *life.followers()]
    assert answers(gone) == {404}
    for address in gone:
        words = read(address)
        assert "seven" not in words, address
        assert "eight" not in words, address
        assert (SAID in words) == ("/api/" not in address), address


def test_a_tombstone_speaks_of_its_release_alone_and_leads_to_the_log(life, read) -> None:
    life.bring_out("seven")
    life.bring_out("eight", note="One more was found.")
    life.take_back(REASON)
    page = read(life.page + "r1/")
    assert ", r1<" in page or "Release r1<" in page
    assert ", r2<" not in page
    assert "Release r2<" not in page
    log = page.split(life.noun.log_title)[0].rpartition('href="')[2].split('"')[0].split("#")
    assert f'id="{log[1]}"' in read(log[0])
    assert ", r2<" in read(life.page) or "Release r2<" in read(life.page)


def test_nothing_of_what_was_frozen_names_it(life, read) -> None:
    if life.noun.name == "statement":
        life.press.change(life.record, title="A blunder in Lima")
    life.bring_out("seven")
    life.take_back(REASON)
    for address in (life.page, life.log, life.feed):
        assert SAID in read(address)
        assert "blunder" not in read(address).lower(), address


def test_what_nobody_saw_before_it_was_withdrawn_has_no_tombstone(life, answers, read) -> None:
    life.bring_out("seven", visible_from=timezone.now() + timedelta(days=2))
    life.take_back(REASON)
    for address in (life.page, life.page + "r1/", life.log):
        assert answers([address]) == {404}
        assert SAID not in read(address)
    assert SAID not in read(life.feed)


def test_the_next_release_brings_nothing_back_before_its_time_or_after(life, answers, read) -> None:
    later = timezone.now() + timedelta(days=2)
    life.bring_out("seven")
    life.take_back(REASON)
    life.bring_out("eight", note="Written anew.", visible_from=later)
    assert answers([*life.of_release(1), *life.of_release(2), *life.followers()]) == {404}
    assert "Written anew." not in read(life.log) + read(life.feed)
    with time_machine.travel(later):
        assert answers([*life.of_release(2), *life.followers()]) == {200}
        assert answers(life.of_release(1)) == {404}
        assert SAID in read(life.page + "r1/")
        assert read(life.api + "releases/").count('"number"') == 1
        assert "Compare with" not in read(life.page) + read(life.log)
