"""A lock says the same as the requirements it was made from, and names all that these need, each with its hashes."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements", "requirements-s3")
ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)+.*)", re.MULTILINE)
PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(?:\[(?P<extras>[\w,-]+)\])?==(?P<version>\S+)", re.MULTILINE)


def locked(name: str) -> dict[str, tuple[str, int]]:
    """The version of each package of a lock, and how many hashes it has."""
    text = (ROOT / f"{name}.lock").read_text(encoding="utf-8")
    return {
        canonicalize_name(one["name"]): (one["version"], one["rest"].count("--hash=sha256:"))
        for one in ENTRY.finditer(text)
    }


def asked(name: str) -> dict[str, tuple[str, set[str]]]:
    """The version and the extras of each package that is asked for, with those of the file on which another rests."""
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    if "-r requirements.txt" in text:
        text += (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return {
        canonicalize_name(one["name"]): (one["version"], set(filter(None, (one["extras"] or "").split(","))))
        for one in PIN.finditer(text)
    }


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_that_is_asked_for_is_locked_at_that_version(name: str) -> None:
    there = locked(name)
    wanted = {package: version for package, (version, _) in asked(name).items()}
    assert {package: there[package][0] for package in wanted if package in there} == wanted, "make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_its_hashes(name: str) -> None:
    assert len(locked(name)) > len(asked(name))
    assert [package for package, (_, hashes) in locked(name).items() if not hashes] == []


def test_what_they_need_in_turn_is_locked_as_well() -> None:
    """Told by the packages that are installed here."""
    there, waiting, seen = locked("requirements"), list(asked("requirements").items()), set()
    extras = {name: wanted for name, (_, wanted) in waiting}
    names = [name for name, _ in waiting]
    while names:
        name = names.pop()
        if name in seen:
            continue
        seen.add(name)
        assert name in there, f"{name}: make lock"
        for need in _needs(name, extras.get(name, set())):
            extras.setdefault(canonicalize_name(need.name), set()).update(need.extras)
            names.append(canonicalize_name(need.name))
    assert len(seen) > 20


def _needs(name: str, extras: set[str]) -> list[Requirement]:
    try:
        said = [Requirement(one) for one in requires(name) or ()]
    except PackageNotFoundError:
        return []
    wanted = ["", *extras]
    return [one for one in said if one.marker is None or any(one.marker.evaluate({"extra": e}) for e in wanted)]


def test_a_lock_names_no_place_to_fetch_from() -> None:
    for name in LOCKS:
        assert "://" not in (ROOT / f"{name}.lock").read_text(encoding="utf-8")
