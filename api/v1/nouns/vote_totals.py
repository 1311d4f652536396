"""How many voted which way at the General Assembly, as sources give it."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from rest_framework import serializers

from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.link import ResolutionLinkSerializer
from api.v1.serializers.source import OwnSourceSerializer, SourcedSerializer
from api.v1.serializers.state import PartialDateSerializer
from countries.models import FactKind
from editorial.models import Certainty, Rank
from meetings.models import Resolution, VoteTotals, VotingBody
from meetings.models.recorded_vote import ClaimOnVote

Row = TypeVar("Row", bound=ClaimOnVote)

RECORDED_VOTE = ["resolution", "body", "paragraph", "held_on", "page"]
"""Which vote a claim is about."""


class ClaimOnVoteFilter(filters.FilterSet):
    """Claims on the votes of one resolution, in one body, of one certainty, of one rank."""

    resolution = filters.ModelChoiceFilter(
        field_name="recorded_vote__resolution",
        queryset=Resolution.objects.all(),
        to_field_name="slug",
        help_text="By its slug: a-res-70-54.",
    )
    body = filters.ChoiceFilter(field_name="recorded_vote__body", choices=VotingBody.choices)
    whole = filters.BooleanFilter(
        field_name="recorded_vote__paragraph",
        method="of_the_whole",
        help_text="true: votes on the whole; false: on a paragraph.",
    )
    certainty = filters.ChoiceFilter(choices=Certainty.choices)
    rank = filters.ChoiceFilter(choices=Rank.choices)

    def of_the_whole(self, rows: QuerySet, name: str, value: bool) -> QuerySet:
        return rows.filter(**{name: ""}) if value else rows.exclude(**{name: ""})


class ClaimOnVoteSerializer(OwnSourceSerializer[Row], SourcedSerializer[Row]):
    """What one source says of one recorded vote. Contradicting claims are all given."""

    resolution = ResolutionLinkSerializer(source="recorded_vote.resolution")
    body = serializers.ChoiceField(source="recorded_vote.body", choices=VotingBody.choices)
    paragraph = serializers.CharField(source="recorded_vote.paragraph", help_text="Empty: the whole.")
    held_on = PartialDateSerializer(source="recorded_vote.held_on", allow_null=True)
    page = PageField("Where readers find it.")
    made_on = PartialDateSerializer(allow_null=True, help_text="The date of the edition that says so.")


class VoteTotalsSerializer(ClaimOnVoteSerializer[VoteTotals]):
    """A total. A number that the source does not give is null, which is not zero."""

    page = PageField("Where readers find it.", source="recorded_vote.get_absolute_url")

    class Meta:
        model = VoteTotals
        fields = [
            *("id", *RECORDED_VOTE, "yes", "no", "abstained"),
            *("made_on", "certainty", "rank", "rank_reason", "note", "sources"),
        ]


class VoteTotalsViewSet(Noun[VoteTotals]):
    """Totals of recorded votes, each as one source gives it."""

    about = ((FactKind.VOTES, ""),)
    queryset = VoteTotals.objects.select_related("recorded_vote__resolution", "source").order_by("pk")
    serializer_class = VoteTotalsSerializer
    filterset_class = ClaimOnVoteFilter
