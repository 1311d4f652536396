"""Published country profiles and their releases."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from countries.models import CountryProfile, ProfileRelease, ProfileTheme

from .state import PartialDateSerializer, StateSerializer


class ProfileThemeSerializer(serializers.ModelSerializer):
    class Meta:
        model = ProfileTheme
        fields = ["slug", "title"]


class SectionSerializer(serializers.Serializer):
    """A part of the text under one heading; the opening has none."""

    anchor = serializers.CharField()
    title = serializers.CharField(allow_blank=True)
    level = serializers.IntegerField()
    html = serializers.CharField()


class FootnoteSerializer(serializers.Serializer):
    """A numbered note and the keys of the sources it cites."""

    number = serializers.IntegerField()
    html = serializers.CharField()
    sources = serializers.ListField(child=serializers.CharField())


class ReleaseSerializer(serializers.ModelSerializer):
    """One frozen publication, without its text."""

    url = serializers.SerializerMethodField()
    page = serializers.SerializerMethodField(help_text="The permanent public address.")

    class Meta:
        model = ProfileRelease
        fields = ["number", "url", "page", "released_at", "change_kind", "public_note", "sha256"]

    def get_url(self, release: ProfileRelease) -> str:
        return reverse(
            "v1:profile-release", args=[release.profile_id, release.number], request=self.context.get("request")
        )

    def get_page(self, release: ProfileRelease) -> str:
        request = self.context["request"]
        return request.build_absolute_uri(release.get_absolute_url())


class ComputedFactSerializer(serializers.Serializer):
    """Something that the Monitor computed beside the text, frozen with the release."""

    label = serializers.CharField()  # type: ignore[assignment]  # a name of the stored facts
    value = serializers.CharField()
    article = serializers.CharField(allow_blank=True)
    explanation = serializers.CharField(allow_blank=True)
    as_of = serializers.DateField(required=False, help_text="The day it speaks of; older releases do not have it.")


class ReleaseDetailSerializer(ReleaseSerializer):
    """One frozen publication with everything that readers were given."""

    covers_until = PartialDateSerializer(
        allow_null=True, help_text="The last day that the edition speaks of; null where it names none."
    )
    facts = serializers.SerializerMethodField(help_text="As they were frozen.")
    facts_as_of = serializers.DateField(
        help_text="The day that the computed facts speak of: the end of what the edition covers, or the day of release."
    )
    sections = serializers.SerializerMethodField()
    footnotes = serializers.SerializerMethodField()
    sources = serializers.SerializerMethodField()

    class Meta(ReleaseSerializer.Meta):
        fields = [
            *ReleaseSerializer.Meta.fields,
            "title",
            "lead",
            "text",
            "resolved_text",
            "sections",
            "footnotes",
            "sources",
            "covers_until",
            "facts",
            "facts_as_of",
        ]

    @extend_schema_field(ComputedFactSerializer(many=True))
    def get_facts(self, release: ProfileRelease) -> Any:
        return release.facts

    def get_sections(self, release: ProfileRelease) -> Any:
        return SectionSerializer(release.payload["sections"], many=True).data

    def get_footnotes(self, release: ProfileRelease) -> Any:
        return FootnoteSerializer(release.payload["footnotes"], many=True).data

    def get_sources(self, release: ProfileRelease) -> Any:
        return list(release.payload["sources"].values())


class ProfileSerializer(serializers.ModelSerializer):
    """A published edition as the list gives it, with its newest release."""

    url = serializers.HyperlinkedIdentityField(view_name="v1:profile-detail")
    page = serializers.SerializerMethodField(help_text="The public page.")
    country = StateSerializer()
    theme = ProfileThemeSerializer()
    title = serializers.SerializerMethodField()
    lead = serializers.SerializerMethodField()
    release = serializers.SerializerMethodField()

    class Meta:
        model = CountryProfile
        fields = ["id", "url", "page", "title", "country", "theme", "edition", "language", "lead", "release"]

    def get_page(self, profile: CountryProfile) -> str:
        return self.context["request"].build_absolute_uri(profile.get_absolute_url())

    def get_title(self, profile: CountryProfile) -> str:
        return self.newest(profile).title

    def get_lead(self, profile: CountryProfile) -> str:
        return self.newest(profile).lead

    def get_release(self, profile: CountryProfile) -> Any:
        return ReleaseSerializer(self.newest(profile), context=self.context).data

    def newest(self, profile: CountryProfile) -> ProfileRelease:
        """The release that readers see now (the view prefetched the visible ones, newest first)."""
        release = profile.visible_releases[0]  # type: ignore[attr-defined]
        release.profile = profile
        return release


class ProfileDetailSerializer(ProfileSerializer):
    """One edition: its newest release in full."""

    release = serializers.SerializerMethodField()
    releases = serializers.SerializerMethodField(help_text="Every release, newest first.")

    class Meta(ProfileSerializer.Meta):
        fields = [*ProfileSerializer.Meta.fields, "releases"]

    def get_release(self, profile: CountryProfile) -> Any:
        return ReleaseDetailSerializer(self.newest(profile), context=self.context).data

    def get_releases(self, profile: CountryProfile) -> Any:
        self.newest(profile)
        for release in profile.visible_releases:  # type: ignore[attr-defined]
            release.profile = profile
        return ReleaseSerializer(profile.visible_releases, many=True, context=self.context).data  # type: ignore[attr-defined]


class DiffPartSerializer(serializers.Serializer):
    """Words of a changed paragraph or note, in reading order."""

    op = serializers.ChoiceField(choices=["equal", "removed", "added"])
    text = serializers.CharField()


class ParagraphChangeSerializer(serializers.Serializer):
    """A paragraph that differs. ``old`` is empty for an added one, ``new`` for a removed one."""

    kind = serializers.ChoiceField(choices=["removed", "added", "changed"])
    old = serializers.CharField(allow_blank=True)
    new = serializers.CharField(allow_blank=True)
    parts = DiffPartSerializer(many=True)


class NoteChangeSerializer(serializers.Serializer):
    """What happened to a footnote. Numbers are those that readers see; null on the side where it is missing."""

    kind = serializers.CharField(
        help_text="added, removed, source-replaced, source-added, source-removed, changed"
    )
    old_number = serializers.IntegerField(allow_null=True)
    new_number = serializers.IntegerField(allow_null=True)
    message = serializers.CharField()
    parts = DiffPartSerializer(many=True)


class TextChangesSerializer(serializers.Serializer):
    """Only what differs: paragraphs in reading order, then notes."""

    paragraphs = serializers.SerializerMethodField()
    notes = NoteChangeSerializer(many=True)

    @extend_schema_field(ParagraphChangeSerializer(many=True))
    def get_paragraphs(self, comparison: Any) -> Any:
        changed = [block for block in comparison.blocks if block.kind != "equal"]
        return ParagraphChangeSerializer(changed, many=True).data


class ComparedFactSerializer(serializers.Serializer):
    """One computed fact in both releases, each of its own day; empty where a release does not have it."""

    label = serializers.CharField()  # type: ignore[assignment]  # a name of the stored facts
    old = serializers.CharField(allow_blank=True)
    new = serializers.CharField(allow_blank=True)


class ReleaseComparisonSerializer(serializers.Serializer):
    """Two releases and what differs between them, as Markdown."""

    old = ReleaseSerializer()
    new = ReleaseSerializer()
    is_same = serializers.BooleanField()
    lead = TextChangesSerializer()
    text = TextChangesSerializer()
    facts = ComparedFactSerializer(many=True, help_text="All of them, the same or not.")
    old_facts_as_of = serializers.DateField(source="old.facts_as_of")
    new_facts_as_of = serializers.DateField(source="new.facts_as_of")
