"""Who stands behind a statement: one row a state or organisation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import Organisation, Tracked, key_if_known

from .statement import Statement, one_of_the_two


class Role(models.TextChoices):
    """In what way a state stands behind the statement."""

    DELIVERER = "deliverer", "Deliverer"  # spoke it, for itself or for others
    LEAD = "lead", "Lead sponsor"  # submitted the paper
    CO_SPONSOR = "co-sponsor", "Co-sponsor"
    ON_BEHALF_OF = "on-behalf-of", "Spoken for"  # the statement was delivered on its behalf
    ENDORSER = "endorser", "Endorser"  # joined or adopted the text afterwards


SPOKE = (Role.DELIVERER, Role.LEAD)
"""Roles of those who brought the statement; the others joined it."""


BEHIND = (
    (Role.LEAD, "Lead sponsor"),
    (Role.DELIVERER, "Delivered by"),
    (Role.CO_SPONSOR, "Co-sponsors"),
    (Role.ON_BEHALF_OF, "On behalf of"),
    (Role.ENDORSER, "Endorsed by"),
)
"""Roles with the words above their parties, the ones who brought the statement first."""


class StatementParty(Tracked):
    """One state, or one organisation such as the CMC, behind a statement. Never an invented member of a group."""

    PART_OF = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="parties")
    country = key_if_known(Country, "statement_parties")
    organisation = key_if_known(Organisation, "statement_parties")
    role = models.CharField(max_length=12, choices=Role, default=Role.DELIVERER)
    order = models.PositiveSmallIntegerField(
        default=0, help_text="Its place in the list, as the source prints it."
    )

    class Meta:
        ordering = ["statement", "order", "id"]
        verbose_name_plural = "statement parties"
        constraints = [
            one_of_the_two("meetings_statementparty_state_or_organisation"),
            models.UniqueConstraint(
                fields=["statement", "country"],
                condition=Q(country__isnull=False),
                name="meetings_statementparty_state_once",
                violation_error_message="This state is already entered for this statement.",
            ),
            models.UniqueConstraint(
                fields=["statement", "organisation"],
                condition=Q(organisation__isnull=False),
                name="meetings_statementparty_organisation_once",
                violation_error_message="This organisation is already entered for this statement.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country or self.organisation} ({self.get_role_display().lower()})"
