"""Two people take a step on one record at once: the second sees what the first did, and is refused in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from countries.models import Country, CountryProfile, ProfileRelease, ProfileTheme
from editorial.actions.publishing import approve, publish, send_back, submit, withdraw
from editorial.models import User, recording
from editorial.rules.transitions import Refused
from meetings.models import Statement, StatementParty
from tests.concurrency.beside import Beside, needs_two_writers, open_change
from tests.factories.meetings import make_statement
from tests.factories.profiles import Press

pytestmark = needs_two_writers
A_MOMENT = 0.5  # seconds in which a step that waits for nobody is long over

Act = Callable[[CountryProfile, User], object]
STEPS: dict[str, Act] = {
    "submit": lambda record, by: submit(record=record, by=by, reason="Ready"),
    "approve": lambda record, by: approve(record=record, by=by, reason="Read"),
    "send back": lambda record, by: send_back(record=record, by=by, reason="A date is missing"),
    "publish": lambda record, by: publish(record=record, by=by, reason="Out"),
    "withdraw": lambda record, by: withdraw(
        record=record, by=by, reason="Wrong", public_reason="A figure was wrong."
    ),
    "edit": lambda record, by: edit(record, by),
}


def edit(record: CountryProfile, by: User) -> None:
    with recording(by=by, reason="One more sentence"):
        record.lead += " It did so in May."
        record.save()


def in_review(press: Press, record: CountryProfile) -> None:
    submit(record=record, by=press.researcher, reason="Ready")


def approved(press: Press, record: CountryProfile) -> None:
    in_review(press, record)
    approve(record=record, by=press.editor, reason="Read")


def published(press: Press, record: CountryProfile) -> None:
    approved(press, record)
    publish(record=record, by=press.publisher, reason="Out")


def corrected(press: Press, record: CountryProfile) -> None:
    """Published, and a correction of it approved: it can be published again, or withdrawn."""
    published(press, record)
    edit(record, press.researcher)
    approved(press, record)


@pytest.mark.parametrize(
    ("made", "first", "second", "refusal", "versions"),
    [
        (None, "submit", "submit", "Only a draft or a withdrawn record can be submitted", 1),
        (in_review, "approve", "approve", "that nobody has approved yet can be approved", 1),
        (in_review, "send back", "send back", "Only a record in review can be sent back", 1),
        (in_review, "send back", "approve", "that nobody has approved yet can be approved", 1),
        (approved, "publish", "publish", "that a second person has approved can be published", 1),
        (approved, "send back", "publish", "that a second person has approved can be published", 1),
        (approved, "edit", "publish", "that a second person has approved can be published", 1),
        (published, "withdraw", "withdraw", "Only a published record can be withdrawn", 1),
        (corrected, "withdraw", "publish", "that a second person has approved can be published", 1),
    ],
)
def test_the_second_waits_for_the_first_and_is_refused(
    made: Callable[[Press, CountryProfile], None] | None,
    first: str,
    second: str,
    refusal: str,
    versions: int,
    peru: Country,
    ban_policy: ProfileTheme,
    person: Callable[..., User],
    press: Press,
) -> None:
    record = press.draft(peru, ban_policy)
    if made is not None:
        made(press, record)
    before, releases = record.history.count(), record.releases.count()
    mine, theirs = (CountryProfile.objects.get(pk=record.pk) for _ in range(2))
    ana, bo = person("ana"), person("bo")
    with open_change(lambda: STEPS[first](mine, ana)):
        other = Beside(lambda: STEPS[second](theirs, bo))
        assert not other.is_over(A_MOMENT), other.raised
    assert other.is_over()
    assert isinstance(other.raised, Refused), other.raised
    assert refusal in str(other.raised)
    assert record.history.count() == before + versions
    assert record.releases.count() == releases + (first == "publish")
    assert str(record.history.latest().history_user) == "ana"


def test_a_withdrawal_waits_for_a_correction_and_takes_it_too(
    peru: Country, ban_policy: ProfileTheme, person: Callable[..., User], press: Press
) -> None:
    record = press.draft(peru, ban_policy)
    corrected(press, record)
    mine, theirs = (CountryProfile.objects.get(pk=record.pk) for _ in range(2))

    def publish_again() -> Any:
        return publish(
            record=mine,
            by=person("ana"),
            reason="Out",
            public_note="One more sentence.",
            change_kind="minor",
        )

    with open_change(publish_again):
        other = Beside(lambda: STEPS["withdraw"](theirs, person("bo")))
        assert not other.is_over(A_MOMENT), other.raised
    assert other.is_over()
    assert other.raised is None
    assert [release.is_withdrawn for release in ProfileRelease.objects.filter(profile=record)] == [True, True]


def test_a_stale_save_waits_for_a_publication_and_takes_nothing_of_it_back(
    peru: Country, ban_policy: ProfileTheme, person: Callable[..., User], press: Press
) -> None:
    record = press.draft(peru, ban_policy)
    approved(press, record)
    mine, theirs = (CountryProfile.objects.get(pk=record.pk) for _ in range(2))
    with open_change(lambda: STEPS["publish"](mine, person("ana"))):
        other = Beside(lambda: edit(theirs, person("bo")))
        assert not other.is_over(A_MOMENT), other.raised
    assert other.is_over()
    assert other.raised is None
    record.refresh_from_db()
    assert record.releases.count() == 1
    assert (record.status, record.published_at) == ("draft", record.releases.get().released_at)
    assert record.standing.ever_published, "it can be withdrawn"
    STEPS["withdraw"](record, person("ana"))


def test_a_changed_part_waits_for_a_publication_and_takes_nothing_of_it_back(
    peru: Country, person: Callable[..., User], press: Press
) -> None:
    statement = make_statement(parties=[(peru, "deliverer")])
    submit(record=statement, by=press.researcher, reason="Ready")
    approve(record=statement, by=press.editor, reason="Read")
    mine = Statement.objects.get(pk=statement.pk)

    def change_a_part() -> None:
        with recording(by=person("bo"), reason="Its place"):
            party = StatementParty.objects.get(statement=statement)
            party.order = 7
            party.save()

    with open_change(lambda: publish(record=mine, by=person("ana"), reason="Out")):
        other = Beside(change_a_part)
        assert not other.is_over(A_MOMENT), other.raised
    assert other.is_over()
    assert other.raised is None
    statement.refresh_from_db()
    assert (statement.status, statement.published_at) == ("draft", statement.releases.get().released_at)
