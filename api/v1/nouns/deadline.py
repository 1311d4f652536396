"""Deadlines of all states on a day, with how each was worked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.parameters import AS_OF, DaysSerializer, day_parameter, days, hears, state_parameter, word_parameter
from api.v1.noun import Computed
from api.v1.serializers.address import AddressField, whole
from api.v1.serializers.explained import ExplainedDateSerializer, ProofSerializer
from api.v1.serializers.state import StateSerializer
from countries.queries.coverage import record
from editorial.queries.kept import keeping
from stockpiles.queries.duties import Owed, board_of, owed_by_state
from stockpiles.queries.duty import ARTICLES
from stockpiles.queries.records import DUTIES, READ, Records
from stockpiles.rules.deadline import DutyStanding

MEANINGS = " ".join(f"`{one.value}`: {one.meaning}" for one in DutyStanding)


class ExtensionStepSerializer(serializers.Serializer):
    """One extension of the chain: the new deadline, and what does not fit."""

    until = ExplainedDateSerializer()
    remarks = serializers.ListField(child=serializers.CharField())


class DayCountSerializer(serializers.Serializer):
    """Days to or from the deadline. Early is positive, late negative; two numbers where a date is not exact."""

    least = serializers.IntegerField(source="days.least", allow_null=True)
    most = serializers.IntegerField(source="days.most", allow_null=True)
    words = serializers.CharField(help_text="108 days early, 12 days left, 40 days over")


class DeadlineSerializer(serializers.Serializer):
    """One thing that one state owes by one day."""

    state = StateSerializer(source="country")
    page = AddressField(source="get_absolute_url", help_text="Where readers find it, with the sources.")
    article = serializers.IntegerField()
    what = serializers.CharField(
        source="name", help_text="Stockpile destruction; Clearance; First report; Report on 2014"
    )
    in_force = ExplainedDateSerializer(source="bound.in_force", help_text="Entry into force for the state.")
    original = ExplainedDateSerializer(allow_null=True, help_text="The deadline before any extension.")
    deadline = ExplainedDateSerializer(allow_null=True, help_text="null: no deadline runs.")
    extensions = ExtensionStepSerializer(source="steps", many=True)
    requests_undecided = serializers.IntegerField(help_text="Filed, with no decision on record by that day.")
    asked = ExplainedDateSerializer(
        allow_null=True, help_text="The date that the state asked for; that it was granted is not on record."
    )
    standing = serializers.ChoiceField(choices=[one.value for one in DutyStanding], help_text=MEANINGS)
    standing_words = serializers.CharField(source="standing.words")
    days = DayCountSerializer(source="counted", allow_null=True)
    proof = ProofSerializer(source="outlook")
    fulfilled = serializers.CharField(allow_null=True, help_text="When, as exactly as it is known.")
    file_by = ExplainedDateSerializer(
        allow_null=True, help_text="The latest day to ask for more time, while the deadline lies ahead."
    )


class StandingCountSerializer(serializers.Serializer):
    """How many duties have a standing."""

    standing = serializers.ChoiceField(choices=[one.value for one in DutyStanding], help_text=MEANINGS)
    words = serializers.CharField(source="standing.words")
    meaning = serializers.CharField(
        source="standing.meaning", help_text="What the standing says, and what it does not."
    )
    count = serializers.IntegerField()


class BoardSerializer(DaysSerializer):
    """Every duty under one article on one day, the most urgent first."""

    article = serializers.IntegerField()
    basis = serializers.CharField(help_text="Which states are in it.")
    count = serializers.IntegerField()
    counts = StandingCountSerializer(many=True, help_text="Over all duties of the day, whatever the filters.")
    results = DeadlineSerializer(many=True)
    nothing_on_record = StateSerializer(
        many=True, help_text="States Parties of which no stock, or no duty of clearance, is on record."
    )
    said_to_hold_none = StateSerializer(
        many=True,
        help_text="Those among them of which a source says, and none otherwise, that they hold no stocks.",
    )


class Written(NamedTuple):
    """What one state owes, and the answer on each duty by its identity."""

    owed: Owed
    of: Mapping[int, dict[str, object]]


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
            description="Only this state: PER. A State Party of which no stock, or no duty of clearance, is on record is "
            "answered too, with the dates of the convention if there is any, and the standing `unrecorded`.",
        ),
        OpenApiParameter("standing", enum=[one.value for one in DutyStanding], description="Only these duties."),
        answer=BoardSerializer,
        operation_id="deadlines_list",
        known=READ,
    )
    def list(self, request: Request) -> Response:
        """Every duty under one article, the most urgent first: deadline with its chain of extensions, standing, days,
        and how each was worked out. At most nine queries, whatever the day and the number of states.
        """
        article = int(word_parameter(request, "article", ARTICLES, "3"))
        kept = keeping()
        when = record(kept).asked(
            day_parameter(request, "as_of"), today=timezone.localdate(), about=DUTIES[article]
        )
        standing = word_parameter(request, "standing", [one.value for one in DutyStanding])
        written = self._written(article, Records(when.day, kept))
        board = board_of(article, when.day, [one.owed for one in written.values()])
        country = state_parameter(request, {duty.country.iso3 for duty in (*board.duties, *board.unrecorded)})
        duties = [
            duty
            for duty in (*board.duties, *(board.unrecorded if country or standing else ()))
            if (not standing or duty.standing.value == standing) and (not country or duty.country.iso3 == country)
        ]
        context = self.get_serializer_context()
        counts = [{"standing": one, "count": number} for one, number in board.counts.items()]
        return Response(
            {
                "article": article,
                **days(when),
                "basis": "states that had deposited by that day, bound or not yet bound",
                "count": len(duties),
                "counts": StandingCountSerializer(counts, many=True).data,
                "results": [written[duty.country.pk].of[id(duty)] for duty in duties],
                "nothing_on_record": StateSerializer(
                    [duty.country for duty in board.unrecorded], many=True, context=context
                ).data,
                "said_to_hold_none": StateSerializer(board.said_to_hold_none, many=True, context=context).data,
            }
        )

    def _written(self, article: int, records: Records) -> Mapping[int, Written]:
        """Each state's duties as they are answered: made once, until it changes."""
        context = self.get_serializer_context()
        owed = owed_by_state(article, records)

        def make(some: list[int]) -> dict[int, Written]:
            duties = [duty for pk in some for of in owed[pk] for duty in of]
            answers = DeadlineSerializer(duties, many=True, context=context).data
            found = {id(duty): answer for duty, answer in zip(duties, answers, strict=True)}
            return {pk: Written(owed[pk], {id(d): found[id(d)] for of in owed[pk] for d in of}) for pk in some}

        return records.of_each(("answers on deadlines", article, whole("", context)), make)
