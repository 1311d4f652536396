"""A whole installation on this machine, of which one part after the other is killed while people read and write.

    python -m deploy.drill            (or: make drill)

Two groups of application processes behind Caddy, PostgreSQL with a replica that streams, Redis, a worker; as
docs/operating.md sets them up, but under one account and with throw-away data. It needs the packages postgresql,
redis-server and caddy. Measured: for how long nobody had a page, whether a reader ever saw what was older than what had
been published, whether a word of an editor was lost, and whether last night's backup is the same elsewhere. Exit status 1
where a bar of LIMIT is missed.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from . import machines
from .machines import BIN, ROOT, Part
from .people import Browser, Readers, Researcher
from .publisher import PASSWORD

LIMIT = 5.0  # seconds without a page
PRIMARY = "the primary database"
WATCHED = 12.0  # seconds for which each scene is looked at


class Installation:
    """All parts, and the environment that their commands need."""

    def __init__(self, home: Path) -> None:
        self.home = home
        ports = {name: machines.free_port() for name in ("database", "replica", "redis", "site", "app1", "app2")}
        self.site = ports["site"]
        self.env = machines.settings(
            home, **{name: ports[name] for name in ("database", "replica", "redis", "site")}
        )
        self.database = machines.primary(home, ports["database"])
        step("reference data", lambda: self.manage("migrate", "-v", "0") or self.manage("load_reference"))
        step("style sheets and scripts", lambda: self.manage("collectstatic", "--noinput", "-v", "0"))
        self.replica = step("replica", lambda: machines.replica(home, ports["replica"], ports["database"]))
        self.redis = machines.redis(home, ports["redis"]).start()
        apps = [ports["app1"], ports["app2"]]
        self.apps = [
            machines.application(number, home, port, self.env).start() for number, port in enumerate(apps, 1)
        ]
        self.worker = machines.worker(home, self.env).start()
        self.proxy = machines.proxy(home, self.site, apps).start()
        self.parts: list[Part] = [self.proxy, self.worker, *self.apps, self.redis, self.replica, self.database]

    def manage(self, *command: str, env: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            [BIN / "python", "manage.py", *command],
            env=self.env | (env or {}),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(command)}:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
        return done.stdout

    def stop(self) -> None:
        for part in self.parts:
            part.stop()


def step(what: str, act: Callable[[], Part] | Callable[[], str]) -> Part:
    began = time.monotonic()
    made = act()
    print(f"{what}: {time.monotonic() - began:.0f} s", flush=True)
    return made  # type: ignore[return-value]


class Publisher:
    """Publishes new words every second, and looks at once whether readers get them."""

    def __init__(self, site: Installation, address: str) -> None:
        with (site.home / "publisher.log").open("w") as log:
            self.process = subprocess.Popen(
                [BIN / "python", "-m", "deploy.drill.publisher"],
                env=site.env,
                cwd=ROOT,
                text=True,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        self.ears: Any = self.process.stdin
        self.mouth: Any = self.process.stdout
        self.browser, self.address = Browser(site.site), address
        self.published, self.refused = 0, Counter[str]()
        self.stale: list[str] = []

    def publishes(self, until: threading.Event) -> None:
        while not until.is_set():
            words = f"Words number {self.published + 1}."
            self.ears.write(f"{words}\n")
            self.ears.flush()
            if (said := self.mouth.readline().strip()) == "done":
                self.published += 1
                self._look(words)
            else:
                self.refused[said] += 1
            until.wait(1)

    def _look(self, words: str) -> None:
        try:
            status, _, page = self.browser.ask(self.address)
        except OSError:
            return
        if status == 200 and words not in page:
            self.stale.append(words)


def main() -> int:
    home = machines.folder_for_all()
    good = True
    with ExitStack() as later:
        later.callback(shutil.rmtree, home, ignore_errors=True)
        site = Installation(home)
        later.callback(site.stop)
        known = json.loads(
            subprocess.run(
                [BIN / "python", "-m", "deploy.drill.publisher", "prepare"],
                env=site.env,
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            ).stdout.splitlines()[-1]
        )
        researcher = Researcher(site.site, "drill-researcher", PASSWORD, known["draft"])
        researcher.sign_in()
        publisher = Publisher(site, known["published"])
        later.callback(publisher.process.kill)
        with working(publisher):
            for name, parts in (
                ("nothing", []),
                ("one of two application groups", [site.apps[0]]),
                ("the worker", [site.worker]),
                ("Redis", [site.redis]),
                ("the replica", [site.replica]),
                (PRIMARY, [site.database]),
            ):
                good &= scene(name, parts, site, researcher)
        print(
            f"published {publisher.published} times, refused {dict(publisher.refused)}; stale: {publisher.stale}"
        )
        good &= not publisher.stale and publisher.published > 0
        good &= words_are_there(researcher)
        good &= restored_elsewhere(site)
    print("as it should be" if good else "NOT as it should be")
    return 0 if good else 1


@contextmanager
def working(publisher: Publisher) -> Iterator[None]:
    over = threading.Event()
    thread = threading.Thread(target=publisher.publishes, args=[over])
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def scene(name: str, parts: list[Part], site: Installation, researcher: Researcher) -> bool:
    """Kill, leave dead for a third of the time, start again as the system would; people go on all the while."""
    lines = len(researcher.saved)
    researcher.longest = 0.0
    with Readers(site.site).reading() as readers:
        for part in parts:
            part.kill()
        until = time.monotonic() + WATCHED
        back = time.monotonic() + WATCHED / 3
        while time.monotonic() < until:
            if parts and time.monotonic() > back:
                for part in parts:
                    part.start()
                parts = []
            if parts != [site.database]:  # nobody can save meanwhile; the words wait in the browser
                researcher.add_line(f"Line {len(researcher.saved)}, {name}.")
            time.sleep(0.5)
    print(
        f"killed {name}: {readers.account()}; {len(researcher.saved) - lines} saves at the desk, "
        f"slowest {researcher.longest:.1f} s",
        flush=True,
    )
    # While the primary is away a page is rather refused than shown older than it was: no more is promised of it.
    return readers.answers["200"] > 0 and (readers.longest_trouble <= LIMIT or name == PRIMARY)


def words_are_there(researcher: Researcher) -> bool:
    _, _, page = researcher.browser.ask(researcher.address)
    lost = [line for line in researcher.saved if page.count(line) < 1]
    print(f"{len(researcher.saved)} lines saved at the desk, lost: {lost}")
    return not lost


def restored_elsewhere(site: Installation) -> bool:
    """Last night's backup, in a database of its own."""
    archive = site.home / "backup.tar"
    began = time.monotonic()
    site.manage("backup", str(archive))
    took = time.monotonic() - began
    port = site.env["DATABASE_URL"].rsplit(":", 1)[1].split("/")[0]
    createdb = [machines.postgres_bin() / "createdb", "-h", "127.0.0.1", "-p", port, "-U", "monitor", "elsewhere"]
    subprocess.run(machines.as_postgres(*createdb), check=True)
    other = {"DATABASE_URL": f"postgres://monitor@127.0.0.1:{port}/elsewhere", "REPLICA_URL": ""}
    began = time.monotonic()
    said = site.manage("restore", str(archive), "--verify", env=other | {"MEDIA_ROOT": str(site.home / "media2")})
    print(
        f"backup {took:.0f} s, {archive.stat().st_size / 1e6:.1f} MB; restored and verified {time.monotonic() - began:.0f} s"
    )
    print(said.strip().splitlines()[-1])
    return True


if __name__ == "__main__":
    sys.exit(main())
