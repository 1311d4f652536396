"""Destruction programmes with their stages, delays and contributions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Model
from django_filters import rest_framework as filters

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.link import OrganisationNameSerializer
from api.v1.serializers.source import SourcedSerializer
from api.v1.serializers.state import StateSerializer
from countries.models import FactKind
from stockpiles.models import Contribution, DestructionProgramme, ProgrammeDelay, ProgrammeStage
from stockpiles.queries.programme_story import parts_of
from stockpiles.queries.state_records import programmes_with_parts


class ProgrammeFilter(filters.FilterSet):
    country = by_country()


class ProgrammeStageSerializer(SourcedSerializer[ProgrammeStage]):
    """One stage, with the dates that sources give."""

    class Meta:
        model = ProgrammeStage
        fields = ["number", "name", "planned_start", "planned_end", "started", "ended", "note", "sources"]


class ProgrammeDelaySerializer(SourcedSerializer[ProgrammeDelay]):
    """What held the work up."""

    class Meta:
        model = ProgrammeDelay
        fields = ["cause", "began", "ended", "note", "sources"]


class ContributionSerializer(SourcedSerializer[Contribution]):
    """Who helped, through whom. The giver is a state or an organisation, the other is null."""

    donor_state = StateSerializer(allow_null=True)
    donor_organisation = OrganisationNameSerializer(allow_null=True)
    channel = OrganisationNameSerializer(allow_null=True)

    class Meta:
        model = Contribution
        fields = [
            *("donor_state", "donor_organisation", "channel"),
            *("form", "amount", "currency", "agreed_on", "note", "sources"),
        ]


class ProgrammeSerializer(SourcedSerializer[DestructionProgramme]):
    """A programme as a whole."""

    state = StateSerializer(source="country")
    page = PageField()
    partner = OrganisationNameSerializer(allow_null=True)
    stages = ProgrammeStageSerializer(many=True, read_only=True)
    delays = ProgrammeDelaySerializer(many=True, read_only=True)
    contributions = ContributionSerializer(many=True, read_only=True)

    class Meta:
        model = DestructionProgramme
        fields = [
            *("id", "slug", "title", "state", "page", "partner", "state_body", "started", "ended"),
            *("stages", "delays", "contributions", "note", "sources"),
        ]


class ProgrammeViewSet(Noun[DestructionProgramme]):
    """Destruction programmes with stages, delays and contributions."""

    about = ((FactKind.PROGRAMMES, ""),)
    queryset = programmes_with_parts().order_by("pk")
    serializer_class = ProgrammeSerializer
    filterset_class = ProgrammeFilter

    def records(self, rows: Sequence[DestructionProgramme]) -> Iterable[Model]:
        for programme in rows:
            yield programme
            yield from parts_of(programme)
