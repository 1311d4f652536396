"""The parts of an installation, each a process of its own on this machine, that can be killed and started again."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(os.environ.get("VENV_BIN", ROOT / ".venv" / "bin"))
PATIENCE = 60.0  # seconds until a part has to answer


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answers(port: int) -> bool:
    with socket.socket() as asked:
        asked.settimeout(1)
        return asked.connect_ex(("127.0.0.1", port)) == 0


class Part:
    """A process with its children, in a group of its own, which dies as a whole."""

    def __init__(
        self,
        name: str,
        command: list[str],
        log: Path,
        *,
        env: dict[str, str] | None = None,
        is_up: Callable[[], bool] = lambda: True,
    ) -> None:
        self.name, self.command, self.env, self.is_up = name, command, env, is_up
        self.log = log / f"{name}.log"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Part:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, env=self.env, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )
        until = time.monotonic() + PATIENCE
        while not self.is_up():
            if time.monotonic() > until or self.process.poll() is not None:
                raise RuntimeError(f"{self.name} does not start:\n{self.log.read_text(errors='replace')[-2000:]}")
            time.sleep(0.05)
        return self

    def kill(self) -> None:
        """At once, as when a machine loses its power."""
        self._signal(signal.SIGKILL)

    def stop(self) -> None:
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        if self.process is None or self.process.poll() is not None:
            return
        os.killpg(self.process.pid, number)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(20)


# -------------------------------------------------------------------- PostgreSQL


def postgres_bin() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise SystemExit("PostgreSQL's own programs are missing (package postgresql).")
    return found[-1].parent


def as_postgres(*command: object) -> list[str]:
    """PostgreSQL does not run as root."""
    words = [str(word) for word in command]
    return ["runuser", "-u", "postgres", "--", *words] if os.getuid() == 0 else words


def _server(name: str, folder: Path, port: int, log: Path) -> Part:
    command = as_postgres(
        *(postgres_bin() / "postgres", "-D", folder, "-p", port),
        *("-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={log}"),
    )
    return Part(name, command, log, is_up=lambda: _is_ready(port))


def _is_ready(port: int) -> bool:
    asked = [str(postgres_bin() / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    return subprocess.run(asked, check=False).returncode == 0


def primary(home: Path, port: int) -> Part:
    """A new cluster that lets a replica follow."""
    folder = home / "primary"
    subprocess.run(
        as_postgres(postgres_bin() / "initdb", "-A", "trust", "-U", "monitor", "-E", "UTF8", "-D", folder),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    part = _server("primary", folder, port, home).start()
    subprocess.run(
        as_postgres(postgres_bin() / "createdb", "-h", "127.0.0.1", "-p", port, "-U", "monitor", "monitor"),
        check=True,
    )
    return part


def replica(home: Path, port: int, of: int) -> Part:
    """A cluster that follows the one at that port as it writes."""
    folder = home / "replica"
    subprocess.run(
        as_postgres(
            *(postgres_bin() / "pg_basebackup", "-h", "127.0.0.1", "-p", of, "-U", "monitor"),
            *("-D", folder, "-R", "-X", "stream", "-c", "fast"),
        ),
        check=True,
    )
    return _server("replica", folder, port, home).start()


# -------------------------------------------------------------------- the rest


def redis(home: Path, port: int) -> Part:
    limits = ["--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru", "--save", "", "--appendonly", "no"]
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(home), *limits]
    return Part("redis", command, home, is_up=lambda: answers(port))


def application(number: int, home: Path, port: int, env: dict[str, str]) -> Part:
    env = {**env, "PORT": str(port), "GRANIAN": str(BIN / "granian")}
    return Part(
        f"application-{number}", [str(ROOT / "deploy" / "serve")], home, env=env, is_up=lambda: answers(port)
    )


def worker(home: Path, env: dict[str, str]) -> Part:
    return Part("worker", [str(BIN / "python"), "manage.py", "worker"], home, env=env)


def proxy(home: Path, port: int, apps: list[int]) -> Part:
    """Caddy with the Caddyfile of this folder's parent, and certificates of its own making."""
    own = f"local_certs\nskip_install_trust\nhttp_port {free_port()}\nadmin off"
    env = os.environ | {
        "SITE": f"localhost:{port}",
        "APPS": " ".join(f"127.0.0.1:{app}" for app in apps),
        "CADDY_OPTIONS": own,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "caddy"),
    }
    command = ["caddy", "run", "--config", str(ROOT / "deploy" / "Caddyfile"), "--adapter", "caddyfile"]
    return Part("proxy", command, home, env=env, is_up=lambda: answers(port))


def settings(home: Path, *, database: int, replica: int, redis: int, site: int) -> dict[str, str]:
    """The environment of an installation, as docs/operating.md lists it."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "ccm_site.settings.production",
        "SECRET_KEY": secrets.token_hex(50),
        "DATABASE_URL": f"postgres://monitor@127.0.0.1:{database}/monitor",
        "REPLICA_URL": f"postgres://monitor@127.0.0.1:{replica}/monitor",
        "REDIS_URL": f"redis://127.0.0.1:{redis}/0",
        "ALLOWED_HOSTS": "localhost",
        "PUBLIC_HOST": f"localhost:{site}",
        "MEDIA_ROOT": str(home / "media"),
        "WORKERS": "2",
    }


def folder_for_all() -> Path:
    """A folder that PostgreSQL's own account may enter."""
    home = Path("/tmp") / f"monitor-drill-{os.getpid()}"  # noqa: S108 - sockets need a short path
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    (home / "media").mkdir()
    home.chmod(0o777)
    return home
