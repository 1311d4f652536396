"""What held a destruction programme up."""

from __future__ import annotations

from django.db import models

from editorial.models import PartialDateField, ResearchedTextField, Tracked

from .destruction_programme import DestructionProgramme
from .programme_stage import ProgrammeStage


class ProgrammeDelay(Tracked):
    """An interruption and its cause: in Peru El Niño in 2017, COVID-19 in 2020."""

    PART_OF = "programme"

    programme = models.ForeignKey(DestructionProgramme, on_delete=models.CASCADE, related_name="delays")
    stage = models.ForeignKey(
        ProgrammeStage, null=True, blank=True, on_delete=models.RESTRICT, related_name="delays"
    )
    cause = models.CharField(max_length=200, help_text="In a few words: El Niño, COVID-19, lack of funds.")
    began = PartialDateField(help_text="The year or day from which it held the work up.")
    ended = PartialDateField()
    note = ResearchedTextField(blank=True, help_text="What it delayed, with sources: [@source-key, p. 5].")

    class Meta:
        ordering = ["programme", "began", "id"]

    def __str__(self) -> str:
        return f"{self.cause} ({self.began})" if self.began else self.cause
