"""What happens to readers when parts of the site go away, and what a killed process leaves behind. Run by hand:

    DATABASE_URL=postgres://postgres@127.0.0.1:5432/stress python -m tests.stress.breaking kills [200]
    DATABASE_URL=…                                         python -m tests.stress.breaking redis
    DATABASE_URL=…                                         python -m tests.stress.breaking restart
    DATABASE_URL=sqlite:////tmp/full.sqlite3               python -m tests.stress.breaking full

The database is a scratch one after `manage.py set_up`. ``kills``: a process that publishes, confirms an import or
freezes a year is killed at a random moment, again and again, and workers of the site as well; each time nothing may be
half-published and no page stale. ``redis`` and ``restart`` stop and start a Redis of their own and, as root, the
cluster that answers. ``full``: the file of SQLite may not grow. No answer may be a 500.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable

import django

NOTE = "Stress: [@BHMAC-2RC-2020]."
EDITION, YEAR = 2024, 8  # an edition for single texts and one for freezing; profiles in a year
SECONDS = 20


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccm_site.settings.testing")
    django.setup()
    what, *more = sys.argv[1:] or ["kills"]
    acts: dict[str, Callable[..., bool]] = {"kills": kills, "redis": redis, "restart": restart, "full": full}
    return 0 if acts[what](*map(int, more)) else 1


# -------------------------------------------------------------------- processes that are killed


def kills(times: int = 200) -> bool:
    from django.core.management import call_command
    from django.db import connection

    from tests.stress.readers import Readers, Site

    call_command("migrate", verbosity=0)
    _prepare()
    connection.close()
    acts = (_publish, _import, _freeze)
    long = {act: _took(act) for act in acts}
    print({act.__name__: f"{seconds:.1f} s" for act, seconds in long.items()})
    site = Site()
    readers, chance, how = Readers(site), random.Random(1), Counter[str]()
    right = True
    try:
        with readers.reading():
            for number in range(times):
                act = chance.choice(acts)
                how[f"{act.__name__.strip('_')} {_killed(act, chance, long[act])}"] += 1
                if number % 10 == 0:
                    site.kill_a_worker()
                right &= _is_whole() and (number % 5 != 0 or _is_fresh(site))
                connection.close()
        right &= _verified() and _is_fresh(site)
    finally:
        site.stop()
    print(f"{times} times: {dict(how)}\n{readers.account()}\n{'whole and fresh' if right else 'BROKEN'}")
    return right and not [status for status in readers.answers if isinstance(status, int) and status >= 500]


def _took(act: Callable[[random.Random], None]) -> float:
    began = time.monotonic()
    act(random.Random(0))
    return time.monotonic() - began


def _killed(act: Callable[[random.Random], None], chance: random.Random, long: float) -> str:
    """Let a process act, and kill it at a random moment. "ended" where it was quicker."""
    seed, moment = chance.random(), chance.uniform(0, 3 * long)  # beside readers it takes longer
    child = os.fork()
    if child == 0:
        try:
            act(random.Random(seed))
        finally:
            os._exit(0)
    until = time.monotonic() + moment
    while time.monotonic() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return "ended"
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "killed"


def _prepare() -> None:
    """Drafts to publish, and a year to freeze, on made-up themes of a few states."""
    from countries.models import Country, CountryProfile, ProfileTheme
    from editorial.actions.accounts import ensure_demo_accounts
    from editorial.models import recording

    people = ensure_demo_accounts()
    with recording(by=people["researcher"], reason="Stress"):
        theme, _ = ProfileTheme.objects.get_or_create(slug="stress", defaults={"title": "Stress", "order": 90})
        for number, country in enumerate(Country.objects.states().order_by("name")[: 3 * YEAR]):
            for edition in (EDITION, EDITION + 1) if number < YEAR else (EDITION,):
                if not CountryProfile.objects.filter(country=country, theme=theme, edition=edition).exists():
                    CountryProfile.objects.create(
                        country=country, theme=theme, edition=edition, lead="Lead.", text="Begin.\n"
                    )


def _people() -> dict[str, object]:
    from editorial.models import User

    return {
        user.username: user for user in User.objects.filter(username__in=["researcher", "editor", "publisher"])
    }


def _edit(edition: int, chance: random.Random, number: int) -> list:
    """Some profiles of a made-up edition with new words, approved."""
    from countries.models import CountryProfile
    from editorial.actions.publishing import approve, submit
    from editorial.models import recording

    people = _people()
    rows = list(CountryProfile.objects.filter(theme__slug="stress", edition=edition).order_by("pk"))
    chosen = chance.sample(rows, number)
    for row in chosen:
        with recording(by=people["researcher"], reason="Stress"):
            row.lead = f"Lead {chance.random()}."
            row.save()
        submit(record=row, by=people["researcher"], reason="Stress")
        approve(record=row, by=people["editor"], reason="Stress")
    return chosen


def _publish(chance: random.Random) -> None:
    from editorial.actions.publishing import publish

    for row in _edit(EDITION, chance, 3):
        publish(record=row, by=_people()["publisher"], reason="Stress", public_note="Stress.")


def _freeze(chance: random.Random) -> None:
    from countries.actions.edition_year import freeze_edition

    _edit(EDITION + 1, chance, YEAR)
    freeze_edition(
        edition=EDITION + 1, by=_people()["publisher"], reason="Stress", theme="stress", public_note="Stress."
    )


def _import(chance: random.Random) -> None:
    """Many rows at once, as a table import: proposed by one person, confirmed by another."""
    from countries.models import Country
    from editorial.actions.confirming import confirm, fingerprint
    from editorial.actions.proposing import propose
    from stockpiles.models import StockpileHolding

    people, states = _people(), list(Country.objects.states()[:30])

    def act() -> None:
        for state in states:
            StockpileHolding.objects.create(
                country=state, munitions=chance.randrange(1, 99), as_of="2013", made_on="2014", note=NOTE
            )

    made = propose(act, by=people["researcher"], reason="Stress", public_note="Stress.").change_set
    confirm(change_set=made, by=people["editor"], read=fingerprint(made), words="Stress.")


def _is_whole() -> bool:
    """Each text is published with a release of that moment or not at all; each import is there whole or not at all."""
    from django.db import connection

    from countries.models import CountryProfile, ProfileRelease
    from editorial.models import ChangeSet, ReleaseSeal, SearchEntry
    from stockpiles.models import StockpileHolding

    connection.close()
    whole = True
    for profile in CountryProfile.objects.filter(theme__slug="stress"):
        newest = profile.releases.order_by("-number").first()
        whole &= (profile.published_at is None) == (newest is None)
        whole &= newest is None or profile.published_at == newest.released_at
    out = ProfileRelease.objects.filter(profile__theme__slug="stress")
    frozen = out.filter(profile__edition=EDITION + 1).values_list("released_at", flat=True)
    whole &= ReleaseSeal.objects.count() >= out.count()
    whole &= SearchEntry.objects.filter(kind="profile", object_id__in=out.values("pk")).exists() or not out
    whole &= len(frozen) % YEAR == 0
    whole &= StockpileHolding.objects.filter(note=NOTE).count() % 30 == 0
    for made in ChangeSet.objects.filter(reason="Stress"):
        whole &= made.rows.count() == 30
    if not whole:
        print("Half of something is there.")
    return whole


def _is_fresh(site) -> bool:
    """Every kept page is what would be made now."""
    from django.db import connection
    from django.test import Client, override_settings

    from tests.stress.readers import ADDRESSES

    connection.close()
    fresh = True
    with override_settings(ALLOWED_HOSTS=["127.0.0.1"]):
        client = Client()
        for address in ADDRESSES:
            served, made = site.get(address)[1], client.get(address, headers={"host": "127.0.0.1"}).content
            if _plain(served) != _plain(made):
                print(f"{address} is stale.")
                fresh = False
    return fresh


def _plain(page: bytes) -> bytes:
    """Without the hashed names of static files, which differ between the two settings."""
    import re

    return re.sub(rb"(/static/[\w/.-]+?)(?:\.[0-9a-f]{12})?(\.\w+)(?=[\"'?])", rb"\1\2", page)


def _verified() -> bool:
    from django.core.management import call_command

    try:
        call_command("verify_releases", verbosity=0)
    except (SystemExit, Exception) as problem:
        print(f"verify_releases: {problem}")
        return False
    return True


# -------------------------------------------------------------------- parts that go away


def redis() -> bool:
    """Stopped and started again every few seconds."""
    from tests.stress.readers import Readers, Site

    port = "6399"

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(["redis-server", "--port", port, "--save", ""], stdout=subprocess.DEVNULL)

    server = start()
    site = Site(REDIS_URL=f"redis://127.0.0.1:{port}/0")
    readers = Readers(site)
    try:
        with readers.reading():
            for _ in range(3):
                time.sleep(SECONDS / 6)
                server.kill()
                server.wait()
                time.sleep(SECONDS / 6)
                server = start()
    finally:
        site.stop()
        server.kill()
    print(f"Redis stopped and started 3 times: {readers.account()}")
    return set(readers.answers) == {200}


def restart() -> bool:
    """PostgreSQL restarted while readers read."""
    from tests.stress.readers import Readers, Site

    site = Site()
    readers = Readers(site)
    try:
        with readers.reading():
            for _ in range(3):
                time.sleep(SECONDS / 4)
                subprocess.run(RESTART, check=True)
            time.sleep(SECONDS / 4)
    finally:
        site.stop()
    print(f"PostgreSQL restarted 3 times: {readers.account()}")
    return not [status for status in readers.answers if not isinstance(status, int) or status == 500]


RESTART = [
    "sh",
    "-c",
    "pg_ctlcluster --skip-systemctl-redirect $(ls /etc/postgresql | sort -V | tail -n 1) main restart -m fast",
]


def full() -> bool:
    """A disk that is full: pages are read on, what cannot be saved is refused whole and said with 503."""
    from django.core.management import call_command
    from django.db import OperationalError, connection
    from django.test import Client

    from countries.models import CountryProfile

    call_command("migrate", verbosity=0)
    _prepare()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    before, refused = CountryProfile.objects.count(), 0
    for number in range(50):
        try:
            _publish(random.Random(number))
        except OperationalError:
            refused += 1
    client = Client(raise_request_exception=False)
    statuses = Counter(client.get(address).status_code for address in ("/", "/countries/", "/countries/peru/"))
    print(f"full disk: {refused} of 50 publications refused; readers {dict(statuses)}")
    return refused > 0 and set(statuses) == {200} and CountryProfile.objects.count() == before and _is_whole()


if __name__ == "__main__":
    sys.exit(main())
