"""How states voted at the General Assembly, as sources say."""

from __future__ import annotations

from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.state import StateSerializer
from countries.models import FactKind
from meetings.models import Vote, VoteAnswer

from .vote_totals import RECORDED_VOTE, ClaimOnVoteFilter, ClaimOnVoteSerializer


class VoteFilter(ClaimOnVoteFilter):
    country = by_country()
    vote = filters.ChoiceFilter(field_name="answer", choices=VoteAnswer.choices)


class VoteSerializer(ClaimOnVoteSerializer[Vote]):
    """How a state voted, as one source says. A state without a row is not on record, which is none of the answers."""

    state = StateSerializer(source="country")
    vote = serializers.ChoiceField(source="answer", choices=VoteAnswer.choices)

    class Meta:
        model = Vote
        fields = [
            *("id", "state", *RECORDED_VOTE, "vote"),
            *("made_on", "certainty", "rank", "rank_reason", "note", "sources"),
        ]


class VoteViewSet(Noun[Vote]):
    """Votes of states, each as one source gives it."""

    about = ((FactKind.VOTES, ""),)
    queryset = Vote.objects.select_related("recorded_vote__resolution", "country", "source").order_by("pk")
    serializer_class = VoteSerializer
    filterset_class = VoteFilter
