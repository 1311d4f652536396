"""Who paid or helped, through whom."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from countries.models import Country
from editorial.models import Organisation, PartialDateField, ResearchedTextField, Tracked, optional_key

from .destruction_programme import DestructionProgramme


class Contribution(Tracked):
    """Cooperation given to a programme: Article 6. Norway helped Peru through Norwegian People's Aid.

    The giver is a state or an organisation. Amount and currency stay empty where no source gives them.
    """

    PART_OF = "programme"

    programme = models.ForeignKey(DestructionProgramme, on_delete=models.CASCADE, related_name="contributions")
    donor_state = optional_key(Country, "contributions_given")
    donor_organisation = optional_key(Organisation, "contributions_given")
    channel = optional_key(Organisation, "contributions_channelled", "Through whom it was given.")
    form = models.CharField(
        max_length=120, blank=True, help_text="Money, training, equipment … as the source says."
    )
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(
        max_length=3, blank=True, validators=[RegexValidator("^[A-Z]{3}$", "Three capitals: NOK, EUR, USD.")]
    )
    agreed_on = PartialDateField(help_text="When it was confirmed or agreed.")
    note = ResearchedTextField(blank=True, help_text="Sources: [@source-key, p. 5].")

    class Meta:
        ordering = ["programme", F("agreed_on").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(
                name="stockpiles_contribution_one_donor",
                condition=Q(donor_state__isnull=False, donor_organisation__isnull=True)
                | Q(donor_state__isnull=True, donor_organisation__isnull=False),
                violation_error_message="A contribution comes from one state or one organisation.",
            ),
            models.CheckConstraint(
                name="stockpiles_contribution_amount_has_currency",
                condition=Q(amount__isnull=True, currency="")
                | (Q(amount__isnull=False, amount__gt=0) & ~Q(currency="")),
                violation_error_message="An amount has its currency, and is more than zero.",
            ),
        ]

    def __str__(self) -> str:
        channel = f" through {self.channel}" if self.channel else ""
        return f"{self.donor}{channel}"

    @property
    def donor(self) -> Country | Organisation | None:
        return self.donor_state or self.donor_organisation

    @property
    def amount_words(self) -> str:
        return f"{self.currency} {self.amount:,.2f}" if self.amount is not None else "amount not found"

    def clean(self) -> None:
        super().clean()
        if self.donor_state_id is None and self.donor_organisation_id is None:
            raise ValidationError("Name the state or the organisation that gave.")
