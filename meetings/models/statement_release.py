"""The frozen publications of a statement."""

from __future__ import annotations

from django.db import models
from django.urls import reverse

from editorial.models import Release

from .statement import Statement, slug_of


class StatementRelease(Release):
    """One publication, r1, r2 …, of a statement with its parties, themes and positions as they stood that day."""

    RECORD = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="releases")

    class Meta(Release.Meta):
        abstract = False
        constraints = [
            *Release.Meta.constraints,
            models.UniqueConstraint(
                fields=["statement", "number"], name="meetings_statementrelease_one_per_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement} {self.label}"

    def get_absolute_url(self) -> str:
        """For ever: number, ending and release number are frozen with it."""
        return reverse("statement_release", args=[self.statement_id, slug_of(self.title), self.number])
