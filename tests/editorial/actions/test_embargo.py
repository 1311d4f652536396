"""A release that waits: moved, released now, taken back. No reader has seen it, and none is told why."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from editorial.actions.embargo import release_now, reschedule, take_back
from editorial.models import AuditAction, AuditEntry, ReleaseSeal, Status, User, seal_of
from editorial.queries.seals import verify
from editorial.rules.transitions import Refused

NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
SOON, LATER = NOON + timedelta(days=2), NOON + timedelta(days=9)


@pytest.fixture
def by(life) -> User:
    return life.press.publisher


def act(step: Any, life: Any, **words: Any) -> Any:
    life.record.refresh_from_db()
    return step(record=life.record, by=life.press.publisher, reason="The meeting was moved.", **words)


def everywhere(life, read) -> str:
    """All that readers can see of a record, and all that names it."""
    lists = ("/countries/peru/", "/statements/", "/search/?q=bombs", "/about/seals/")
    api = (f"/api/v1/{life.noun.name}s/", life.api, life.api + "releases/", "/api/v1/sources/")
    pages = (life.page, life.log, life.feed, *lists, *api, "/about/seals.json", "/sources/")
    return "\n".join(read(address) for address in pages)


def test_a_moved_embargo_is_followed_by_everything(life, read, answers) -> None:
    with time_machine.travel(NOON, tick=False):
        life.bring_out("seven", visible_from=SOON)
        release = act(reschedule, life, visible_from=LATER)
        assert (release.visible_from, life.record.status) == (LATER, Status.PUBLISHED)
    with time_machine.travel(SOON + timedelta(hours=1)):
        assert "seven" not in everywhere(life, read)
        assert answers([life.page, life.page + "r1/"]) == {404}
    with time_machine.travel(LATER):
        assert "seven" in read(life.page)
        assert life.shelf in read("/search/?q=seven")
        assert life.title in read("/statements/") or life.noun.name == "profile"
        assert "The meeting was moved" not in everywhere(life, read)


def test_released_now_it_is_out_at_once(life, read, answers) -> None:
    with time_machine.travel(NOON, tick=False):
        life.bring_out("seven", visible_from=LATER)
        assert "seven" not in everywhere(life, read)
        release = act(release_now, life)
        assert release.visible_from == NOON
        assert answers(life.of_release(1)) == {200}
        assert "seven" in read(life.page)
        assert life.title in read("/statements/") or life.noun.name == "profile"
        assert life.record.standing.waits is False
        assert not any(verify())


def test_taken_back_it_never_was_and_its_number_is_given_again(life, read, answers) -> None:
    with time_machine.travel(NOON, tick=False):
        life.bring_out("seven", visible_from=SOON)
        gone = act(take_back, life)
        assert (gone.taken_back_at, life.record.status) == (NOON, Status.DRAFT)
        assert (life.record.published_at, life.record.published_by) == (None, None)
        assert life.record.standing.ever_published is False
    with time_machine.travel(SOON + timedelta(days=1)):
        assert "seven" not in everywhere(life, read)
        assert answers([life.page, life.page + "r1/", life.log]) == {404}
        again = life.bring_out("eight")  # a first publication: nobody is asked what changed
        assert (again.number, again.change_kind) == (1, "first")
        assert "eight" in read(life.page + "r1/")
        assert "r2" not in read(life.log)
        assert not any(verify())


def test_a_correction_taken_back_leaves_what_readers_have(life, read) -> None:
    first = life.bring_out("seven")
    life.bring_out("eight", note="Secret note.", visible_from=timezone.now() + timedelta(days=2))
    act(take_back, life)
    assert (life.record.published_at, life.record.published_by) == (first.released_at, first.released_by)
    assert life.record.status == Status.DRAFT
    assert "seven" in read(life.page)
    assert "Secret note." not in everywhere(life, read)
    assert life.bring_out("nine", note="Told.").number == 2


def test_a_correction_that_is_being_written_stays_where_it_is(life) -> None:
    life.bring_out("seven", visible_from=timezone.now() + timedelta(days=2))
    life.write("eight")
    act(take_back, life)
    assert life.record.status == Status.DRAFT
    assert life.record.lead == "In short, eight."


def test_each_decision_is_noted_for_the_team_and_sealed(life) -> None:
    with time_machine.travel(NOON, tick=False):
        release = life.bring_out("seven", visible_from=SOON)
        act(reschedule, life, visible_from=LATER)
        act(release_now, life)
    entries = AuditEntry.objects.filter(action=AuditAction.EMBARGO).order_by("pk")
    assert [(entry.user, entry.detail) for entry in entries] == [
        (
            life.press.publisher,
            "Waits until 8 December 2026, 12:00 UTC. It waited until 1 December 2026, 12:00 UTC. "
            "The meeting was moved.",
        ),
        (life.press.publisher, "Released now. It waited until 8 December 2026, 12:00 UTC. The meeting was moved."),
    ]
    published = AuditEntry.objects.get(action=AuditAction.PUBLISHED)
    assert published.detail == "Waits until 1 December 2026, 12:00 UTC."
    seals = ReleaseSeal.objects.filter(release_id=release.pk)
    assert [seal.visible_from for seal in seals] == [SOON, LATER, NOON]
    assert len({seal.content_sha256 for seal in seals}) == 1
    assert not any(verify())


def test_the_seal_of_what_was_taken_back_names_no_moment(life) -> None:
    release = life.bring_out("seven", visible_from=timezone.now() + timedelta(days=2))
    act(take_back, life)
    assert seal_of(release).visible_from is None


@pytest.mark.parametrize("step", [release_now, take_back, reschedule])
def test_what_readers_see_by_now_is_nobody_s_to_move(life, by, step) -> None:
    life.bring_out("seven", visible_from=SOON) if timezone.now() < SOON else life.bring_out("seven")
    words = {"visible_from": LATER} if step is reschedule else {}
    life.record.refresh_from_db()
    with time_machine.travel(SOON), pytest.raises(Refused):
        step(record=life.record, by=by, reason="Too late", **words)
    assert not AuditEntry.objects.filter(action=AuditAction.EMBARGO).exists()
    assert ReleaseSeal.objects.count() == 1


def test_a_moment_that_is_past_and_a_missing_reason_are_refused(life, by) -> None:
    life.bring_out("seven", visible_from=timezone.now() + timedelta(days=2))
    with pytest.raises(Refused, match="This moment is past"):
        act(reschedule, life, visible_from=timezone.now() - timedelta(minutes=1))
    with pytest.raises(Refused, match="Say why"):
        release_now(record=life.record, by=by, reason=" ")
    assert ReleaseSeal.objects.count() == 1
