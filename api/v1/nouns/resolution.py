"""Resolutions of the General Assembly, with their recorded votes and who stood behind them."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django_filters import rest_framework as filters

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.address import EntryField, PageField
from api.v1.serializers.source import OwnSourceSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import Country, FactKind
from meetings.models import RecordedVote, Resolution, ResolutionSponsor, SponsorRole


class ResolutionFilter(filters.FilterSet):
    year = filters.NumberFilter(min_value=1945, max_value=2999, help_text="In which it was adopted: 2015.")
    country = by_country("A state in any role: a sponsor, or one that explained its vote.", method="with_country")
    role = filters.ChoiceFilter(
        choices=SponsorRole.choices, method="with_role", help_text="With country: its role; alone: anybody's."
    )

    def with_country(self, rows: QuerySet[Resolution], name: str, value: Country) -> QuerySet[Resolution]:
        role = self.form.cleaned_data.get("role")
        return rows.filter(pk__in=_named(country=value, **({"role": role} if role else {})))

    def with_role(self, rows: QuerySet[Resolution], name: str, value: str) -> QuerySet[Resolution]:
        """Alone; with a state, with_country has asked both of the same row."""
        return rows if self.form.cleaned_data.get("country") else rows.filter(pk__in=_named(role=value))


def _named(**which: object) -> QuerySet[Any, Any]:
    """Resolutions for which a source names a state."""
    return ResolutionSponsor.objects.filter(**which).values("resolution")


class RecordedVoteSerializer(OwnSourceSerializer[RecordedVote]):
    """One recorded vote: on the whole, or on a paragraph."""

    class Meta:
        model = RecordedVote
        fields = ["slug", "body", "paragraph", "held_on", "sources"]


class ResolutionSponsorSerializer(OwnSourceSerializer[ResolutionSponsor]):
    """A state in one role, as a source names it."""

    state = StateSerializer(source="country")

    class Meta:
        model = ResolutionSponsor
        fields = ["state", "role", "sources"]


class ResolutionSerializer(OwnSourceSerializer[Resolution]):
    """A resolution with its recorded votes. Totals and votes of states have lists of their own."""

    url = EntryField("resolution", "slug")
    page = PageField("Where readers find it.")
    recorded_votes = RecordedVoteSerializer(many=True)
    sponsors = ResolutionSponsorSerializer(many=True)

    class Meta:
        model = Resolution
        fields = [
            *("slug", "symbol", "draft_symbol", "title", "session", "year", "url", "page"),
            *("recorded_votes", "sponsors", "sources"),
        ]


class ResolutionViewSet(Noun[Resolution]):
    """Resolutions on the convention, with their recorded votes and who stood behind them."""

    about = ((FactKind.VOTES, ""),)
    also_reads = (RecordedVote, ResolutionSponsor)
    queryset = (
        Resolution.objects.select_related("source")
        .prefetch_related(
            Prefetch("recorded_votes", RecordedVote.objects.select_related("source").order_by("pk")),
            Prefetch("sponsors", ResolutionSponsor.objects.select_related("country", "source").order_by("pk")),
        )
        .order_by("pk")
    )
    serializer_class = ResolutionSerializer
    filterset_class = ResolutionFilter
    lookup_field = "slug"
    lookup_value_regex = "[^/.]+"
