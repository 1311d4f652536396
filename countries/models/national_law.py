"""What a state does at home to carry the convention out (Article 9)."""

from __future__ import annotations

from django.db import models

from editorial.models import Claim, PartialDateField

from .country import Country


class NationalLawKind(models.TextChoices):
    """By what the state carries it out. That its existing law does, or that none is needed, is its own view."""

    ACT = "act", "Act"
    AMENDMENT = "amendment", "Amendment of an earlier law"
    RATIFICATION_LAW = "ratification_law", "Law on joining"  # it approves ratification or accession
    DECREE = "decree", "Decree"
    DIRECTIVE = "directive", "Directive"  # to armed forces or ministries
    MORATORIUM = "moratorium", "Moratorium"
    EXISTING_LAW = "existing_law", "Existing law that the state relies on"
    NONE_NEEDED = "none_needed", "None needed, in the state's own view"
    BILL = "bill", "Bill, draft or plan"


class NationalLawStatus(models.TextChoices):
    """How far it has come, as the source tells; empty where it does not, or where nothing is to come."""

    PLANNED = "planned", "Planned or under study"
    DRAFTED = "drafted", "Being drafted"
    BEFORE_PARLIAMENT = "before_parliament", "Before parliament"
    ANNOUNCED = "announced", "Announced"
    ADOPTED = "adopted", "Adopted"  # whether it is in force the source does not say
    IN_FORCE = "in_force", "In force"


class NationalLaw(Claim):
    """A law, a draft of one, or the view that none is needed, as one source gives it.

    Claims of one state and kind under one name are about one law: what several sources say of it stands side by side.
    """

    COUNTRY_PATH = "country"

    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="national_laws", verbose_name="state"
    )
    kind = models.CharField(max_length=16, choices=NationalLawKind)
    title = models.CharField(
        max_length=200, help_text="In English, as the source gives it; in your own words where it gives none."
    )
    original_title = models.CharField(max_length=200, blank=True, help_text="In the language of the law.")
    known_as = models.CharField(
        max_length=200,
        blank=True,
        help_text="The name under which all that sources say of this law stands together. Empty: its title.",
    )
    status = models.CharField(
        max_length=18, choices=NationalLawStatus, blank=True, help_text="Empty: the source does not say."
    )
    adopted_on = PartialDateField("adopted on", help_text="2010, August 2010 or 1 August 2010.")
    in_force_on = PartialDateField("in force on", help_text="When it entered into force.")
    covers = models.CharField(
        max_length=300,
        blank=True,
        help_text="What it covers, in your own words: transit, investment, acts abroad.",
    )
    penalty = models.CharField(max_length=200, blank=True, help_text="In words: up to 14 years of imprisonment.")

    class Meta(Claim.Meta):
        ordering = ["country__name", "kind", "adopted_on", "pk"]
        indexes = [models.Index(fields=["country", "kind"], name="countries_nationallaw_state")]

    def __str__(self) -> str:
        return f"{self.title} ({self.country})"

    def get_absolute_url(self) -> str:
        return f"{self.country.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the state's page."""
        return f"law-{self.pk}"

    @property
    def name(self) -> str:
        """The name of the law, under which other sources speak of it too."""
        return self.known_as or self.title
