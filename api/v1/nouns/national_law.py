"""Laws by which states carry the convention out."""

from __future__ import annotations

from django_filters import rest_framework as filters

from api.v1.filters import ClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from api.v1.serializers.state import PartialDateSerializer
from countries.models import FactKind, NationalLaw, NationalLawKind, NationalLawStatus


class NationalLawFilter(ClaimFilter):
    kind = filters.ChoiceFilter(choices=NationalLawKind.choices)
    status = filters.ChoiceFilter(choices=NationalLawStatus.choices)


class NationalLawSerializer(ClaimSerializer[NationalLaw]):
    """A law as one source gives it. Rows of a state with one kind and one ``name`` are about the same law."""

    adopted_on = PartialDateSerializer(allow_null=True)
    in_force_on = PartialDateSerializer(allow_null=True)

    class Meta:
        model = NationalLaw
        fields = [
            *("id", "state", "page", "kind", "name", "title", "original_title", "known_as", "status"),
            *("adopted_on", "in_force_on", "covers", "penalty", "as_of"),
            *CLAIM_FIELDS,
        ]


class NationalLawViewSet(Noun[NationalLaw]):
    """National laws, drafts, and the view of states that none is needed, each with its sources."""

    about = ((FactKind.NATIONAL_LAWS, ""),)
    queryset = NationalLaw.objects.select_related("country").order_by("pk")
    serializer_class = NationalLawSerializer
    filterset_class = NationalLawFilter
