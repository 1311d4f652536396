"""What states did towards treaties."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rest_framework.viewsets import ReadOnlyModelViewSet

from api.v1.filters.treaty_action import TreatyActionFilter
from api.v1.serializers.treaty_action import TreatyActionSerializer
from countries.models import FactKind, TreatyAction
from countries.queries.coverage import EVERY
from editorial.queries.proof import proofs


class TreatyActionViewSet(ReadOnlyModelViewSet):
    """Signatures, deposits, declarations and notices, each with its sources; oldest first."""

    about = ((FactKind.TREATY_ACTS, EVERY),)
    queryset = TreatyAction.objects.select_related("treaty", "country", "source").order_by("date", "pk")
    serializer_class = TreatyActionSerializer
    filterset_class = TreatyActionFilter
    lookup_value_regex = "[0-9]+"

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        shown: Sequence[TreatyAction] = () if not args else args[0] if kwargs.get("many") else [args[0]]
        cited = {pk: proof.sources for (_, pk), proof in proofs(shown).items()}
        kwargs["context"] = {**self.get_serializer_context(), "cited": cited}
        return self.get_serializer_class()(*args, **kwargs)
