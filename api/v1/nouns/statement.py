"""Published statements: who stands behind them, what they say, and with which notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.ready import json_answer, line
from api.v1.releases import ReleasesMixin
from api.v1.serializers.address import Context, EntryField, PageField, entry, whole
from api.v1.serializers.link import MeetingLinkSerializer
from api.v1.serializers.release import (
    FootnoteSerializer,
    ReleaseSerializer,
    ReleaseTextSerializer,
    SectionSerializer,
    represented,
)
from api.v1.serializers.state import PartialDateSerializer, RecordSerializer
from countries.models import FactKind
from editorial.queries.by_index import reading_by_index
from editorial.queries.prepared import Prepared
from editorial.queries.ready_text import answer_of
from editorial.resting import resting
from meetings.filters import StatementFilter
from meetings.models import ListedStatement, Meeting, Role, Statement, StatementRelease
from meetings.models.statement_payload import is_held_by_all
from meetings.queries.statements import listed


def state_or_organisation(row: Mapping[str, str], context: Context) -> dict[str, Any]:
    """The two fields that say who: one of them null; both for a position of all parties."""
    if is_held_by_all(row):
        return {"country": None, "organisation": None}
    if "organisation" in row:
        return {"country": None, "organisation": {"slug": row["organisation"], "name": row["name"]}}
    url = entry("country", row["iso3"] or row["slug"], context)
    return {"country": {"iso3": row["iso3"], "name": row["name"], "url": url}, "organisation": None}


def meeting_line(meeting: Meeting | None, context: Context) -> dict[str, str] | None:
    """The meeting beside a statement, as MeetingLinkSerializer describes it, with its name of today."""
    if meeting is None:
        return None
    return {
        "slug": meeting.slug,
        "name": meeting.name,
        "short_name": meeting.short_name,
        "url": entry("meeting", meeting.slug, context),
    }


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
        context = self.context
        return {
            "id": instance.statement_id,
            "url": entry("statement", instance.statement_id, context),
            "page": whole(instance.get_absolute_url(), context),
            "title": instance.title,
            "lead": instance.lead,
            "kind": instance.kind,
            "language": instance.language,
            "date": instance.date.as_json() if instance.date else None,
            "meeting": meeting_line(instance.meeting, context),
            "parties": [
                {"role": row["role"], **state_or_organisation(row, context)} for row in instance.parties_json
            ],
            "states_unnamed": instance.states_unnamed,
            "themes": [{"slug": row["slug"], "title": row["title"]} for row in instance.themes_json],
        }


class FrozenPositionSerializer(FrozenNamesSerializer):
    """What all parties say on a theme, as the release froze it; or one alone, which is then named."""

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
        own = [name for name in self.Meta.fields if name not in StatementSerializer.Meta.fields]
        return super().to_representation(instance) | represented(self, instance, own)

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


_LISTED = Prepared(
    lambda at, statement: (
        listed(at)
        .filter(statement=statement)
        .only("statement", "meeting__slug", "meeting__name", "meeting__short_name")
    )
)


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
        return listed(timezone.now())

    def retrieve(self, request: Request, *args: object, **kwargs: str) -> HttpResponse:  # type: ignore[override]
        """One statement: what its newest release froze is ready; the meeting has the name of today."""
        if request.query_params:
            self.get_object()  # refuses what it does not know
        context = self.get_serializer_context()
        found = _LISTED(at=timezone.now(), statement=int(kwargs["id"]))
        if not found:
            raise Http404
        row = found[0]
        # quotation marks within a text follow a backslash: no other place looks like this one
        before, parties, after = answer_of(StatementRelease(pk=row.pk)).partition(',"parties":[')
        meeting = line(meeting_line(row.meeting, context))
        return json_answer(f'{before},"meeting":{meeting}{parties}{after}', whole("/", context))
