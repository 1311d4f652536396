"""Twenty people proposing and confirming changes of the same ten states at once. Run by hand, on PostgreSQL:

    DATABASE_URL=postgres://postgres@127.0.0.1:5432/stress python -m tests.stress.confirming

The database is a scratch one: made-up states are added to it. Each person, over and over, proposes a new value of one
field of one state, or confirms a set that another proposed; where the field has changed meanwhile, the set is declined.
It ends when 500 sets are confirmed. Then each confirmed set must be found again in the versions that carry its number,
row by row, before and after; each version must have its set; and each state must be as its last version.

Measured on two shared cores, 29 November 2026, with much else running: 500 sets confirmed in 702 s of 1,069 proposed; 538
did not fit any more and were declined; 476 times another had decided first. Every set was found in its versions.
"""

from __future__ import annotations

import random
import sys
import time
from typing import Any

from tests.stress.people import PEOPLE, Crowd, ready

RECORDS, CONFIRMED = 10, 500
FIELDS = ("note", "source_locator", "official_name")
MOST_OPEN = 40  # sets; beyond it people rather confirm than propose


def main() -> int:
    if not ready():
        return 2
    states = _states()
    started = time.monotonic()
    crowd = Crowd(CONFIRMED)
    crowd.works(lambda number, chance: _one_turn(number, chance, states, crowd))
    seconds = time.monotonic() - started
    problems = _account(states)
    print(f"{PEOPLE} people, {RECORDS} states, {CONFIRMED} sets confirmed in {seconds:.1f} s")
    for outcome, count in sorted(crowd.counts.items()):
        print(f"  {outcome}: {count}")
    print("\n".join(problems) or "  every set is found in its versions, every version has its set")
    return int(bool(problems) or crowd.counts["confirmed"] != CONFIRMED)


def _states() -> list[int]:
    from countries.models import Country
    from editorial.models import User, recording

    mark = f"stress-{int(time.time())}"
    with recording(by=None, reason="Stress"):
        made = [
            Country.objects.create(slug=f"{mark}-{n}", name=f"{mark} {n}", kind="other_area", is_un_member=False)
            for n in range(RECORDS)
        ]
    for number in range(PEOPLE):
        User.objects.get_or_create(username=f"stress-{number}")
    return [one.pk for one in made]


def _one_turn(number: int, chance: random.Random, states: list[int], crowd: Crowd) -> str:
    """Confirm what another proposed, else propose. Only a confirmation is a job done."""
    from editorial.actions.confirming import Conflicts, confirm, decline, fingerprint
    from editorial.models import ChangeSet, User
    from editorial.rules.transitions import Refused

    me = User.objects.get(username=f"stress-{number}")
    waiting = list(ChangeSet.objects.open().exclude(authors=me)[:MOST_OPEN])
    if not waiting or (len(waiting) < MOST_OPEN and chance.random() < 0.5):
        _propose(me, chance, states)
        crowd.count("proposed")
        return ""
    chosen = chance.choice(waiting)
    try:
        confirm(change_set=chosen, by=me, read=fingerprint(chosen))
    except Conflicts:
        try:
            decline(change_set=chosen, by=me, words="Changed meanwhile.")
            crowd.count("did not fit, declined")
        except Refused:
            crowd.count("did not fit, decided by another")
        return ""
    except Refused:
        crowd.count("decided by another")
        return ""
    return "confirmed"


def _propose(me: Any, chance: random.Random, states: list[int]) -> None:
    from countries.models import Country
    from editorial.actions.proposing import propose

    pk, field, value = chance.choice(states), chance.choice(FIELDS), f"{chance.randrange(10**9)} by {me}"

    def act() -> None:
        state = Country.objects.get(pk=pk)
        setattr(state, field, value)
        state.save()

    propose(act, by=me, reason="Stress")


def _account(states: list[int]) -> list[str]:
    """What does not come out, one line each."""
    from countries.models import Country
    from editorial.history.plain_values import plain_values
    from editorial.models import ChangeSet

    found = []
    numbers = set()
    for pk in states:
        versions = list(Country.history.filter(id=pk).order_by("history_date", "history_id"))
        before = plain_values(versions[0], Country)
        for version in versions[1:]:
            after = plain_values(version, Country)
            made = ChangeSet.objects.filter(public_id=version.change_id).first()
            numbers.add(version.change_id)
            if made is None or made.state != "confirmed":
                found.append(f"  a version of {version} has no confirmed set")
                continue
            row = made.rows.get(row_id=version.public_id)
            wrote = {name for name in row.after if row.after[name] != row.before[name]}
            differs = {name for name in after if after[name] != before[name]}
            if wrote != differs or any(row.after[name] != after[name] for name in wrote):
                found.append(f"  set {made.pk} proposed {wrote}, its version wrote {differs}")
            if any(row.before[name] != before[name] for name in wrote):
                found.append(f"  set {made.pk} was written over what it was not proposed against")
            people = (version.history_user_id, version.confirmed_by_id)
            if people != (made.proposed_by_id, made.decided_by_id) or people[0] == people[1]:
                found.append(f"  a version of set {made.pk} names other people than the set")
            before = after
        if plain_values(Country.objects.get(pk=pk), Country) != before:
            found.append(f"  state {pk} is not as its last version")
    here = Country.objects.filter(pk__in=states).values("public_id")
    confirmed = ChangeSet.objects.filter(state="confirmed", rows__row_id__in=here)
    lost = confirmed.exclude(public_id__in=numbers).count()
    return [*found, f"  {lost} confirmed sets left no version"] if lost else found


if __name__ == "__main__":
    sys.exit(main())
