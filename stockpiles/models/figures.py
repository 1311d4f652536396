"""The base of every record that counts munitions and submunitions."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from stockpiles.rules.ledger import Unit
from stockpiles.rules.quantity import Quantity


class Figures(models.Model):
    """Two numbers that are never added together: munitions, and the explosive submunitions in them.

    An empty number is unknown, which is not zero. A rounded one ("10.1 million") is marked and shown as rounded.
    """

    munitions = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="Leave empty if the source gives no number; 0 means none."
    )
    munitions_rounded = models.BooleanField(
        "munitions are rounded", default=False, help_text="The source rounds or says “about”."
    )
    submunitions = models.PositiveBigIntegerField(
        null=True,
        blank=True,
        help_text="Explosive submunitions in them. Leave empty if the source gives no number.",
    )
    submunitions_rounded = models.BooleanField(
        "submunitions are rounded", default=False, help_text="The source rounds, as in “10.1 million”."
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_rounded_is_known",
                condition=(Q(munitions_rounded=False) | Q(munitions__isnull=False))
                & (Q(submunitions_rounded=False) | Q(submunitions__isnull=False)),
                violation_error_message="Only a number can be rounded; an empty one is unknown.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_submunitions_lie_in_munitions",
                condition=Q(munitions__isnull=True)
                | Q(munitions__gt=0)
                | Q(submunitions__isnull=True)
                | Q(submunitions=0),
                violation_error_message="Submunitions lie in munitions: with 0 munitions there are none. "
                "Leave the munitions empty if their number is unknown.",
            ),
        ]

    @property
    def munitions_quantity(self) -> Quantity:
        return Quantity(self.munitions, self.munitions_rounded)

    @property
    def submunitions_quantity(self) -> Quantity:
        return Quantity(self.submunitions, self.submunitions_rounded)

    def quantity(self, unit: Unit) -> Quantity:
        """One of the two numbers."""
        return self.munitions_quantity if unit is Unit.MUNITIONS else self.submunitions_quantity

    @property
    def in_words(self) -> str:
        """ "2,012 munitions, 162,417 submunitions"."""
        return f"{self.munitions_quantity} munitions, {self.submunitions_quantity} submunitions"


def check_type_loads(record: Any) -> None:
    """Refuse submunitions of a type that has none, such as a submunition stored by itself or an empty dispenser."""
    munition_type = record.munition_type
    if munition_type is not None and record.submunitions and munition_type.submunitions_per_munition == 0:
        raise ValidationError(
            {
                "submunitions": f"{munition_type} holds no submunitions by its own record; leave this empty or correct it."
            }
        )
