"""Pictures of who speaks with whom."""

from __future__ import annotations

from collections.abc import Sequence

from countries.models import Country
from editorial.charts import Chart, Partner, network
from meetings.queries.co_sponsors import CoSponsor


def co_sponsor_chart(country: Country, partners: Sequence[CoSponsor]) -> Chart:
    """The state with the states it spoke with around it; each name leads to the statements they share."""
    return network(
        centre=country.name,
        partners=[
            Partner(partner.country.name, partner.together, shared_url(country, partner.country))
            for partner in partners
        ],
        unit="statements together",
        title=f"With whom {country.name} speaks",
        source="CCM Monitor, published statements",
        source_url=f"/statements/?country={country.key}",
        note="Only states that a source names are counted.",
    )


def shared_url(country: Country, partner: Country) -> str:
    """The list of the statements behind which both stand."""
    return f"/statements/?country={country.key}&partner={partner.key}"
