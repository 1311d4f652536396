"""The public log of facts: every confirmed change of what readers see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from django.db.models import QuerySet
from django.utils import timezone
from django_filters import rest_framework as filters
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from api.v1.filters import by_country
from api.v1.noun import Noun
from api.v1.serializers.address import PageField
from api.v1.serializers.release import LabelledSerializer
from api.v1.serializers.source import CitedSourceSerializer
from countries.queries.changes import about_state
from editorial.models import ChangeSet, Cited
from editorial.queries.public_changes import ALL, kinds_of_change, public_changes
from editorial.queries.readers_words import NamedSource
from editorial.queries.told_changes import BECAME, MOST_TOLD, ToldChange, told

AS_WORDS = extend_schema_field(OpenApiTypes.STR)
"""How the description gives filters that ask no field of the table."""


class ChangeFilter(filters.FilterSet):
    """Changes with a record that is asked for; of each change all records are given."""

    country = AS_WORDS(by_country("About this state: PER."))
    kind = AS_WORDS(
        filters.ChoiceFilter(
            choices=lambda: [(one.slug, one.label) for one in kinds_of_change().values()],
            help_text="treaty-actions",
        )
    )
    since = filters.DateFilter(help_text="Confirmed on this day or later: 2026-03-01.")

    def filter_queryset(self, queryset: QuerySet[ChangeSet]) -> QuerySet[ChangeSet]:
        """One record has to be of the kind and about the state, not one of each."""
        given = self.form.cleaned_data
        country, kind, since = (given[name] for name in ("country", "kind", "since"))
        rows = (about_state(country) if country else ALL) & (kinds_of_change()[kind].where if kind else ALL)
        found = public_changes(rows)
        if since is None:
            return found
        return found.filter(decided_at__gte=timezone.make_aware(datetime.combine(since, time.min)))


class ChangedFieldSerializer(LabelledSerializer):
    """One field that became another, in the words of the pages; empty for nothing."""

    name = serializers.CharField()
    before = serializers.CharField(source="old", allow_blank=True)
    after = serializers.CharField(source="new", allow_blank=True)


class SourceAtChangeSerializer(CitedSourceSerializer):
    """A source that the record names since the change, or named until it was deleted, with the place in it."""

    def to_representation(self, instance: Cited) -> dict[str, str]:
        shown = super().to_representation(instance)
        is_public = isinstance(instance, NamedSource) and instance.is_public
        return shown if is_public else {**shown, "url": ""}


class ChangedRowSerializer(LabelledSerializer):
    """What became of one record."""

    became = serializers.ChoiceField(
        choices=list(BECAME), help_text=" ".join(f"`{key}`: {words}." for key, words in BECAME.items())
    )
    what = serializers.CharField(help_text="The kind of record: treaty action.")
    fields_changed = ChangedFieldSerializer(
        source="fields", many=True, help_text="A new or deleted one gives all."
    )
    sources = SourceAtChangeSerializer(many=True, help_text="Without a url: nothing public rests on it any more.")


class ChangeSerializer(serializers.Serializer[ChangeSet]):
    """One confirmed change. A change of the record says nothing about the day on which something happened."""

    id = serializers.UUIDField(source="public_id")
    page = PageField("Its page, for ever.")
    confirmed_at = serializers.DateTimeField(source="decided_at")
    second_person_waived = serializers.BooleanField(
        source="waived", help_text="Whether one person proposed and confirmed it, in a team of one."
    )
    urgent = serializers.BooleanField(
        help_text="Whether it could not wait: one person showed it at once, for another to read afterwards."
    )
    read_afterwards_at = serializers.DateTimeField(
        source="reviewed_at",
        allow_null=True,
        help_text="When another person had read an urgent one; null until then.",
    )
    public_note = serializers.CharField(allow_blank=True, help_text="What readers are told of it.")
    rows_in_all = serializers.SerializerMethodField()
    rows = serializers.SerializerMethodField()

    @extend_schema_field(OpenApiTypes.INT)
    def get_rows_in_all(self, change: ChangeSet) -> int:
        """How many records changed. Of an import of more than a thousand only the first are given as rows."""
        found: ToldChange = self.context["told"][change.pk]
        return found.number

    @extend_schema_field(ChangedRowSerializer(many=True))
    def get_rows(self, change: ChangeSet) -> list[dict[str, object]]:
        found: ToldChange = self.context["told"][change.pk]
        return list(ChangedRowSerializer(found.rows, many=True, context=self.context).data)


class ChangeViewSet(Noun[ChangeSet]):
    """What this site said before and says since, newest first: the public log of facts."""

    queryset = ChangeSet.objects.none()  # for the description; rows come from get_queryset
    serializer_class = ChangeSerializer
    filterset_class = ChangeFilter
    lookup_field = "public_id"
    lookup_url_kwarg = "id"
    lookup_value_regex = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"

    def get_queryset(self) -> QuerySet[ChangeSet]:
        return public_changes()

    def read_for(self, rows: Sequence[ChangeSet]) -> Mapping[str, object]:
        return {"told": {one.change.pk: one for one in told(rows, timezone.now(), most=MOST_TOLD)}}
