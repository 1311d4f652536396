"""Pages about one state, whose slug is the part "country" of their address."""

from __future__ import annotations

from countries.models import Country
from countries.queries.addresses import country_slug
from editorial.resting import reads, rests_on
from editorial.views.addresses import View, leads_on


def of_state(view: View) -> View:
    """What is said of a state rests on changes that name it, and reads no question; a former slug leads on."""
    return leads_on(country=country_slug)(reads()(rests_on(country=(Country, "slug"))(view)))
