"""Destruction programmes with their stages, delays and contributions."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from editorial.models import Organisation
from stockpiles.models import Contribution, DestructionProgramme, ProgrammeDelay, ProgrammeStage

from .claim import SourcedSerializer
from .state import PartialDateSerializer, StateSerializer


class OrganisationNameSerializer(serializers.ModelSerializer):
    """An organisation, wherever one is named."""

    class Meta:
        model = Organisation
        fields = ["slug", "name", "abbreviation"]


class ProgrammeStageSerializer(SourcedSerializer):
    """One stage, with the dates that sources give."""

    planned_start = PartialDateSerializer(allow_null=True)
    planned_end = PartialDateSerializer(allow_null=True)
    started = PartialDateSerializer(allow_null=True)
    ended = PartialDateSerializer(allow_null=True)

    class Meta:
        model = ProgrammeStage
        fields = ["number", "name", "planned_start", "planned_end", "started", "ended", "note", "sources"]


class ProgrammeDelaySerializer(SourcedSerializer):
    """What held the work up."""

    began = PartialDateSerializer(allow_null=True)
    ended = PartialDateSerializer(allow_null=True)

    class Meta:
        model = ProgrammeDelay
        fields = ["cause", "began", "ended", "note", "sources"]


class ContributionSerializer(SourcedSerializer):
    """Who helped, through whom. The giver is a state or an organisation, the other is null."""

    donor_state = StateSerializer(allow_null=True)
    donor_organisation = OrganisationNameSerializer(allow_null=True)
    channel = OrganisationNameSerializer(allow_null=True)
    agreed_on = PartialDateSerializer(allow_null=True)

    class Meta:
        model = Contribution
        fields = [
            "donor_state",
            "donor_organisation",
            "channel",
            "form",
            "amount",
            "currency",
            "agreed_on",
            "note",
            "sources",
        ]


class ProgrammeSerializer(SourcedSerializer):
    """A programme as a whole."""

    state = StateSerializer(source="country")
    page = serializers.SerializerMethodField(help_text="The public page.")
    partner = OrganisationNameSerializer(allow_null=True)
    started = PartialDateSerializer(allow_null=True)
    ended = PartialDateSerializer(allow_null=True)
    stages = serializers.SerializerMethodField()
    delays = serializers.SerializerMethodField()
    contributions = serializers.SerializerMethodField()

    class Meta:
        model = DestructionProgramme
        fields = [
            "id",
            "slug",
            "title",
            "state",
            "page",
            "partner",
            "state_body",
            "started",
            "ended",
            "stages",
            "delays",
            "contributions",
            "note",
            "sources",
        ]

    def get_page(self, programme: DestructionProgramme) -> str:
        path = programme.get_absolute_url()
        request = self.context.get("request")
        return request.build_absolute_uri(path) if request else path

    @extend_schema_field(ProgrammeStageSerializer(many=True))
    def get_stages(self, programme: DestructionProgramme) -> Any:
        return ProgrammeStageSerializer(programme.stages.all(), many=True, context=self.context).data

    @extend_schema_field(ProgrammeDelaySerializer(many=True))
    def get_delays(self, programme: DestructionProgramme) -> Any:
        return ProgrammeDelaySerializer(programme.delays.all(), many=True, context=self.context).data

    @extend_schema_field(ContributionSerializer(many=True))
    def get_contributions(self, programme: DestructionProgramme) -> Any:
        return ContributionSerializer(programme.contributions.all(), many=True, context=self.context).data
