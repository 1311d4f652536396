"""Published statements: who stands behind them, what they say, and with which notes."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers
from rest_framework.reverse import reverse

from meetings.models import ListedStatement, Role

from .link import MeetingLinkSerializer
from .release import FootnoteSerializer, ReleaseSerializer, ReleaseTextSerializer, SectionSerializer
from .state import PartialDateSerializer


class PartySerializer(serializers.Serializer):
    """A state or an organisation behind the statement; the other of the two is null."""

    role = serializers.ChoiceField(choices=Role.choices)
    country = serializers.SerializerMethodField(help_text="iso3, name, url.")
    organisation = serializers.SerializerMethodField(help_text="slug, name.")

    def get_country(self, party: dict[str, Any]) -> dict[str, Any] | None:
        return state_of(party, self.context["request"])

    def get_organisation(self, party: dict[str, Any]) -> dict[str, Any] | None:
        return organisation_of(party)


def state_of(row: dict[str, Any], request: Any) -> dict[str, Any] | None:
    """A state as a release froze it, in the shape that every state has."""
    if "iso3" not in row:
        return None
    url = reverse("v1:country-detail", args=[row["iso3"] or row["slug"]], request=request)
    return {"iso3": row["iso3"], "name": row["name"], "url": url}


def organisation_of(row: dict[str, Any]) -> dict[str, Any] | None:
    """An organisation as a release froze it."""
    return {"slug": row["organisation"], "name": row["name"]} if "organisation" in row else None


class StatementThemeSerializer(serializers.Serializer):
    slug = serializers.CharField()
    title = serializers.CharField()


class StatementSerializer(serializers.ModelSerializer):
    """A statement as the list gives it, from its newest release."""

    id = serializers.IntegerField(source="statement_id")
    url = serializers.SerializerMethodField()
    page = serializers.SerializerMethodField(help_text="The public page.")
    date = PartialDateSerializer(allow_null=True)
    meeting = MeetingLinkSerializer(allow_null=True)
    parties = PartySerializer(source="parties_json", many=True)
    states_unnamed = serializers.IntegerField(
        help_text="How many more states stand behind it that no source names; they are never guessed."
    )
    themes = StatementThemeSerializer(source="themes_json", many=True)

    class Meta:
        model = ListedStatement
        fields = [
            "id",
            "url",
            "page",
            "title",
            "lead",
            "kind",
            "language",
            "date",
            "meeting",
            "parties",
            "states_unnamed",
            "themes",
        ]

    def get_url(self, listed: ListedStatement) -> str:
        return reverse("v1:statement-detail", args=[listed.statement_id], request=self.context["request"])

    def get_page(self, listed: ListedStatement) -> str:
        return self.context["request"].build_absolute_uri(listed.get_absolute_url())


class FrozenPositionSerializer(serializers.Serializer):
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

    def get_country(self, row: dict[str, Any]) -> dict[str, Any] | None:
        return state_of(row, self.context["request"])

    def get_organisation(self, row: dict[str, Any]) -> dict[str, Any] | None:
        return organisation_of(row)


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
            "release",
            "text",
            "resolved_text",
            "sections",
            "footnotes",
            "positions",
            "articles",
            "actions",
            "states_claimed",
            "unnamed_parties",
            "sources",
        ]

    def get_sources(self, listed: ListedStatement) -> Any:
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
