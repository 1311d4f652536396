"""What states did towards treaties."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.link import TreatyLinkSerializer
from api.v1.serializers.source import OwnSourceSerializer, SourcedSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import FactKind, Treaty, TreatyAction
from countries.models.treaty_action import ACTION_KINDS
from countries.queries.coverage import EVERY


class TreatyActionFilter(filters.FilterSet):
    treaty = filters.ModelChoiceFilter(queryset=Treaty.objects.all(), to_field_name="slug", help_text="ccm")
    country = by_country()
    kind = filters.ChoiceFilter(choices=ACTION_KINDS)
    date_from = filters.DateFilter(field_name="date", lookup_expr="gte", help_text="First day: 2012-01-01.")
    date_until = filters.DateFilter(field_name="date", lookup_expr="lte", help_text="Last day: 2012-12-31.")


class TreatyActionSerializer(OwnSourceSerializer[TreatyAction], SourcedSerializer[TreatyAction]):
    """One act: signature, deposit, declaration or notice, with its sources."""

    treaty = TreatyLinkSerializer()
    state = StateSerializer(source="country")
    note = serializers.SerializerMethodField(
        help_text="In plain words; the documents it cites are among the sources."
    )

    class Meta:
        model = TreatyAction
        fields = [
            *("id", "treaty", "state", "kind", "date", "effective_on", "published_effect", "in_armed_conflict"),
            *("place", "official", "note", "sources"),
        ]


class TreatyActionViewSet(Noun[TreatyAction]):
    """Signatures, deposits, declarations and notices, each with its sources; oldest first."""

    about = ((FactKind.TREATY_ACTS, EVERY),)
    queryset = TreatyAction.objects.select_related("treaty", "country", "source").order_by("date", "pk")
    serializer_class = TreatyActionSerializer
    filterset_class = TreatyActionFilter
