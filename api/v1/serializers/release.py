"""The releases of any noun and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from editorial.models import ChangeKind, Release
from editorial.public.noun import noun_of
from editorial.texts.compare import TextComparison

from .address import Context, PageField, entry, whole


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
    url = serializers.CharField()
    page = PageField("The permanent public address.")
    released_at = serializers.DateTimeField()
    change_kind = serializers.ChoiceField(choices=ChangeKind.choices)
    public_note = serializers.CharField(
        allow_blank=True, help_text="What changed, for readers. Required from r2 on."
    )
    sha256 = serializers.CharField(help_text="Over number, title, lead, texts, payload and facts.")
    sealed = serializers.CharField(
        help_text="Everything that readers are served of it, with its seal: the hash of both can be computed anew."
    )

    def to_representation(self, instance: Release) -> dict[str, Any]:
        own = [name for name in self._declared_fields if name not in ReleaseSerializer._declared_fields]
        return release_line(instance, self.context) | represented(self, instance, own)


def release_line(release: Release, context: Context) -> dict[str, Any]:
    """What the fields of ReleaseSerializer describe, written out: every record that was published answers it."""
    # the viewset of a noun has the name under which its releases know their record
    record = entry(release.RECORD, release.record_id, context)
    return {
        "number": release.number,
        "url": f"{record}releases/{release.number}/",
        "page": whole(release.get_absolute_url(), context),
        "released_at": release.released_at.isoformat().replace("+00:00", "Z"),
        "change_kind": release.change_kind,
        "public_note": release.public_note,
        "sha256": release.sha256,
        "sealed": whole(noun_of(type(release)).file_url("sealed", release), context),
    }


def represented(serializer: serializers.Serializer, record: object, names: Iterable[str]) -> dict[str, Any]:
    """What some fields of a serializer show of a record."""
    fields = {name: serializer.fields[name] for name in names}
    found = {name: field.get_attribute(record) for name, field in fields.items()}
    return {
        name: None if value is None else fields[name].to_representation(value) for name, value in found.items()
    }


class FrozenTextSerializer(serializers.Serializer):
    """What readers were given of a text. Each noun adds what it freezes beside it."""

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


class ReleaseTextSerializer(ReleaseSerializer, FrozenTextSerializer):
    """One frozen publication with what readers were given of its text."""


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
