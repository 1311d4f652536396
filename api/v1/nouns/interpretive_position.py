"""Views of states on disputed questions, outside any statement."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import ClaimFilter
from api.v1.noun import Noun
from api.v1.serializers.claim import CLAIM_FIELDS, ClaimSerializer
from countries.models import FactKind
from meetings.models import THEME_OF_ISSUE, InterpretiveAnswer, InterpretiveIssue, InterpretivePosition


class InterpretivePositionFilter(ClaimFilter):
    issue = filters.ChoiceFilter(choices=InterpretiveIssue.choices)
    answer = filters.ChoiceFilter(choices=InterpretiveAnswer.choices)


class InterpretivePositionSerializer(ClaimSerializer[InterpretivePosition]):
    """A view as one source gives it. "not_given" says that none was given, "not_known" that the source knows of none."""

    theme = serializers.SerializerMethodField(
        help_text="The theme under which statements speak of the question; null where it is several questions at once."
    )

    class Meta:
        model = InterpretivePosition
        fields = ["id", "state", "page", "issue", "theme", "answer", "view", "as_of", *CLAIM_FIELDS]

    def get_theme(self, row: InterpretivePosition) -> str | None:
        return THEME_OF_ISSUE.get(InterpretiveIssue(row.issue))


class InterpretivePositionViewSet(Noun[InterpretivePosition]):
    """What states hold on disputed questions, outside their statements, each with its sources."""

    about = ((FactKind.INTERPRETIVE_POSITIONS, ""),)
    queryset = InterpretivePosition.objects.select_related("country").order_by("pk")
    serializer_class = InterpretivePositionSerializer
    filterset_class = InterpretivePositionFilter
