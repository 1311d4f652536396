"""Stages of a destruction programme."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from editorial.models import PartialDateField, ResearchedTextField, Tracked
from stockpiles.rules import programme_order
from stockpiles.rules.dated import bounds

from .destruction_programme import DestructionProgramme


class ProgrammeStage(Tracked):
    """One stage, in its order, with planned and actual dates where sources give them. Peru's programme has eight."""

    PART_OF = "programme"
    MAY_LIE_AHEAD = frozenset({"planned_start", "planned_end"})

    programme = models.ForeignKey(DestructionProgramme, on_delete=models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField(help_text="1 for the first.")
    name = models.CharField(max_length=120)
    planned_start = PartialDateField()
    planned_end = PartialDateField()
    started = PartialDateField()
    ended = PartialDateField()
    note = ResearchedTextField(blank=True, help_text="Sources: [@source-key, p. 5].")

    class Meta:
        ordering = ["programme", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="stockpiles_programmestage_once")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"

    @property
    def as_stage(self) -> programme_order.Stage:
        """What the rule of programme order needs of it."""
        return programme_order.Stage(
            number=self.number,
            name=self.name,
            planned_start=bounds(self.planned_start),
            planned_end=bounds(self.planned_end),
            started=bounds(self.started),
            ended=bounds(self.ended),
        )

    def clean(self) -> None:
        super().clean()
        if self.number is not None and self.number < 1:
            raise ValidationError({"number": "Stages are numbered from 1."})
