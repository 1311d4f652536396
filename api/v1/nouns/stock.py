"""The stock of each state as the records add up: what pages and files show, with what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.parameters import DaysSerializer, days, hears, state_parameter
from api.v1.noun import Computed
from api.v1.serializers.address import AddressField, Context
from api.v1.serializers.source import CitedSourceSerializer, Proofs
from api.v1.serializers.state import StateSerializer
from countries.queries.coverage import record
from editorial.queries.kept import keeping
from editorial.queries.proof import NO_PROOF, proofs
from editorial.rules.horizon import Asked
from stockpiles.queries.differences import Judged
from stockpiles.queries.overview import HolderRow, Overview, Sum, overview
from stockpiles.queries.records import READ, STOCKS, Records
from stockpiles.rules.destroyed_extent import DestroyedExtent
from stockpiles.rules.difference import DifferenceKind, Verdict
from stockpiles.rules.flow import Flow, Unit
from stockpiles.rules.line import LedgerLine
from stockpiles.rules.quantity import UNKNOWN, Quantity

SUMS = {"declared": Flow.OPENING, "destroyed": Flow.DESTROYED, "retained": Flow.RETAINED}


class QuantitySerializer(serializers.Serializer):
    """One number of one unit. A part of a whole that is not on record has no value, only "at least"."""

    value = serializers.IntegerField(
        allow_null=True, help_text="null: unknown, not on record, or only a part is on record."
    )
    at_least = serializers.IntegerField(
        allow_null=True, help_text="What is on record of a whole that is not; null where there is a value."
    )
    is_partial = serializers.BooleanField(help_text="Whether only a part is on record; never add it as a whole.")
    is_rounded = serializers.BooleanField()
    words = serializers.CharField(help_text="As pages show it: “at least 7,526”, “unknown”, “not on record”.")


class BothUnitsSerializer(serializers.Serializer):
    """Munitions and the submunitions in them, which are never added together."""

    munitions = QuantitySerializer()
    submunitions = QuantitySerializer()

    def to_representation(self, instance: Callable[[Unit], Quantity | None]) -> dict[str, object]:
        return {unit.value: _quantity(instance(unit)) for unit in Unit}


class ExtentSerializer(serializers.Serializer):
    """Whether the sum of what was destroyed is the whole, and how one knows."""

    extent = serializers.ChoiceField(source="value", choices=[one.value for one in DestroyedExtent])
    arithmetic = serializers.CharField()


class BothExtentsSerializer(serializers.Serializer):
    """The same for munitions and submunitions; null where nothing at all is on record."""

    munitions = ExtentSerializer(allow_null=True)
    submunitions = ExtentSerializer(allow_null=True)

    def to_representation(self, instance: Callable[[Unit], LedgerLine | None]) -> dict[str, object]:
        lines = {unit.value: instance(unit) for unit in Unit}
        return {unit: ExtentSerializer(line.extent).data if line else None for unit, line in lines.items()}


class DifferenceSerializer(serializers.Serializer):
    """Something in the figures that does not come out, with its arithmetic, and why an editor settled it."""

    finding = serializers.ChoiceField(source="difference.finding", choices=[one.value for one in DifferenceKind])
    verdict = serializers.ChoiceField(
        source="difference.verdict",
        choices=[one.value for one in Verdict],
        help_text="“Counted differently”: the figures agree in one reading. “Contradiction”: in none.",
    )
    unit = serializers.ChoiceField(source="difference.unit", choices=[unit.value for unit in Unit])
    munition_type = serializers.CharField(
        source="difference.kind", allow_blank=True, help_text="A designation; empty for the whole stock."
    )
    words = serializers.CharField(source="difference.words")
    is_settled = serializers.BooleanField(help_text="Settled by an editor on the figures as they stand.")
    explanation = serializers.CharField(allow_blank=True)
    sources = serializers.SerializerMethodField()

    @extend_schema_field(CitedSourceSerializer(many=True))
    def get_sources(self, one: Judged) -> list[dict[str, str]]:
        record, known = one.settled, self.context["proofs"]
        proof = known.get((type(record), record.pk), NO_PROOF) if record else NO_PROOF
        return list(CitedSourceSerializer(proof.sources, many=True, context=self.context).data)


class StockSerializer(serializers.Serializer):
    """One state that holds or held stocks."""

    state = StateSerializer(source="country")
    page = AddressField(source="get_absolute_url")
    declared = BothUnitsSerializer()
    destroyed = BothUnitsSerializer()
    destroyed_extent = BothExtentsSerializer(source="stock.ledger.line")
    retained = BothUnitsSerializer(help_text="Less what was destroyed out of it later.")
    left_to_destroy = BothUnitsSerializer(source="remaining", help_text="0 once completion is declared.")
    is_completed = serializers.BooleanField(source="stock.completed", help_text="Whether completion is declared.")
    differences = DifferenceSerializer(many=True)


class WorldSumSerializer(serializers.Serializer):
    """A sum over states with what it lacks."""

    munitions = QuantitySerializer()
    submunitions = QuantitySerializer()
    basis = serializers.CharField(help_text="Of the munitions: how many figures went in, and what is missing.")
    states_without_total = StateSerializer(
        many=True, help_text="States of whose munitions only a part is on record."
    )


class WorldSerializer(serializers.Serializer):
    declared = WorldSumSerializer()
    destroyed = WorldSumSerializer()
    retained = WorldSumSerializer()


class StocksSerializer(DaysSerializer):
    """The stocks of all states as the records add up on a day."""

    count = serializers.IntegerField()
    world = WorldSerializer(help_text="Over all states, whatever the filters.")
    results = StockSerializer(many=True)


def stocks_body(
    view: Overview, when: Asked, rows: Sequence[HolderRow], proofs: Proofs, context: Context
) -> dict[str, object]:
    """What StocksSerializer describes, with the states that the filters let through."""
    return {
        **days(when),
        "count": len(rows),
        "world": {name: _world(view, flow, context) for name, flow in SUMS.items()},
        "results": StockSerializer(rows, many=True, context={**context, "proofs": proofs}).data,
    }


def _quantity(quantity: Quantity | None) -> dict[str, object]:
    known = quantity or UNKNOWN
    return {
        "value": None if known.is_partial else known.value,
        "at_least": known.value if known.is_partial else None,
        "is_partial": known.is_partial,
        "is_rounded": known.is_rounded,
        "words": "not on record" if quantity is None else str(quantity),
    }


def _world(view: Overview, flow: Flow, context: Context) -> dict[str, object]:
    found: dict[Unit, Sum] = {unit: view.sum_of(flow, unit) for unit in Unit}
    return {
        **{unit.value: _quantity(total.known) for unit, total in found.items()},
        "basis": found[Unit.MUNITIONS].basis,
        "states_without_total": StateSerializer(found[Unit.MUNITIONS].parts, many=True, context=context).data,
    }


class StockViewSet(Computed):
    """Sums of the figures in use, state by state and for the world."""

    serializer_class = StocksSerializer

    @hears(
        OpenApiParameter("country", str, description="Only this state: PER."),
        answer=StocksSerializer,
        operation_id="stocks_list",
        known=READ,
    )
    def list(self, request: Request) -> Response:
        """Declared, destroyed, retained and left to destroy, as the records add up. Where no total destroyed is on record,
        the part that is stands under ``at_least`` and never under ``value``; where figures do not come out, the
        differences say so with their arithmetic. The single figures with their sources are in holdings,
        destruction-records and retention-records. At most twelve queries, whatever the number of states.
        """
        country = state_parameter(request)
        kept = keeping()
        when = record(kept).asked(None, today=timezone.localdate(), about=STOCKS)
        view = overview(as_of=when.day, records=Records(when.day, kept))
        rows = [row for row in view.rows if not country or row.country.iso3 == country]
        settled = [one.settled for row in rows for one in row.differences if one.settled is not None]
        return Response(stocks_body(view, when, rows, proofs(settled), self.get_serializer_context()))
