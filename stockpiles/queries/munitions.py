"""Types of cluster munitions and the states that hold or held them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from countries.models import Country
from editorial.queries.proof import Proof, proofs
from editorial.rules.explained import Explained
from stockpiles.models import (
    ActivityClaim,
    CompletionDeclaration,
    DestructionRecord,
    MunitionType,
    RetentionRecord,
    StockpileHolding,
)
from stockpiles.rules.cluster_munition_definition import Classification

from .records import chosen_completion


@dataclass
class Holder:
    """One state with the records that name the type."""

    country: Country
    holdings: list[StockpileHolding] = field(default_factory=list)
    destroyed: list[DestructionRecord] = field(default_factory=list)
    retained: list[RetentionRecord] = field(default_factory=list)
    activities: list[ActivityClaim] = field(default_factory=list)
    completion: CompletionDeclaration | None = None


@dataclass(frozen=True)
class TypePage:
    """A type with its definition, holders and sources."""

    munition_type: MunitionType
    classification: Explained[Classification]
    origins: tuple[Country, ...]
    holders: tuple[Holder, ...]
    proof: Proof


@dataclass(frozen=True)
class TypeRow:
    """A type in the list, with how many states are on record as holding or having held it."""

    munition_type: MunitionType
    classification: Explained[Classification]
    holders: tuple[Country, ...]


def type_page(munition_type: MunitionType) -> TypePage:
    """Seven queries, whatever the number of holders."""
    holders: dict[int, Holder] = {}

    def holder(country: Country) -> Holder:
        return holders.setdefault(country.pk, Holder(country))

    for holding in munition_type.holdings.select_related("country").order_by("as_of", "pk"):
        holder(holding.country).holdings.append(holding)
    for record in munition_type.destruction_records.select_related("country").order_by("period_end", "pk"):
        holder(record.country).destroyed.append(record)
    for kept in munition_type.retention_records.select_related("country").order_by("as_of", "pk"):
        holder(kept.country).retained.append(kept)
    for claim in munition_type.activity_claims.select_related("country").order_by("pk"):
        holder(claim.country).activities.append(claim)
    completions: dict[int, list[CompletionDeclaration]] = defaultdict(list)
    for done in CompletionDeclaration.objects.filter(country__in=list(holders), article=3).order_by("pk"):
        completions[done.country_id].append(done)
    for pk, own in completions.items():
        holders[pk].completion = chosen_completion(own)
    proof = proofs([munition_type])[MunitionType, munition_type.pk]
    return TypePage(
        munition_type,
        munition_type.classification(),
        tuple(origin.country for origin in munition_type.origins.select_related("country")),
        tuple(sorted(holders.values(), key=lambda one: one.country.name)),
        proof,
    )


def type_rows() -> list[TypeRow]:
    """Every type with the states on record for it. Two queries."""
    by_type: dict[int, dict[int, Country]] = defaultdict(dict)
    for holding in StockpileHolding.objects.exclude(munition_type=None).select_related("country").defer("note"):
        assert holding.munition_type_id is not None  # noqa: S101 - the query leaves the others out
        by_type[holding.munition_type_id][holding.country_id] = holding.country
    return [
        TypeRow(
            one,
            one.classification(),
            tuple(sorted(by_type[one.pk].values(), key=lambda country: country.name)),
        )
        for one in MunitionType.objects.order_by("designation")
    ]
