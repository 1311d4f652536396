"""Many people at once, each on a connection of their own, until all jobs are done."""

from __future__ import annotations

import os
import random
import sys
import threading
from collections import Counter
from collections.abc import Callable

import django

PEOPLE = 20
Job = Callable[[int, random.Random], str]
"""What one person does once, by their number: how it ended, in words. "" leaves the job to be done by somebody."""


def ready() -> bool:
    """Make the scratch database ready; False, with words, where it is not PostgreSQL."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccm_site.settings.testing")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    if connection.vendor != "postgresql":
        print("This needs PostgreSQL: set DATABASE_URL.", file=sys.stderr)
        return False
    call_command("migrate", verbosity=0)
    return True


class Crowd:
    """People who do jobs until none is left, and what became of each."""

    def __init__(self, jobs: int) -> None:
        self.counts: Counter[str] = Counter()
        self.left = jobs
        self.lock = threading.Lock()

    def works(self, job: Job) -> None:
        threads = [threading.Thread(target=self._person, args=(number, job)) for number in range(PEOPLE)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def count(self, outcome: str) -> None:
        with self.lock:
            self.counts[outcome] += 1

    def _person(self, number: int, job: Job) -> None:
        from django.db import connections

        chance = random.Random(number)
        while self._takes_one():
            try:
                outcome = job(number, chance)
            except Exception as problem:
                outcome = f"raised {type(problem).__name__}: {problem}"
            if outcome:
                self.count(outcome)
            else:
                with self.lock:
                    self.left += 1
        connections.close_all()

    def _takes_one(self) -> bool:
        with self.lock:
            if not self.left:
                return False
            self.left -= 1
            return True
