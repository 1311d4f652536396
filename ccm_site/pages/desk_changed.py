"""What people changed last, in every table that a person of the team may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from editorial.admin.versions import Act, newest_by_people
from editorial.history.timeline import ACTIONS
from editorial.models import Tracked, User
from editorial.models.access import may_see_version

from .desk_task import SHOWN, Item, Task, address, there


def changed(models: Sequence[type[Tracked]], user: User) -> Task:
    items = list(islice(_items(models, user), SHOWN))
    return Task("Recently changed by people", "Nobody has changed anything yet.", items, len(items))


def _items(models: Sequence[type[Tracked]], user: User) -> Iterator[Item]:
    """The newest first, one a record. Records are read a few at a time: those further down are mostly not asked for."""
    newest = {(act.model, act.pk): act for act in reversed(newest_by_people(models, SHOWN * 2))}
    acts = sorted(newest.values(), key=lambda act: (act.history_date, act.history_id), reverse=True)
    for start in range(0, len(acts), SHOWN):
        some = acts[start : start + SHOWN]
        records = {
            (model, pk): record
            for model, of_it in groupby(sorted(some, key=_table), key=lambda act: act.model)
            for pk, record in there(model, [act.pk for act in of_it], user).items()
        }
        yield from filter(None, (_item(act, records.get((act.model, act.pk)), user) for act in some))


def _table(act: Act) -> str:
    return act.model._meta.label


def _item(act: Act, record: Tracked | None, user: User) -> Item | None:
    """The line of one act; None where the record is not for this person's eyes."""
    name = act.model._meta.verbose_name
    if record is None:
        version = act.model.history.get(history_id=act.history_id)
        if act.history_type != "-" or not may_see_version(version, user):
            return None
    return Item(
        title=str(record) if record else f"{name} {act.pk}",
        address=address(act.model, "history", act.pk) if record else "",
        kind=f"{name}, {ACTIONS[act.history_type].lower()}",
    ).done_by(act)
