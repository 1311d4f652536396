"""Loading reference data again and again without losing what people did to it.

A loader reads rows with their sources and calls ``keep`` for each. ``keep`` creates what is missing, changes
what the file changed, and leaves alone what a person has edited since: that is reported, never overwritten.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from editorial.models import Tracked, recording
from editorial.queries import slug_today
from editorial.slots import Slot

from .bad_row import BadRow
from .import_report import ImportReport


@dataclass(frozen=True)
class Loader:
    """What brings one kind of reference data, under the name that ``load_reference --only`` takes.

    A ``demo`` loader brings example content (profiles, statements) and runs with ``load_demo`` instead.
    """

    name: str
    run: Callable[[ImportReport], None]
    demo: bool = False

    def __call__(self, report: ImportReport) -> None:
        self.run(report)


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


def rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells (stripped) of each row of a CSV file with a header line, UTF-8."""
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        for row in reader:
            yield reader.line_num, {key: (value or "").strip() for key, value in row.items() if key}


def keep(model: type[Tracked], values: Mapping[str, Any], *, by: Mapping[str, Any], report: ImportReport) -> Any:
    """The row of ``model`` found by ``by``, created or brought to ``values``. Returns it.

    A row that a person has changed since it was loaded stays as it is and is noted in the report. A file knows a row
    by the slug that it first had, also when a person has changed it.
    """
    by = {**by, "slug": slug_today(model, by["slug"]) or by["slug"]} if "slug" in by else by
    existing = model._base_manager.filter(**by).first()
    if existing is None:
        report.created += 1
        return model._base_manager.create(**by, **values)
    return bring(
        existing,
        values,
        is_edited=lambda: existing.history.filter(history_user__isnull=False).exists(),
        report=report,
    )


def bring(existing: Any, values: Mapping[str, Any], *, is_edited: Callable[[], bool], report: ImportReport) -> Any:
    """The row brought to ``values``, unless a person has edited it: that is noted, and the row stays. Returns it."""
    for name, value in values.items():
        setattr(existing, name, value)
    if not existing.changed_fields():
        report.unchanged += 1
    elif is_edited():
        existing.refresh_from_db()
        report.kept.append(f"{existing._meta.verbose_name} {existing}")
    else:
        existing.save()
        report.changed += 1
    return existing


def one(model: Any, file: Path, line: int, field_name: str, value: str, **lookup: Any) -> Any:
    """The row that a cell names. Raises BadRow naming file, line, field, value and remedy."""
    if "slug" in lookup:
        lookup["slug"] = slug_today(model, lookup["slug"]) or lookup["slug"]
    try:
        return model._default_manager.get(**lookup)
    except model.DoesNotExist:
        raise BadRow(
            f"{file.name}, line {line}, {field_name}: no {model._meta.verbose_name} “{value}”. "
            "Correct the cell or load that row first."
        ) from None
