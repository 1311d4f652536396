"""All that is recorded on one state's stocks, read once for its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model, Prefetch, QuerySet

from countries.models import Country
from stockpiles.models import (
    ActivityClaim,
    Article,
    ClearanceObligation,
    CompletionDeclaration,
    Contribution,
    DestructionProgramme,
    DestructionRecord,
    ExtensionBenchmark,
    ExtensionRequest,
    ExtensionRequestVersion,
    Figures,
    RetentionRecord,
    SettledDifference,
    StockpileHolding,
    TransparencyReport,
)

from .differences import Key, settled_differences
from .programme_story import parts_of


@dataclass(frozen=True)
class StateRecords:
    """The records of one state, in the order in which its page shows them."""

    holdings: list[StockpileHolding]
    destroyed: list[DestructionRecord]
    retained: list[RetentionRecord]
    activities: list[ActivityClaim]
    requests: list[ExtensionRequest]
    completions: list[CompletionDeclaration]
    obligations: list[ClearanceObligation]
    reports: list[TransparencyReport]
    programmes: list[DestructionProgramme]
    settled: dict[Key, SettledDifference]

    @property
    def figures(self) -> list[Figures]:
        """All that counts munitions, as the ledger takes it."""
        every: list[Figures] = [*self.destroyed, *self.holdings, *self.retained]
        return sorted(every, key=lambda figure: (figure.PLACE, figure.pk))

    def requests_under(self, article: int) -> list[ExtensionRequest]:
        return [request for request in self.requests if request.article == article]

    def completions_under(self, article: int) -> list[CompletionDeclaration]:
        return [completion for completion in self.completions if completion.article == article]

    @property
    def obligations_with_requests(
        self,
    ) -> Iterator[tuple[ClearanceObligation, list[ExtensionRequest], list[CompletionDeclaration]]]:
        """Each clearance with the requests that still count, and the completions, that are about it."""
        for obligation in self.obligations:
            asked = [r for r in self.requests_under(Article.CLEARANCE) if r.obligation_id == obligation.pk]
            ended = [c for c in self.completions if c.obligation_id == obligation.pk]
            yield obligation, [r for r in asked if r.rank != "superseded"], ended

    def __iter__(self) -> Iterator[Model]:
        """Every record and part of a record that has a proof of its own."""
        yield from self.figures
        yield from self.activities
        yield from self.requests
        yield from self.completions
        yield from self.obligations
        yield from self.reports
        yield from self.programmes
        for programme in self.programmes:
            yield from parts_of(programme)
        for request in self.requests:
            yield from request.benchmarks.all()
        yield from self.settled.values()


def programmes_with_parts() -> QuerySet[DestructionProgramme]:
    """Programmes with their state and partner, stages, delays and contributions, in a query each."""
    donors = Contribution.objects.select_related("donor_state", "donor_organisation", "channel")
    return DestructionProgramme.objects.select_related("country", "partner").prefetch_related(
        "stages", "delays", Prefetch("contributions", donors)
    )


def state_records(country: Country) -> StateRecords:
    """Seventeen queries at most, whatever the number of records."""
    return StateRecords(
        holdings=list(
            StockpileHolding.objects.filter(country=country).select_related("munition_type", "counterpart")
        ),
        destroyed=list(DestructionRecord.objects.filter(country=country).select_related("munition_type")),
        retained=list(RetentionRecord.objects.filter(country=country).select_related("munition_type")),
        activities=list(
            ActivityClaim.objects.filter(country=country)
            .select_related("munition_type")
            .prefetch_related("places__country")
        ),
        requests=list(
            ExtensionRequest.objects.filter(country=country)
            .in_order()
            .select_related("decided_at", "obligation")
            .prefetch_related(
                Prefetch("versions", ExtensionRequestVersion.objects.select_related("document")),
                Prefetch("benchmarks", ExtensionBenchmark.objects.all()),
            )
        ),
        completions=list(CompletionDeclaration.objects.filter(country=country).select_related("declared_at")),
        obligations=list(ClearanceObligation.objects.filter(country=country)),
        reports=list(TransparencyReport.objects.filter(country=country).select_related("document").order_by("pk")),
        programmes=list(programmes_with_parts().filter(country=country)),
        settled=settled_differences(countries=[country.pk]),
    )
