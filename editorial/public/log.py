"""What was corrected and withdrawn of published records, and when readers were told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from editorial.models import Publishable, Release
from editorial.queries import Withdrawal, withdrawals

R = TypeVar("R", bound=Release)
Taken = Mapping[int, Sequence[Withdrawal]]


@dataclass(frozen=True)
class LogEntry(Generic[R]):
    """One line of a log: a release, the one before it that readers may compare it with, and the withdrawal that took
    it back, where one did."""

    release: R
    before: R | None = None
    withdrawal: Withdrawal | None = None

    @property
    def at(self) -> datetime:
        """When readers could see what the line tells them last."""
        return self.withdrawal.at if self.withdrawal else self.release.visible_from


def log_of(releases: Sequence[R], taken: Taken | None = None) -> list[LogEntry[R]]:
    """Releases as a log, in their order. One that was withdrawn before its embargo ended was never seen: it is no line.

    ``taken`` are the withdrawals by record, oldest first.
    """
    found = [(one, _taking(one, (taken or {}).get(one.record_id, ()))) for one in releases]
    readable = {(one.record_id, one.number): one for one, withdrawal in found if withdrawal is None}
    return [
        LogEntry(one, _before(one, readable) if withdrawal is None else None, withdrawal)
        for one, withdrawal in found
        if withdrawal is None or one.visible_from <= withdrawal.at
    ]


def _taking(release: Release, withdrawals: Iterable[Withdrawal]) -> Withdrawal | None:
    return next((one for one in withdrawals if one.at >= release.released_at), None)


def _before(release: R, readable: Mapping[tuple[int, int], R]) -> R | None:
    numbers = range(release.number - 1, 0, -1)
    return next((readable[key] for number in numbers if (key := (release.record_id, number)) in readable), None)


def corrections(
    model: type[R],
    at: datetime,
    where: Mapping[str, object],
    related: Sequence[str] = (),
) -> list[LogEntry[R]]:
    """Every release ever seen by readers that is found there, also those withdrawn since.

    Newest first. The texts stay in the database; of a withdrawn release only the log remains.
    """
    rows = model.objects.kept().filter(visible_from__lte=at, **where).select_related(*related).without_texts()
    releases = list(rows.order_by("-visible_from", "-number"))
    return log_of(releases, withdrawals_of(model, releases))


def withdrawals_of(model: type[Release], releases: Iterable[Release]) -> Taken:
    """Every withdrawal of the records of some releases. One query."""
    return withdrawals(_record(model), {one.record_id for one in releases})


def newest_corrections(model: type[R], at: datetime, limit: int, related: Sequence[str] = ()) -> list[LogEntry[R]]:
    """The newest corrections (r2 and later) and withdrawals of all records, newest first.

    A withdrawal is one line, whatever number of releases it took: that of the newest that readers had seen.
    """
    visible = model.objects.visible(at).filter(number__gt=1).select_related(*related).without_texts()
    lines = [*log_of(list(visible.order_by("-visible_from", "-pk")[:limit])), *_withdrawn(model, at, related)]
    return sorted(lines, key=lambda line: (line.at, line.release.pk), reverse=True)[:limit]


def _withdrawn(model: type[R], at: datetime, related: Sequence[str]) -> Iterator[LogEntry[R]]:
    taken = withdrawals(_record(model))
    rows = model.objects.kept().filter(**{f"{model.RECORD}__in": taken}, visible_from__lte=at)
    releases = list(rows.select_related(*related).without_texts().order_by(model.RECORD, "number"))
    newest = {(line.release.record_id, line.withdrawal): line for line in log_of(releases, taken)}
    return (line for line in newest.values() if line.withdrawal is not None)


def _record(model: type[Release]) -> type[Publishable]:
    record: Any = model._meta.get_field(model.RECORD).related_model
    return record
