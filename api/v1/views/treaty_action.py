"""What states did towards treaties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from rest_framework.viewsets import ReadOnlyModelViewSet

from api.v1.filters.treaty_action import TreatyActionFilter
from api.v1.serializers.treaty_action import TreatyActionSerializer
from countries.models import FactKind, TreatyAction
from countries.queries.coverage import EVERY
from editorial.models import CitationUse


class TreatyActionViewSet(ReadOnlyModelViewSet):
    """Signatures, deposits, declarations and notices, each with its sources; oldest first."""

    about = ((FactKind.TREATY_ACTS, EVERY),)
    queryset = TreatyAction.objects.select_related("treaty", "country", "source").order_by("date", "pk")
    serializer_class = TreatyActionSerializer
    filterset_class = TreatyActionFilter
    lookup_value_regex = "[0-9]+"

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        shown: Sequence[TreatyAction] = () if not args else args[0] if kwargs.get("many") else [args[0]]
        cited = cited_in_notes(shown)
        kwargs["context"] = {**self.get_serializer_context(), "cited": cited}
        return self.get_serializer_class()(*args, **kwargs)


def cited_in_notes(actions: Sequence[TreatyAction]) -> dict[int, list[CitationUse]]:
    """The citations in the notes of these acts, one a source, by primary key; one query for all of them."""
    found: dict[int, list[CitationUse]] = defaultdict(list)
    with_note = [action.pk for action in actions if action.note]
    if with_note:
        uses = CitationUse.objects.filter(
            content_type=ContentType.objects.get_for_model(TreatyAction), object_id__in=with_note
        )
        for use in uses.select_related("source").order_by("order"):
            if use.source not in [other.source for other in found[use.object_id]]:
                found[use.object_id].append(use)
    return found
