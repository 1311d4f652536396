"""Records that are gone and can be brought back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from editorial.models import Tracked, TrackedVersion, User
from editorial.models.access import may_see_version


@dataclass(frozen=True)
class Deleted:
    """A record that is gone, and the act that deleted it."""

    model: type[Tracked]
    pk: int
    label: str
    at: datetime
    by: str
    reason: str


def deleted(model: type[Tracked], limit: int = 200, visible_to: User | None = None) -> list[Deleted]:
    """Records of a model that were deleted and not brought back, newest first, as far as a person may see them."""
    pk = model._meta.pk.attname
    gone = (
        model.history.filter(history_type="-")
        .exclude(**{f"{pk}__in": model._base_manager.values("pk")})
        .select_related("history_user")
        .order_by("-history_date", "-history_id")
    )
    found: dict[int, Deleted] = {}
    for version in gone[:limit]:
        if visible_to is not None and not may_see_version(version, visible_to):
            continue
        key = getattr(version, pk)
        found.setdefault(
            key,
            Deleted(
                model=model,
                pk=key,
                label=name_of(model, version),
                at=version.history_date,
                by=str(version.history_user) if version.history_user else "",
                reason=version.history_change_reason,
            ),
        )
    return list(found.values())


def name_of(model: type[Tracked], version: TrackedVersion) -> str:
    """How the record of a version called itself; one whose relations are gone is named by its number."""
    try:
        return str(version.instance)
    except Exception:  # a deleted relation may break any __str__; a name is never worth a failed page
        return f"{model._meta.verbose_name} {getattr(version, model._meta.pk.attname)}"
