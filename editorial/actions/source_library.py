"""Keeping the source library tidy: two rows for one document become one."""

from __future__ import annotations

from django.db import transaction

from editorial.models import Source, User, recording
from editorial.queries.where_used import facts_naming
from editorial.rules.transitions import Refused


@transaction.atomic
def merge_sources(*, source: Source, into: Source, by: User | None, reason: str) -> None:
    """``source`` becomes another name of ``into``: every text and fact that rests on it follows.

    Texts keep the key they were written with, and it goes on working. Refused when both are the same or when
    one of them has been merged already.
    """
    rows = {row.pk: row for row in Source.objects.select_for_update().filter(pk__in=[source.pk, into.pk])}
    if source.pk == into.pk:
        raise Refused(f"{source} cannot be merged into itself.")
    for row in rows.values():
        if row.merged_into_id:
            raise Refused(f"{row} has been merged into {row.merged_into} already.")
    with recording(by=by, reason=reason):
        for key, facts in facts_naming(source):
            for record in facts:
                setattr(record, key.name, rows[into.pk])
                record.save()
        for merged in (*source.merged_sources.all(), rows[source.pk]):
            merged.merged_into = rows[into.pk]
            merged.save()
    source.refresh_from_db()
    into.refresh_from_db()
