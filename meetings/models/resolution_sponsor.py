"""Who stands behind a resolution, and who explained its vote."""

from __future__ import annotations

from django.db import models

from countries.models import Country
from editorial.models import Source, Sourced, Tracked

from .resolution import Resolution


class SponsorRole(models.TextChoices):
    """What a source says that a state did for a resolution, or said about it."""

    SUBMITTER = "submitter", "Submitted it"
    LEAD = "lead", "Lead sponsor"
    SPONSOR = "sponsor", "Sponsor"
    EXPLANATION = "explanation", "Explained its vote"  # for whatever vote: it sponsors nothing


class ResolutionSponsor(Sourced, Tracked):
    """A state behind a resolution in one role, as a source names it; or one that explained its vote."""

    PART_OF = "resolution"

    resolution = models.ForeignKey(Resolution, on_delete=models.CASCADE, related_name="sponsors")
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="resolution_roles", verbose_name="state"
    )
    role = models.CharField(max_length=12, choices=SponsorRole, default=SponsorRole.SPONSOR)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="resolution_roles")

    class Meta:
        ordering = ["resolution", "role", "country__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "country", "role", "source"],
                name="meetings_resolutionsponsor_once",
                violation_error_message="This state is already entered in this role, by this source.",
            )
        ]
        indexes = [models.Index(fields=["country", "resolution"], name="meetings_sponsor_country")]

    def __str__(self) -> str:
        return f"{self.country}, {self.resolution}: {self.get_role_display().lower()}"
