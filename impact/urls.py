"""Public addresses of impact."""

from django.urls import path

from countries.models import PublishedTotal
from editorial.resting import reads, rests_on
from editorial.views.addresses import View, with_files
from impact.models import OfImpact
from impact.views import casualties, clearance, contamination, door
from stockpiles.models.of_state import OfState


def of_impact(view: View) -> View:
    """Lists of impact rest on its records and on published totals, neither on texts nor on meetings' papers."""
    return rests_on(OfImpact.SHOWN_ON, PublishedTotal.SHOWN_ON)(view)


def beside_clocks(view: View) -> View:
    """The same with deadlines and completions beside it."""
    return rests_on(OfImpact.SHOWN_ON, PublishedTotal.SHOWN_ON, OfState.SHOWN_ON)(view)


urlpatterns = [
    path("impact/", reads()(of_impact(door.impact_page)), name="impact"),
    *with_files("contamination", beside_clocks(contamination.contamination_page), "contamination"),
    *with_files("clearance", of_impact(clearance.clearance_page), "clearance"),
    *with_files("casualties", of_impact(casualties.casualty_page), "casualties"),
]
