"""What does not fit in the records of impact, for check_facts and the desk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from countries.models import TotalSubject
from countries.queries.published_totals import published_totals
from editorial.checks import Finding, fact_check
from editorial.queries.kept import keeping
from editorial.queries.shown import Proofs
from impact.models import ContaminationClaim, PublishedDeadline
from impact.queries.casualties import casualty_figures, sums_on_record
from impact.queries.printed_deadlines import printed_deadlines
from impact.rules.area_parts import parts_differ
from stockpiles.models import Article
from stockpiles.queries.duties import owed_by_state
from stockpiles.queries.records import Records


@fact_check("casualty-sums")
def check_casualty_sums(on: date) -> Iterator[Finding]:
    """Casualties: parts that a source gives and that do not make up its own whole."""
    figures, world = casualty_figures(keeping()), published_totals(TotalSubject.CASUALTIES)
    return (Finding("Casualties", one.words) for one in sums_on_record(figures, world) if not one.agrees)


@fact_check("contaminated-areas")
def check_areas(on: date) -> Iterator[Finding]:
    """Contamination: confirmed and suspected areas that do not make up the area given beside them."""
    for claim in ContaminationClaim.objects.select_related("country"):
        if words := parts_differ(claim.area_km2, claim.confirmed_km2, claim.suspected_km2):
            yield Finding(str(claim), words)


@fact_check("printed-clearance-deadlines")
def check_printed_deadlines(on: date) -> Iterator[Finding]:
    """Deadlines for clearance that a source prints and the record does not have; both are shown."""
    records = Records(on)
    owed = owed_by_state(Article.CLEARANCE, records)
    rows = list(PublishedDeadline.objects.select_related("country").order_by("pk"))
    proof = Proofs(rows)
    for row in rows:
        of = owed[row.country_id]
        (one,) = printed_deadlines(
            [proof.shown(row)], of.duties or of.unrecorded, records.requests[row.country_id]
        )
        if one.beside.agrees is False:
            yield Finding(str(row), f"{one.who}: {one.beside.words}", is_decided=True)
