"""What every claim carries: its state, its two dates, its certainty, its rank and its sources."""

from __future__ import annotations

from typing import TypeVar

from editorial.models import Claim

from .address import PageField
from .link import MunitionTypeLinkSerializer
from .source import SourcedSerializer
from .state import PartialDateSerializer, StateSerializer

Row = TypeVar("Row", bound=Claim)

CLAIM_FIELDS = ["made_on", "certainty", "rank", "rank_reason", "note", "sources"]
FIGURES = [
    *("munitions", "munitions_rounded", "munitions_at_least"),
    *("submunitions", "submunitions_rounded", "submunitions_at_least", "submunition_mass_kg"),
]


class ClaimSerializer(SourcedSerializer[Row]):
    """A claim on one state. Contradicting claims are all given; the rank says which one is used, and why."""

    state = StateSerializer(source="country")
    page = PageField("Where readers find it, with its sources.")
    as_of = PartialDateSerializer(allow_null=True, help_text="What the claim is about.")
    made_on = PartialDateSerializer(
        allow_null=True, help_text="When it was said: the date of the edition or document that says so."
    )


class FigureSerializer(ClaimSerializer[Row]):
    """Two numbers that are never added together. null is unknown, which is not zero."""

    munition_type = MunitionTypeLinkSerializer(allow_null=True, help_text="null: the whole stock.")
