"""Deadlines of all states on a day, with how each was worked out."""

from __future__ import annotations

from django.urls import reverse as page_of
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.parameters import AS_OF, DaysSerializer, day_parameter, days, hears, state_parameter, word_parameter
from api.v1.noun import Computed
from api.v1.serializers.address import Context, whole
from api.v1.serializers.explained import ExplainedDateSerializer, InputSerializer, explained, proof_body
from api.v1.serializers.state import StateSerializer
from countries.queries.coverage import record
from editorial.rules.horizon import Asked
from stockpiles.queries.duties import deadline_board
from stockpiles.queries.duty import ARTICLES, Board, Duty
from stockpiles.queries.records import DUTIES, Records
from stockpiles.rules.deadline import STANDING_MEANING, STANDING_WORDS, DutyStanding

MEANINGS = " ".join(f"`{one.value}`: {STANDING_MEANING[one]}" for one in DutyStanding)


class ExtensionStepSerializer(serializers.Serializer):
    """One extension of the chain: the new deadline, and what does not fit."""

    until = ExplainedDateSerializer()
    remarks = serializers.ListField(child=serializers.CharField())


class ProofSerializer(serializers.Serializer):
    """How a standing was worked out."""

    article = serializers.CharField()
    inputs = InputSerializer(many=True)
    arithmetic = serializers.CharField()


class DayCountSerializer(serializers.Serializer):
    """Days to or from the deadline. Early is positive, late negative; two numbers where a date is not exact."""

    least = serializers.IntegerField(allow_null=True)
    most = serializers.IntegerField(allow_null=True)
    words = serializers.CharField(help_text="108 days early, 12 days left, 40 days over")


class DeadlineSerializer(serializers.Serializer):
    """One thing that one state owes by one day."""

    state = StateSerializer()
    page = serializers.CharField(help_text="Where readers find it, with the sources.")
    article = serializers.IntegerField()
    what = serializers.CharField(help_text="Stockpile destruction; Clearance; First report; Report on 2014")
    in_force = ExplainedDateSerializer(help_text="Entry into force for the state.")
    original = ExplainedDateSerializer(allow_null=True, help_text="The deadline before any extension.")
    deadline = ExplainedDateSerializer(allow_null=True, help_text="null: no deadline runs.")
    extensions = ExtensionStepSerializer(many=True)
    requests_undecided = serializers.IntegerField(help_text="Filed, with no decision on record by that day.")
    asked = ExplainedDateSerializer(
        allow_null=True, help_text="The date that the state asked for; that it was granted is not on record."
    )
    standing = serializers.ChoiceField(choices=[one.value for one in DutyStanding], help_text=MEANINGS)
    standing_words = serializers.CharField()
    days = DayCountSerializer(allow_null=True)
    proof = ProofSerializer()
    fulfilled = serializers.CharField(allow_null=True, help_text="When, as exactly as it is known.")
    file_by = ExplainedDateSerializer(
        allow_null=True, help_text="The latest day to ask for more time, while the deadline lies ahead."
    )


class StandingCountSerializer(serializers.Serializer):
    """How many duties have a standing."""

    standing = serializers.ChoiceField(choices=[one.value for one in DutyStanding], help_text=MEANINGS)
    words = serializers.CharField()
    meaning = serializers.CharField(help_text="What the standing says, and what it does not.")
    count = serializers.IntegerField()


class BoardSerializer(DaysSerializer):
    """Every duty under one article on one day, the most urgent first."""

    article = serializers.IntegerField()
    basis = serializers.CharField(help_text="Which states are in it.")
    count = serializers.IntegerField()
    counts = StandingCountSerializer(many=True, help_text="Over all duties of the day, whatever the filters.")
    results = DeadlineSerializer(many=True)
    nothing_on_record = StateSerializer(
        many=True, help_text="States Parties of which no stock or contamination is on record."
    )


def board_body(board: Board, when: Asked, duties: list[Duty], context: Context) -> dict[str, object]:
    """What BoardSerializer describes, with the duties that the filters let through."""
    return {
        "article": board.article,
        **days(when),
        "basis": "states that had deposited by that day, bound or not yet bound",
        "count": len(duties),
        "counts": [
            {
                "standing": one.value,
                "words": STANDING_WORDS[one],
                "meaning": STANDING_MEANING[one],
                "count": number,
            }
            for one, number in board.counts.items()
        ],
        "results": [duty_body(duty, context) for duty in duties],
        "nothing_on_record": StateSerializer(board.silent, many=True, context=context).data,
    }


def duty_body(duty: Duty, context: Context) -> dict[str, object]:
    """What DeadlineSerializer describes."""
    page = f"{page_of('stockpile', args=[duty.country.slug])}#article-{duty.article}"
    count = duty.outlook.value.days
    return {
        "state": StateSerializer(duty.country, context=context).data,
        "page": whole(page, context),
        "article": duty.article,
        "what": duty.name,
        "in_force": explained(duty.bound.in_force),
        "original": explained(duty.chain.original if duty.chain else duty.deadline),
        "deadline": explained(duty.deadline),
        "extensions": [
            {"until": explained(step.until), "remarks": list(step.remarks)}
            for step in (duty.chain.steps if duty.chain else ())
        ],
        "requests_undecided": len(duty.chain.open_requests) if duty.chain else 0,
        "asked": explained(duty.asked),
        "standing": duty.standing.value,
        "standing_words": duty.standing_words,
        "days": {"least": count.least, "most": count.most, "words": duty.outlook.value.words} if count else None,
        "proof": proof_body(duty.outlook),
        "fulfilled": fulfilled(duty),
        "file_by": explained(duty.filing) if duty.filing and duty.filing.value else None,
    }


def fulfilled(duty: Duty) -> str | None:
    """When a duty was fulfilled, in the words of the records."""
    if duty.completion is not None:
        return str(duty.completion.done)
    if duty.report is not None and duty.report.submitted_on is not None:
        return str(duty.report.submitted_on)
    return None


class DeadlineViewSet(Computed):
    """The deadlines of all states on a day."""

    serializer_class = BoardSerializer

    @hears(
        OpenApiParameter(
            "article",
            OpenApiTypes.INT,
            enum=list(ARTICLES),
            description="3 (stockpile destruction, default), 4 (clearance) or 7 (reports).",
        ),
        AS_OF,
        OpenApiParameter(
            "country",
            str,
            description="Only this state: PER. A State Party of which no stock or contamination is on record is "
            "answered too, with the dates of the convention if there is any, and the standing `unrecorded`.",
        ),
        OpenApiParameter("standing", enum=[one.value for one in DutyStanding], description="Only these duties."),
        answer=BoardSerializer,
        operation_id="deadlines_list",
    )
    def list(self, request: Request) -> Response:
        """Every duty under one article, the most urgent first: deadline with its chain of extensions, standing, days,
        and how each was worked out. At most eight queries, whatever the day and the number of states.
        """
        article = int(word_parameter(request, "article", ARTICLES, "3"))
        coverage = record()
        when = coverage.asked(day_parameter(request, "as_of"), today=timezone.localdate(), about=DUTIES[article])
        standing = word_parameter(request, "standing", [one.value for one in DutyStanding])
        board = deadline_board(article, as_of=when.day, records=Records(when.day, coverage))
        country = state_parameter(request, {duty.country.iso3 for duty in (*board.duties, *board.unrecorded)})
        duties = [
            duty
            for duty in (*board.duties, *(board.unrecorded if country or standing else ()))
            if (not standing or duty.standing.value == standing) and (not country or duty.country.iso3 == country)
        ]
        return Response(board_body(board, when, duties, self.get_serializer_context()))
