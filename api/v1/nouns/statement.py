"""Published statements: who stands behind them, what they say, and with which notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.v1.releases import ReleasesMixin
from api.v1.serializers.address import Context, EntryField, PageField, entry, whole
from api.v1.serializers.link import MeetingLinkSerializer
from api.v1.serializers.release import (
    FootnoteSerializer,
    ReleaseSerializer,
    ReleaseTextSerializer,
    SectionSerializer,
)
from api.v1.serializers.state import PartialDateSerializer, RecordSerializer
from countries.models import FactKind
from editorial.queries.by_index import reading_by_index
from editorial.resting import resting
from meetings.filters import StatementFilter
from meetings.models import ListedStatement, Role, Statement, StatementRelease
from meetings.queries.statements import listed


def state_or_organisation(row: Mapping[str, str], context: Context) -> dict[str, Any]:
    """The two fields that say who: one of them null."""
    if "organisation" in row:
        return {"country": None, "organisation": {"slug": row["organisation"], "name": row["name"]}}
    url = entry("country", row["iso3"] or row["slug"], context)
    return {"country": {"iso3": row["iso3"], "name": row["name"], "url": url}, "organisation": None}


class FrozenNamesSerializer(serializers.Serializer):
    """A row that names a state (in the shape that every state has) or an organisation, as a release froze it."""

    def get_country(self, row: Mapping[str, str]) -> dict[str, Any] | None:
        found: dict[str, Any] | None = state_or_organisation(row, self.context)["country"]
        return found

    def get_organisation(self, row: Mapping[str, str]) -> dict[str, Any] | None:
        found: dict[str, Any] | None = state_or_organisation(row, self.context)["organisation"]
        return found


class PartySerializer(FrozenNamesSerializer):
    """A state or an organisation behind the statement; the other of the two is null."""

    role = serializers.ChoiceField(choices=Role.choices)
    country = serializers.SerializerMethodField(help_text="iso3, name, url.")
    organisation = serializers.SerializerMethodField(help_text="slug, name.")


class StatementThemeSerializer(serializers.Serializer):
    slug = serializers.CharField()
    title = serializers.CharField()


class StatementSerializer(RecordSerializer):
    """A statement as the list gives it, from its newest release."""

    id = serializers.IntegerField(source="statement_id")
    url = EntryField("statement", "statement_id")
    page = PageField()
    meeting = MeetingLinkSerializer(allow_null=True)
    parties = PartySerializer(source="parties_json", many=True)
    states_unnamed = serializers.IntegerField(
        help_text="How many more states stand behind it that no source names; they are never guessed."
    )
    themes = StatementThemeSerializer(source="themes_json", many=True)

    class Meta:
        model = ListedStatement
        fields = [
            *("id", "url", "page", "title", "lead", "kind", "language", "date", "meeting"),
            *("parties", "states_unnamed", "themes"),
        ]

    def to_representation(self, instance: ListedStatement) -> dict[str, Any]:
        """What the fields above describe, written out: a list has hundreds of rows."""
        meeting, context = instance.meeting, self.context
        return {
            "id": instance.statement_id,
            "url": entry("statement", instance.statement_id, context),
            "page": whole(instance.get_absolute_url(), context),
            "title": instance.title,
            "lead": instance.lead,
            "kind": instance.kind,
            "language": instance.language,
            "date": instance.date.as_json() if instance.date else None,
            "meeting": {
                "slug": meeting.slug,
                "name": meeting.name,
                "short_name": meeting.short_name,
                "url": entry("meeting", meeting.slug, context),
            }
            if meeting
            else None,
            "parties": [
                {"role": row["role"], **state_or_organisation(row, context)} for row in instance.parties_json
            ],
            "states_unnamed": instance.states_unnamed,
            "themes": [{"slug": row["slug"], "title": row["title"]} for row in instance.themes_json],
        }


class FrozenPositionSerializer(FrozenNamesSerializer):
    """What a party says on a theme, as the release froze it."""

    country = serializers.SerializerMethodField()
    organisation = serializers.SerializerMethodField()
    theme = serializers.CharField()
    stance = serializers.CharField()
    paraphrase = serializers.CharField(allow_blank=True)
    quote = serializers.CharField(allow_blank=True)
    quote_language = serializers.CharField(allow_blank=True)
    translation = serializers.CharField(allow_blank=True)
    source_key = serializers.CharField(source="source", allow_blank=True, help_text="Among ``sources``.")
    locator = serializers.CharField(allow_blank=True)


class StatementActionSerializer(serializers.Serializer):
    """An action of an action plan that it cites; without a number the plan as a whole."""

    plan = serializers.CharField()
    number = serializers.IntegerField(allow_null=True)


class FrozenMeetingSerializer(serializers.Serializer):
    """The meeting with the name that it had when the release was made."""

    slug = serializers.CharField()
    name = serializers.CharField()


class StatementDetailSerializer(StatementSerializer):
    """One statement in full: sections, numbered footnotes, positions and the sources of each."""

    release = ReleaseSerializer()
    text = serializers.CharField(source="release.text")
    resolved_text = serializers.CharField(source="release.resolved_text")
    sections = SectionSerializer(source="release.payload.sections", many=True)
    footnotes = FootnoteSerializer(source="release.payload.footnotes", many=True)
    positions = FrozenPositionSerializer(source="release.payload.positions", many=True)
    articles = serializers.ListField(child=serializers.CharField(), source="release.payload.articles")
    actions = StatementActionSerializer(source="release.payload.actions", many=True)
    unnamed_parties = serializers.CharField(source="release.payload.unnamed_parties", allow_blank=True)
    states_claimed = serializers.IntegerField(
        source="release.payload.states_claimed",
        allow_null=True,
        help_text="How many states the text says stand behind it.",
    )
    sources = serializers.SerializerMethodField()

    class Meta(StatementSerializer.Meta):
        fields = [
            *StatementSerializer.Meta.fields,
            *("release", "text", "resolved_text", "sections", "footnotes", "positions", "articles", "actions"),
            *("states_claimed", "unnamed_parties", "sources"),
        ]

    def to_representation(self, instance: ListedStatement) -> dict[str, Any]:
        own = {name: field for name, field in self.fields.items() if name not in StatementSerializer.Meta.fields}
        found = {name: field.get_attribute(instance) for name, field in own.items()}
        more = {name: None if found[name] is None else own[name].to_representation(found[name]) for name in own}
        return {**super().to_representation(instance), **more}

    @extend_schema_field(OpenApiTypes.ANY)
    def get_sources(self, listed: ListedStatement) -> list[dict[str, object]]:
        return listed.release.sources


class StatementReleaseDetailSerializer(ReleaseTextSerializer):
    """One frozen publication of a statement with everything that readers were given."""

    kind = serializers.CharField(source="payload.kind")
    language = serializers.CharField(source="payload.language")
    date = PartialDateSerializer(allow_null=True)
    speaker = serializers.CharField(source="payload.speaker", allow_blank=True)
    meeting = FrozenMeetingSerializer(source="payload.meeting", allow_null=True)
    parties = PartySerializer(source="payload.parties", many=True)
    states_unnamed = serializers.IntegerField(source="payload.states_unnamed")
    unnamed_parties = serializers.CharField(source="payload.unnamed_parties", allow_blank=True)
    states_claimed = serializers.IntegerField(source="payload.states_claimed", allow_null=True)
    themes = StatementThemeSerializer(source="payload.themes", many=True)
    articles = serializers.ListField(child=serializers.CharField(), source="payload.articles")
    actions = StatementActionSerializer(source="payload.actions", many=True)
    positions = FrozenPositionSerializer(source="payload.positions", many=True)


class StatementViewSet(ReleasesMixin[ListedStatement]):
    """What was said, by whom, where, with whom: each statement by its newest release."""

    about = ((FactKind.STATEMENTS, ""),)
    filterset_class = StatementFilter
    queryset = ListedStatement.objects.none()  # for the description; rows come from get_queryset
    resting = resting("statements", id=(Statement, "id"))
    lookup_field = "statement_id"
    lookup_url_kwarg = "id"
    lookup_value_regex = "[0-9]{1,18}"
    release_model = StatementRelease
    serializer_class = StatementSerializer
    detail_serializer_class = StatementDetailSerializer
    release_serializer_class = StatementReleaseDetailSerializer

    def list(self, request: Request, *args: object, **kwargs: object) -> Response:
        with reading_by_index():
            return super().list(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[ListedStatement]:
        rows = listed(timezone.now())
        return rows.select_related("meeting", "release") if self.detail else rows
