"""Treaties, and how states stand towards them on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from api.parameters import DaysSerializer, days
from countries.models import Treaty
from countries.queries.treaty_standings import CountryStanding, Standings, State, StateStanding, TreatyRecord
from countries.rules.clauses_in_words import clauses_in_words
from countries.rules.standing import Basis, CountedAs, Course, Standing
from editorial.rules.horizon import Asked

from .explained import ExplainedDateSerializer
from .source import PlaceInSourceSerializer, SourceLinkSerializer, sources_of
from .state import StateSerializer


class TreatyLinkSerializer(serializers.ModelSerializer):
    """A treaty, wherever one is named."""

    name = serializers.CharField(source="title")
    url = serializers.SerializerMethodField()

    class Meta:
        model = Treaty
        fields = ["slug", "name", "url"]

    def get_url(self, treaty: Treaty) -> str:
        return reverse("v1:treaty-detail", args=[treaty.slug], request=self.context.get("request"))


class ClauseSerializer(serializers.Serializer):
    """What a treaty says about joining or leaving it."""

    about = serializers.CharField()
    rule = serializers.CharField()
    article = serializers.CharField(allow_blank=True)


class TreatySerializer(TreatyLinkSerializer):
    """A treaty as the list gives it, with its aliases."""

    page = serializers.SerializerMethodField(help_text="The public page.")
    aliases = serializers.SerializerMethodField()
    parent = TreatyLinkSerializer(allow_null=True)
    standings = serializers.SerializerMethodField(help_text="Where every state's standing is given.")

    class Meta(TreatyLinkSerializer.Meta):
        fields = [
            *TreatyLinkSerializer.Meta.fields,
            "page",
            "short_name",
            "full_title",
            "aliases",
            "kind",
            "parent",
            "depositary",
            "untc_number",
            "adopted_on",
            "adopted_at",
            "opened_for_signature",
            "closed_for_signature",
            "published_in_force",
            "standings",
        ]

    def get_page(self, treaty: Treaty) -> str:
        request = self.context.get("request")
        path = treaty.get_absolute_url()
        return request.build_absolute_uri(path) if request else path

    def get_aliases(self, treaty: Treaty) -> list[str]:
        return [alias.name for alias in treaty.aliases.all()]

    def get_standings(self, treaty: Treaty) -> str:
        return reverse("v1:treaty-standings", args=[treaty.slug], request=self.context.get("request"))


class TreatyDetailSerializer(TreatySerializer):
    """One treaty with its final clauses, its computed entry into force and its sources."""

    in_force = serializers.SerializerMethodField()
    final_clauses = serializers.SerializerMethodField()
    sources = serializers.SerializerMethodField()

    class Meta(TreatySerializer.Meta):
        fields = [*TreatySerializer.Meta.fields, "in_force", "final_clauses", "sources"]

    @extend_schema_field(ExplainedDateSerializer)
    def get_in_force(self, treaty: Treaty) -> Any:
        return ExplainedDateSerializer(self.context["record"].in_force).data

    @extend_schema_field(ClauseSerializer(many=True))
    def get_final_clauses(self, treaty: Treaty) -> Any:
        return [
            {"about": about, "rule": rule, "article": article}
            for about, rule, article in clauses_in_words(treaty.final_clauses)
        ]

    @extend_schema_field(PlaceInSourceSerializer(many=True))
    def get_sources(self, treaty: Treaty) -> Any:
        return sources_of(treaty, self.context)


class StandingSerializer(serializers.Serializer):
    """How one state stands towards one treaty on a day, with the dates behind it and how they were worked out."""

    standing = serializers.ChoiceField(choices=[one.value for one in Standing])
    since = serializers.DateField(allow_null=True, help_text="First day of this standing; null: always so before.")
    until = serializers.DateField(allow_null=True, help_text="First day after it, as far as known today.")
    counted_by_deposit_as = serializers.ChoiceField(choices=[one.value for one in CountedAs])
    counted_by_in_force_as = serializers.ChoiceField(choices=[one.value for one in CountedAs])
    signed = serializers.DateField(allow_null=True)
    joined_by = serializers.CharField(allow_null=True, help_text="ratification, accession, consent …")
    deposited = serializers.DateField(allow_null=True)
    in_force = ExplainedDateSerializer(allow_null=True)
    published_in_force = serializers.DateField(
        allow_null=True, help_text="As a source prints it, only where that differs from the computed day."
    )
    applies_provisionally = serializers.BooleanField()
    notice_of_withdrawal = serializers.DateField(allow_null=True)
    withdrawal = ExplainedDateSerializer(allow_null=True)


def standing_of(course: Course, day: date, published_in_force: date | None) -> dict[str, Any]:
    """What StandingSerializer describes, of one course on one day."""
    phase, member = course.on(day), course.membership_on(day)
    notice = member.notice_on if member and member.notice_on and member.notice_on <= day else None
    return {
        "standing": phase.standing.value,
        "since": phase.since,
        "until": phase.until,
        "counted_by_deposit_as": phase.counted_as(Basis.DEPOSIT).value,
        "counted_by_in_force_as": phase.counted_as(Basis.IN_FORCE).value,
        "signed": course.signed_on if course.signed_on and course.signed_on <= day else None,
        "joined_by": member.joined_by.value if member else None,
        "deposited": member.deposited_on if member else None,
        "in_force": ExplainedDateSerializer(member.in_force).data if member else None,
        "published_in_force": published_in_force,
        "applies_provisionally": course.applies_provisionally(day),
        "notice_of_withdrawal": notice,
        "withdrawal": ExplainedDateSerializer(member.withdrawal).data
        if member and notice and member.withdrawal
        else None,
    }


class StateStandingSerializer(StandingSerializer):
    """The standing of one state."""

    state = StateSerializer()


class CountSerializer(serializers.Serializer):
    """A count with its basis, its day and its members; the number is the length of the list."""

    basis = serializers.ChoiceField(choices=[basis.value for basis in Basis])
    as_of = serializers.DateField()
    count = serializers.IntegerField()
    members = serializers.ListField(child=serializers.CharField(), help_text="ISO 3166 alpha-3 codes.")


class CountsSerializer(serializers.Serializer):
    """Nobody is in two of parties and signatories; joined is both together."""

    parties = CountSerializer()
    signatories = CountSerializer(help_text="Signatories that are not counted as parties.")
    joined = CountSerializer()


class TreatyStandingsSerializer(DaysSerializer):
    """All states towards one treaty on one day. Filters narrow the results, never the counts."""

    treaty = TreatyLinkSerializer()
    basis = serializers.ChoiceField(choices=[basis.value for basis in Basis])
    in_force = ExplainedDateSerializer(help_text="Entry into force of the treaty itself.")
    counts = CountsSerializer()
    results = StateStandingSerializer(many=True)


class CountryStandingSerializer(DaysSerializer, StandingSerializer):
    """The standing of one state towards one treaty, also in a sentence."""

    treaty = TreatyLinkSerializer()
    sentence = serializers.CharField()
    sources = SourceLinkSerializer(many=True, help_text="Of the acts that it rests on.")


def counts_of(on: Standings, basis: Basis) -> dict[str, Any]:
    """What CountsSerializer describes."""

    def count(rows: tuple[StateStanding, ...]) -> dict[str, Any]:
        members = [row.state.iso3 or row.state.slug for row in rows]
        return {"basis": basis.value, "as_of": on.day, "count": len(members), "members": members}

    return {
        "parties": count(on.parties(basis)),
        "signatories": count(on.signatories(basis)),
        "joined": count(on.joined(basis)),
    }


def standings_body(
    record: TreatyRecord,
    on: Standings,
    when: Asked,
    basis: Basis,
    rows: tuple[StateStanding, ...],
    context: dict[str, Any],
) -> dict[str, Any]:
    """What TreatyStandingsSerializer describes."""
    template = reverse("v1:country-detail", args=["KEY"], request=context.get("request"))

    def state(one: State) -> dict[str, Any]:
        return {"iso3": one.iso3 or None, "name": one.name, "url": template.replace("KEY", one.iso3 or one.slug)}

    return {
        "treaty": TreatyLinkSerializer(record.treaty, context=context).data,
        **days(when),
        "basis": basis.value,
        "in_force": ExplainedDateSerializer(record.in_force).data,
        "counts": counts_of(on, basis),
        "results": [
            {"state": state(row.state), **standing_of(row.course, on.day, row.published_in_force)} for row in rows
        ],
    }


def country_standing_body(found: CountryStanding, when: Asked, context: dict[str, Any]) -> dict[str, Any]:
    """What CountryStandingSerializer describes."""
    day = when.day
    sources = {act.source.pk: act.source for act in found.acts if act.source and act.date <= day}
    return {
        "treaty": TreatyLinkSerializer(found.treaty, context=context).data,
        **days(when),
        "sentence": found.sentence,
        **standing_of(found.course, day, found.published_in_force),
        "sources": SourceLinkSerializer(list(sources.values()), many=True, context=context).data,
    }
