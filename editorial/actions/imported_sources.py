"""Sources that an import brought into the library, and taking them out again while nobody needs them."""

from __future__ import annotations

from collections.abc import Iterable

from editorial.models import Source, Tracked
from editorial.models.guard import at_the_door
from editorial.queries.where_used import facts_naming


def imported_sources(record: Tracked) -> list[Source]:
    """Sources that came into the library in the same act as the record."""
    first = record.history.order_by("history_date", "history_id").first()
    if first is None or first.change_id is None:
        return []
    ids = Source.history.filter(change_id=first.change_id, history_type="+").values_list("id", flat=True)
    return list(Source.objects.filter(pk__in=list(ids)).order_by("key"))


def take_back(sources: Iterable[Source]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Delete those that nobody else uses and nobody has edited. Returns the keys of these, and key and reason of
    those that stay. To be called while a change is recorded."""
    deleted: list[str] = []
    kept: list[tuple[str, str]] = []
    for source in sources:
        if why := _why_kept(source):
            kept.append((source.key, why))
            continue
        with at_the_door():  # nothing names it, so no reader sees it
            source.delete()
        deleted.append(source.key)
    return tuple(deleted), tuple(kept)


def _why_kept(source: Source) -> str:
    """Why a source stays after the profile that brought it is gone; "" if it may go."""
    if source.history.count() > 1:
        return "it was edited since"
    if source.uses.exists():
        return "other texts cite it"
    if source.merged_sources.exists():
        return "another source was merged into it"
    for key, facts in facts_naming(source):
        if facts.exists():
            return f"a {key.model._meta.verbose_name} names it"
    return ""
