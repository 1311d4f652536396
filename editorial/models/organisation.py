"""Organisations that speak, fund or carry out work."""

from django.db import models

from .tracked import Tracked


class OrganisationKind(models.TextChoices):
    """What the organisation is."""

    NGO = "ngo", "Non-governmental organisation"
    COALITION = "coalition", "Coalition"  # a coalition of NGOs, such as the CMC
    INTERNATIONAL = "international", "International organisation"  # UN bodies, the ICRC
    MINISTRY = "ministry", "Ministry or state agency"
    OTHER = "other", "Other"


class Organisation(Tracked):
    """An NGO, agency, ministry or coalition, such as Norwegian People's Aid (NPA) or the ICRC."""

    COUNTRY_PATH = ""
    NEW_IS_UNSEEN = True

    name = models.CharField(max_length=255, unique=True)
    abbreviation = models.CharField(max_length=30, blank=True, help_text="For example NPA, CMC, ICRC.")
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=16, choices=OrganisationKind, default=OrganisationKind.NGO)
    url = models.URLField("address", blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.abbreviation})" if self.abbreviation else self.name
