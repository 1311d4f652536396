"""Who said of a section, in its exact words, that it still holds."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .country_profile import CountryProfile


class SectionConfirmation(models.Model):
    """One look at one section of an edition. It holds for exactly those words: a changed section is unconfirmed."""

    UNTRACKED_BECAUSE = "written once: a later look is a later row"

    profile = models.ForeignKey(CountryProfile, on_delete=models.CASCADE, related_name="confirmations")
    text_key = models.CharField(max_length=64, help_text="Digest of the section's words and notes.")
    title = models.CharField(max_length=255, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["profile", "text_key"], name="countries_confirmation_section")]

    def __str__(self) -> str:
        return f"{self.profile}: {self.title or 'opening'}"
