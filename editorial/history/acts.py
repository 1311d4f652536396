"""Acts: what one person wrote at one go, in the record and its parts, microseconds apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, Value

from editorial.models import Tracked, TrackedVersion, User

from .tables import named, tables_of, token_of


def version_named(model: type[Tracked], pk: int, token: str) -> TrackedVersion | None:
    """The version that a token names, if it belongs to this whole; None for anything else."""
    tables = tables_of(model)
    if (found := named(tables, token)) is None:
        return None
    place, id_ = found
    version: TrackedVersion | None = tables[place].versions(pk).filter(history_id=id_).first()
    return version


def moment_of(version: TrackedVersion, whole: tuple[type[Tracked], int] | None = None) -> datetime:
    """When the act that wrote a version was complete: the date of the last row it wrote in the whole.

    One act writes the record and its parts microseconds apart; asking at the record's own date would miss them.
    ``whole`` (model and primary key) is needed for a version of a part; for one of the record it is the record.
    One query.
    """
    model, pk = whole or (version.instance_type, getattr(version, version.instance_type._meta.pk.attname))
    table = next(table for table in tables_of(model) if table.model is version.instance_type)
    token = token_of(table, version.history_id)
    return acts_named(model, pk, [token])[token].complete


@dataclass(frozen=True)
class NamedAct:
    """The act that wrote a version: by whom and why, and the dates of the first and last row it wrote in the whole."""

    token: str
    by: str
    reason: str
    began: datetime
    complete: datetime

    @property
    def before(self) -> datetime:
        """The last moment before it began."""
        return self.began - timedelta(microseconds=1)


def acts_named(model: type[Tracked], pk: int, tokens: Iterable[str]) -> dict[str, NamedAct]:
    """The acts of the versions that tokens name, without those that name none of this whole. One query."""
    tables = tables_of(model)
    wanted = {token: found for token in tokens if (found := named(tables, token)) is not None}
    if not wanted:
        return {}
    every = [table.versions(pk).order_by() for table in tables]
    same_act = Q()
    for place, id_ in wanted.values():
        same_act |= Q(change_id__in=every[place].filter(history_id=id_).values("change_id"))
    names = [f"history_user__{name}" for name in ("username", "first_name", "last_name")]
    asked = []
    for place, versions in enumerate(every):
        ids = [id_ for at, id_ in wanted.values() if at == place]
        of_acts = versions.filter(same_act | Q(history_id__in=ids))
        asked.append(
            of_acts.values_list(
                Value(place), "history_id", "history_date", "change_id", "history_change_reason", *names
            )
        )
    rows = {(row[0], row[1]): row[2:] for row in (asked[0].union(*asked[1:], all=True) if asked[1:] else asked[0])}
    acts = {}
    for token, version in wanted.items():
        if version not in rows:
            continue
        at, change_id, reason, username, first_name, last_name = rows[version]
        dates = [at, *(row[0] for row in rows.values() if change_id is not None and row[1] == change_id)]
        by = str(User(username=username, first_name=first_name, last_name=last_name)) if username else ""
        acts[token] = NamedAct(token_of(tables[version[0]], version[1]), by, reason or "", min(dates), max(dates))
    return acts
