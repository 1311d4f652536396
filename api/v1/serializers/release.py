"""The releases of any noun and what differs between two of them."""

from __future__ import annotations

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from editorial.models import ChangeKind, Release
from editorial.public.noun import noun_of
from editorial.texts.compare import TextComparison

from .address import PageField, asked_by, whole


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


class LabelledSerializer(serializers.Serializer):
    """A stored fact with its label, which as an attribute of the class would hide the label of the serializer itself."""

    def get_fields(self) -> dict[str, serializers.Field]:
        return {"label": serializers.CharField(), **super().get_fields()}


class ReleaseSerializer(serializers.Serializer):
    """One frozen publication, without its text."""

    number = serializers.IntegerField(help_text="1 for the first release of the record.")
    url = serializers.SerializerMethodField()
    page = PageField("The permanent public address.")
    released_at = serializers.DateTimeField()
    change_kind = serializers.ChoiceField(choices=ChangeKind.choices)
    public_note = serializers.CharField(
        allow_blank=True, help_text="What changed, for readers. Required from r2 on."
    )
    sha256 = serializers.CharField(help_text="Over number, title, lead, texts, payload and facts.")
    sealed = serializers.SerializerMethodField(
        help_text="Everything that readers are served of it, with its seal: the hash of both can be computed anew."
    )

    def get_sealed(self, release: Release) -> str:
        return whole(noun_of(type(release)).file_url("sealed", release), self.context)

    def get_url(self, release: Release) -> str:
        # the viewset of a noun has the name under which its releases know their record
        view, key = f"v1:{release.RECORD}-release", (release.record_id, release.number)
        return reverse(view, args=key, request=asked_by(self.context))


class ReleaseTextSerializer(ReleaseSerializer):
    """One frozen publication with what readers were given of its text. Each noun adds what it freezes beside it."""

    title = serializers.CharField()
    lead = serializers.CharField(allow_blank=True)
    text = serializers.CharField(help_text="The researched text as written.")
    resolved_text = serializers.CharField(
        help_text="The text with every citation written out, as it stood that day."
    )
    sections = SectionSerializer(source="payload.sections", many=True)
    footnotes = FootnoteSerializer(source="payload.footnotes", many=True)
    sources = serializers.SerializerMethodField()

    @extend_schema_field(OpenApiTypes.ANY)
    def get_sources(self, release: Release) -> list[dict[str, object]]:
        return release.sources


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
    def get_paragraphs(self, comparison: TextComparison) -> list[dict[str, object]]:
        changed = [block for block in comparison.blocks if block.kind != "equal"]
        return list(ParagraphChangeSerializer(changed, many=True).data)


class ComparedFactSerializer(LabelledSerializer):
    """One fact beside the text in both releases: computed by the Monitor, each of its own day, or recorded with the
    text, as each release froze it. Empty where a release does not have it."""

    old = serializers.CharField(allow_blank=True)
    new = serializers.CharField(allow_blank=True)


class ReleaseComparisonSerializer(serializers.Serializer):
    """Two releases and what differs between them, as Markdown."""

    old = ReleaseSerializer()
    new = ReleaseSerializer()
    is_same = serializers.BooleanField(help_text="Nothing written differs; what was computed may.")
    lead = TextChangesSerializer()
    text = TextChangesSerializer()
    facts = ComparedFactSerializer(many=True, help_text="All of them, the same or not.")
    old_facts_as_of = serializers.DateField(source="old.facts_as_of")
    new_facts_as_of = serializers.DateField(source="new.facts_as_of")
