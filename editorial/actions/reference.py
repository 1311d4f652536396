"""The loaders of reference data and of demo content: what brings each kind, and in which order they run.

A loader may run again and again: it creates what is missing, changes what its file changed, and leaves alone what a
person has edited since. That is reported, never overwritten.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass

from editorial.models import recording
from editorial.slots import NamedPart, Slot

from .import_report import ImportReport


@dataclass(frozen=True)
class Loader(NamedPart[[ImportReport], None]):
    """What brings one kind of reference data, under the name that ``load_reference --only`` takes.

    A ``demo`` loader brings example content (profiles, statements) and runs with ``load_demo`` instead.
    """

    demo: bool = False


all_loaders: Slot[Loader] = Slot("loaders")


def reference(name: str, *, demo: bool = False) -> Callable[[Callable[[ImportReport], None]], Loader]:
    """Name a loader. In which order they run is said in ccm_site/wiring.py."""
    return lambda run: Loader(name, run, demo)


def loaders(*, demo: bool = False) -> dict[str, Loader]:
    """The loaders of reference data (or of demo content) by name, in the order in which they must run."""
    return {loader.name: loader for loader in all_loaders if loader.demo == demo}


def load(name: str) -> ImportReport:
    """Run one loader; the caller holds the transaction. Raises KeyError for an unknown name.

    Reference data is nobody's work; demo content says itself who wrote, reviewed and published it.
    """
    loader = (loaders() | loaders(demo=True))[name]
    report = ImportReport(name)
    with nullcontext() if loader.demo else recording(by=None, reason=f"Reference data: {name}"):
        loader(report)
    return report
