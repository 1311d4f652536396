"""The programme by which a state destroys its stocks."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Organisation, PartialDateField, ResearchedTextField, Tracked, optional_key

from .of_state import OfState


class DestructionProgramme(OfState, Tracked):
    """Work agreed between a state and a partner to destroy its stocks, with stages, delays and contributions."""

    PLACE = "programme"

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="destruction_programmes")
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    partner = optional_key(
        Organisation,
        "destruction_programmes",
        "Who carries it out with the state, for example Norwegian People's Aid.",
    )
    state_body = models.CharField(max_length=200, blank=True, help_text="For the state: ministry, armed force.")
    started = PartialDateField(help_text="First visit or agreement, as a source dates it.")
    ended = PartialDateField(
        help_text="End of the work as a whole, where a source gives it; the end of one stage is not that of the programme."
    )
    note = ResearchedTextField(blank=True, help_text="What it is, with its sources: [@source-key, p. 5].")

    class Meta:
        ordering = ["country", "started", "id"]

    def __str__(self) -> str:
        return self.title
