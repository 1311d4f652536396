"""An approval binds: what was approved is kept as it would have been printed, and compared before it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from editorial.models import Approval, Publishable, Release, User
from editorial.rules.printed import PrintedDifference, printed_differences
from editorial.rules.transitions import Refused
from editorial.slots import Slot

Fact = dict[str, Any]

facts_beside: Slot[Callable[[Publishable, date], list[Fact]]] = Slot("facts beside a text")
"""What an app computes to be shown beside a text of its own, as publishing it on a day (UTC) would freeze it; nothing for
the texts of other apps. A fact is ``{"label", "value", "article", "explanation", "as_of"}``, all plain text."""

NOT_KEPT = PrintedDifference("It was approved before this site kept what was approved")

_SET = ("body_html", "notes_html", "contents")
_TOLD = ("sections", "footnotes", "sources")  # of the payload: the first two are the resolved text as it is set


class NotAsApproved(Refused):
    """What would be published is not what was approved. ``problems`` names each difference."""


def facts_of(record: Publishable, today: date) -> list[Fact]:
    """Everything that would be frozen beside a text if it were published on a day (UTC)."""
    return [fact for compute in facts_beside for fact in compute(record, today)]


def as_printed(release: Release) -> dict[str, Any]:
    """What readers are given of a composed release, without its number and dates (see editorial.rules.printed)."""
    payload = release.payload
    page = [*(getattr(release, name) for name in _SET), *(payload.get(name) for name in _TOLD[:2])]
    printed = {
        "title": release.title,
        "lead": release.lead,
        "resolved_text": release.resolved_text,
        "sources": payload.get("sources", {}),
        "facts": release.facts,
        "beside": {name: value for name, value in payload.items() if name not in _TOLD},
        "set": hashlib.sha256(json.dumps(page, sort_keys=True).encode()).hexdigest(),
    }
    plain: dict[str, Any] = json.loads(json.dumps(printed))  # as a database gives it back
    return plain


def keep_approval(release: Release, *, by: User, at: datetime) -> Approval:
    """Keep what somebody approved: the release that publishing the working copy at that moment would have made."""
    kept: Approval = Approval.objects.create(record=release.record, by=by, at=at, printed=as_printed(release))
    return kept


def binding_approval(record: Publishable) -> Approval | None:
    """The approval that what would be printed is held against: of an approved record its own; of one in review the last
    since its newest release. None where there is none, or where it is older than this table."""
    approvals = Approval.objects.about(record)
    if record.reviewed_at is not None:
        approvals = approvals.filter(at=record.reviewed_at)
    elif newest := record.releases.order_by("-number").values_list("released_at", flat=True).first():
        approvals = approvals.filter(at__gt=newest)
    found: Approval | None = approvals.select_related("by").first()
    return found


def since_approval(release: Release) -> tuple[PrintedDifference, ...]:
    """In what the release that publishing would make now differs from what was approved last; nothing where nobody has
    approved anything yet."""
    approved = binding_approval(release.record)
    if approved is None:
        return (NOT_KEPT,) if release.record.reviewed_at is not None else ()
    return printed_differences(approved.printed, as_printed(release))


def refuse_another_print(release: Release) -> None:
    """Raises NotAsApproved where what is about to be published is not what was approved."""
    found = since_approval(release)
    if found:
        raise NotAsApproved(
            "This is not what was approved. It needs a new approval; nothing was published.", map(str, found)
        )
