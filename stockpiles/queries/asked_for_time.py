"""A request for more time as a page shows it: with its proof, and whether it was filed in time."""

from __future__ import annotations

from dataclasses import dataclass

from editorial.rules.explained import Explained
from stockpiles.models import ExtensionRequest
from stockpiles.rules.dated import DayCount, bounds
from stockpiles.rules.extension_filing import filed_in_time

from .figure_groups import Proofs, ShownRecord
from .records import Records


@dataclass(frozen=True)
class AskedForTime(ShownRecord[ExtensionRequest]):
    """``filing`` is None where the record does not say well enough when it was filed, or when its meeting opened.

    Of a meeting in several parts it does not say which of them considered the request.
    """

    filing: Explained[DayCount] | None = None


def asked_for_time(request: ExtensionRequest, proof: Proofs, records: Records) -> AskedForTime:
    """Articles 3(5) and 4(6): nine months before the meeting to which the request was put."""
    filed, filing = request.requested_on, None
    if filed is not None and filed.bound != "about" and request.decided_at is not None:
        name, when = request.decided_at.short_name, bounds(filed)
        meeting = next((one for one in records.meeting_days if one.name == name), None)
        if when is not None and meeting is not None and meeting.parts == 1:
            filing = filed_in_time(when, meeting, article=request.article)
    return AskedForTime(request, proof.of(request), filing=filing)
