"""Which releases of a record readers see and when, and which were taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch, QuerySet

from editorial.models import Publishable, Status

STANDING = "standing_releases"
NOT_SHOWN = ("text", "resolved_text", "contents", "facts")
"""What a release keeps beside what it shows."""


def with_standing_releases(records: QuerySet[Any]) -> QuerySet[Any]:
    """Publishable records, their releases beside them for ``release_spans``: one query for many records."""
    releases = records.model._meta.get_field("releases").related_model
    standing = releases.objects.not_withdrawn().order_by("number").defer(*NOT_SHOWN)
    return records.prefetch_related(Prefetch("releases", standing, to_attr=STANDING))


def release_spans(record: Publishable, now: datetime) -> list[tuple[Any, datetime | None]]:
    """The releases that readers see at ``now`` or will see after an embargo, each with the moment from which a newer
    one takes its place (None: no newer one). Those withdrawn or already replaced are left out."""
    releases = vars(record).get(STANDING)
    if releases is None:
        releases = list(record.releases.not_withdrawn().order_by("number"))
    spans = []
    for position, release in enumerate(releases):
        until = min((later.visible_from for later in releases[position + 1 :]), default=None)
        if until is None or until > max(now, release.visible_from):
            spans.append((release, until))
    return spans


@dataclass(frozen=True)
class Withdrawal:
    """Every release of a record that was made by then was taken back; what readers were told."""

    at: datetime
    public_reason: str


def withdrawals(model: type[Publishable], pks: Collection[int] | None = None) -> dict[int, list[Withdrawal]]:
    """Every withdrawal of these records (of any, where none are named) by primary key, oldest first. One query.

    A record keeps its newest; its history keeps them all.
    """
    versions = model.history.filter(status=Status.WITHDRAWN)
    if pks is not None:
        versions = versions.filter(id__in=pks)
    found: dict[int, list[Withdrawal]] = {}
    columns = ("id", "withdrawn_at", "withdrawal_reason")
    for pk, at, reason in versions.order_by("withdrawn_at").values_list(*columns).distinct():
        found.setdefault(pk, []).append(Withdrawal(at, reason))
    return found
