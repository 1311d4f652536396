"""How states stand towards treaties on a day, with the dates behind it and how they were worked out."""

from __future__ import annotations

from datetime import date

from rest_framework import serializers

from api.parameters import DaysSerializer, days
from countries.queries.treaty_standings import (
    CountryStanding,
    Standings,
    StateInTreaty,
    StateStanding,
    TreatyRecord,
)
from countries.rules.standing import Basis, CountedAs, Course, Standing
from editorial.rules.horizon import Asked

from .address import Context, entry
from .explained import ExplainedDateSerializer, explained
from .link import TreatyLinkSerializer
from .source import SourceLinkSerializer
from .state import StateSerializer


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


def standing_of(course: Course, day: date, published_in_force: date | None) -> dict[str, object]:
    """What StandingSerializer describes, of one course on one day."""
    phase, member = course.on(day), course.membership_on(day)
    leaving = member if member and member.notice_on and member.notice_on <= day else None
    return {
        "standing": phase.standing.value,
        "since": phase.since,
        "until": phase.until,
        "counted_by_deposit_as": phase.counted_as(Basis.DEPOSIT).value,
        "counted_by_in_force_as": phase.counted_as(Basis.IN_FORCE).value,
        "signed": course.signed_on if course.signed_on and course.signed_on <= day else None,
        "joined_by": member.joined_by.value if member else None,
        "deposited": member.deposited_on if member else None,
        "in_force": explained(member.in_force) if member else None,
        "published_in_force": published_in_force,
        "applies_provisionally": course.applies_provisionally(day),
        "notice_of_withdrawal": leaving.notice_on if leaving else None,
        "withdrawal": explained(leaving.withdrawal) if leaving else None,
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


def counts_of(on: Standings, basis: Basis) -> dict[str, dict[str, object]]:
    """What CountsSerializer describes."""

    def count(rows: tuple[StateStanding, ...]) -> dict[str, object]:
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
    context: Context,
) -> dict[str, object]:
    """What TreatyStandingsSerializer describes."""
    template = entry("country", "KEY", context)

    def state(one: StateInTreaty) -> dict[str, str | None]:
        return {"iso3": one.iso3 or None, "name": one.name, "url": template.replace("KEY", one.iso3 or one.slug)}

    return {
        "treaty": TreatyLinkSerializer(record.treaty, context=context).data,
        **days(when),
        "basis": basis.value,
        "in_force": explained(record.in_force),
        "counts": counts_of(on, basis),
        "results": [
            {"state": state(row.state), **standing_of(row.course, on.day, row.published_in_force)} for row in rows
        ],
    }


def country_standing_body(found: CountryStanding, when: Asked, context: Context) -> dict[str, object]:
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
