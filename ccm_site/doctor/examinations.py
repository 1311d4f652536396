"""All that is looked at, in its order. A further examination is a function like these, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from . import accounts, by_the_clock, configuration, database, machine, releases, services
from .condition import Condition, bad

Examination = Callable[[datetime], Iterable[Condition]]
"""Asked at a moment; yields a condition for each thing that it sees, nothing where there is nothing to say."""

EXAMINATIONS: tuple[Examination, ...] = (
    configuration.deployment_checks,
    configuration.public_host,
    configuration.server_in_front,
    accounts.known_passwords,
    accounts.administrators,
    accounts.second_factors,
    accounts.demo_content,
    database.migrations,
    database.abilities,
    database.triggers,
    releases.seals,
    releases.ready_texts,
    releases.search_index,
    by_the_clock.worker,
    by_the_clock.nightly_commands,
    by_the_clock.backups,
    machine.room,
    services.uploaded_files,
    services.mail,
    services.cache_answers,
    machine.clock,
)


def examine(at: datetime, examinations: Iterable[Examination] = EXAMINATIONS) -> Iterator[Condition]:
    """What all of them see. One that fails is a bad condition itself and keeps none of the others from looking."""
    for examination in examinations:
        try:
            yield from examination(at)
        except Exception as problem:
            name = examination.__name__.replace("_", " ")
            yield bad(
                name,
                f"could not be looked at: {type(problem).__name__}: {problem}",
                "Mend what stands above first.",
            )
