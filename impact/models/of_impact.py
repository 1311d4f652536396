"""What every record of impact has: its state or area, and its place on that state's page."""

from __future__ import annotations

from stockpiles.models.of_state import OfState


class OfImpact(OfState):
    """A record that readers find on the page of its state, among the lists of impact, and nowhere else."""

    SHOWN_ON = "impact"

    class Meta:
        abstract = True

    def get_absolute_url(self) -> str:
        return f"{self.country.get_absolute_url()}#{self.anchor}"
