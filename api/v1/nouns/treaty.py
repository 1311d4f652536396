"""Treaties, and the standing of every state towards them on any day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from api.parameters import AS_OF, day_parameter, hears, word_parameter
from api.v1.noun import Noun
from api.v1.serializers.address import PageField, asked_by
from api.v1.serializers.explained import ExplainedDateSerializer, explained
from api.v1.serializers.link import TreatyLinkSerializer
from api.v1.serializers.source import OwnSourceSerializer
from api.v1.serializers.standing import TreatyStandingsSerializer, standings_body
from countries.models import Coverage, FactKind, GroupMembership, Treaty, TreatyAction
from countries.queries.coverage import EVERY, acts_towards, asked
from countries.queries.treaty_standings import treaty_record
from countries.rules.clauses_in_words import clauses_in_words
from countries.rules.standing import Basis, Standing


class ClauseSerializer(serializers.Serializer):
    """What a treaty says about joining or leaving it."""

    about = serializers.CharField()
    rule = serializers.CharField()
    article = serializers.CharField(allow_blank=True)


class TreatySerializer(TreatyLinkSerializer):
    """A treaty as the list gives it, with its aliases."""

    page = PageField()
    aliases = serializers.SerializerMethodField()
    parent = TreatyLinkSerializer(allow_null=True)
    standings = serializers.SerializerMethodField(help_text="Where every state's standing is given.")

    class Meta(TreatyLinkSerializer.Meta):
        fields = [
            *TreatyLinkSerializer.Meta.fields,
            *("page", "short_name", "full_title", "aliases", "kind", "parent", "depositary", "untc_number"),
            *("adopted_on", "adopted_at", "opened_for_signature", "closed_for_signature", "published_in_force"),
            "standings",
        ]

    def get_aliases(self, treaty: Treaty) -> list[str]:
        return [alias.name for alias in treaty.aliases.all()]

    def get_standings(self, treaty: Treaty) -> str:
        return reverse("v1:treaty-standings", args=[treaty.slug], request=asked_by(self.context))


class TreatyDetailSerializer(TreatySerializer, OwnSourceSerializer[Treaty]):
    """One treaty with its final clauses, its computed entry into force and its sources."""

    in_force = serializers.SerializerMethodField()
    final_clauses = serializers.SerializerMethodField()

    class Meta(TreatySerializer.Meta):
        fields = [*TreatySerializer.Meta.fields, "in_force", "final_clauses", "sources"]

    @extend_schema_field(ExplainedDateSerializer)
    def get_in_force(self, treaty: Treaty) -> dict[str, object] | None:
        return explained(self.context["record"].in_force)

    @extend_schema_field(ClauseSerializer(many=True))
    def get_final_clauses(self, treaty: Treaty) -> list[dict[str, str]]:
        return [
            {"about": about, "rule": rule, "article": article}
            for about, rule, article in clauses_in_words(treaty.final_clauses)
        ]


class TreatyViewSet(Noun[Treaty]):
    """Treaties and protocols with their final clauses."""

    about = ((FactKind.TREATY_ACTS, EVERY),)
    queryset = (
        Treaty.objects.select_related("parent", "source").prefetch_related("aliases").order_by("order", "pk")
    )
    serializer_class = TreatySerializer
    detail_serializer_class = TreatyDetailSerializer
    lookup_field = "slug"
    lookup_value_regex = "[a-z0-9-]+"

    @hears()
    def retrieve(self, request: Request, slug: str) -> Response:
        return super().retrieve(request, slug=slug)

    def read_for(self, rows: Sequence[Treaty]) -> Mapping[str, object]:
        record = {"record": treaty_record(rows[0])} if self.detail and rows else {}
        return {**super().read_for(rows), **record}

    @hears(
        AS_OF,
        OpenApiParameter(
            "basis",
            enum=[basis.value for basis in Basis],
            description="What makes a party in the counts: its deposit (default) or the entry into force.",
        ),
        OpenApiParameter("standing", enum=[one.value for one in Standing], description="Only these states."),
        OpenApiParameter("region", str, description="Only states of this M49 region: Americas."),
        OpenApiParameter("group", str, description="Only members of this group: core-group."),
        answer=TreatyStandingsSerializer,
        known=(TreatyAction, Treaty, GroupMembership, Coverage),
    )
    @action(detail=True, pagination_class=None, filter_backends=())
    def standings(self, request: Request, slug: str) -> Response:
        """Every state on one day, counts with their members, each date with its article and arithmetic.

        Four queries, whatever the number of states.
        """
        when = asked(day_parameter(request, "as_of"), today=timezone.localdate(), about=acts_towards(slug))
        basis = Basis(word_parameter(request, "basis", Basis, Basis.DEPOSIT.value))
        standing = word_parameter(request, "standing", Standing)
        record = treaty_record(self.get_object())
        region = word_parameter(request, "region", sorted({state.region for state in record.states}))
        groups = sorted({slug for state in record.states for slug, _ in state.groups})
        group = word_parameter(request, "group", groups)
        on = record.on(when.day)
        rows = tuple(
            row
            for row in on.rows
            if (not standing or row.standing.value == standing)
            and (not region or row.state.region == region)
            and (not group or group in dict(row.state.groups))
        )
        return Response(standings_body(record, on, when, basis, rows, self.get_serializer_context()))
