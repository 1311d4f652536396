"""A public site with readers on it, while something is done to it: what they were answered, and how long it took."""

from __future__ import annotations

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

ADDRESSES = (
    *(
        "/",
        "/countries/",
        "/countries/peru/",
        "/treaties/",
        "/meetings/",
        "/statements/",
        "/stockpiles/deadlines/",
    ),
    *("/countries/albania/stress/", "/countries/chile/", "/search/?q=stockpile", "/changes/"),
    *("/api/v1/countries/PER/", "/api/v1/statements/", "/api/v1/profiles/"),
)


class Site:
    """The server as deploy/serve starts it, on a free port of this machine."""

    def __init__(self, **environment: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        wanted = {
            "DJANGO_SETTINGS_MODULE": "ccm_site.settings.production",
            "SECRET_KEY": os.urandom(40).hex(),
            "ALLOWED_HOSTS": "127.0.0.1,localhost",
            "SECURE_SSL_REDIRECT": "False",
            "PORT": str(self.port),
            "GRANIAN": str(Path(sys.executable).with_name("granian")),
        }
        self.process = subprocess.Popen(
            [ROOT / "deploy" / "serve"],
            env={**os.environ, **wanted, **environment},
            stderr=subprocess.DEVNULL,
        )
        self.wait()

    def wait(self) -> None:
        for _ in range(300):
            try:
                if self.get("/healthz")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("The site does not start: run `manage.py collectstatic` and look at its settings.")

    def get(self, address: str) -> tuple[int, bytes]:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            asked.request("GET", address, headers={"Host": "127.0.0.1"})
            answer = asked.getresponse()
            return answer.status, answer.read()
        finally:
            asked.close()

    def kill_a_worker(self) -> None:
        children = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        if found := children.stdout.split():
            os.kill(int(random.choice(found)), signal.SIGKILL)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


class Readers:
    """Some at once, each asking one address after the other."""

    def __init__(self, site: Site, addresses: Sequence[str] = ADDRESSES, at_once: int = 4) -> None:
        self.site, self.addresses = site, addresses
        self.answers: Counter[int | str] = Counter()
        self.took: list[float] = []
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self._read, args=[number]) for number in range(at_once)]

    def _read(self, seed: int) -> None:
        chance = random.Random(seed)
        while not self.over.is_set():
            began = time.monotonic()
            try:
                status: int | str = self.site.get(chance.choice(self.addresses))[0]
            except (OSError, http.client.HTTPException) as problem:
                status = type(problem).__name__  # a killed worker takes its open connections along
            self.answers[status] += 1
            self.took.append(time.monotonic() - began)

    @contextmanager
    def reading(self) -> Iterator[None]:
        for thread in self.threads:
            thread.start()
        try:
            yield
        finally:
            self.over.set()
            for thread in self.threads:
                thread.join()

    def account(self) -> str:
        took = sorted(self.took)
        at = lambda part: took[min(len(took) - 1, int(len(took) * part))] * 1000  # noqa: E731
        return (
            f"{len(took)} answers {dict(self.answers)}; "
            f"p50 {at(0.5):.0f} ms, p99 {at(0.99):.0f} ms, longest {at(1) / 1000:.1f} s"
        )
