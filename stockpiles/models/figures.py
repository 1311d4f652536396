"""The base of every record that counts munitions and submunitions."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from countries.rules.bounded import plain
from editorial.models import Claim
from stockpiles.rules.dated import Within, bounds
from stockpiles.rules.flow import WHOLE_STOCK, Flow, Unit
from stockpiles.rules.quantity import Quantity

from .munition_type import MunitionType
from .of_state import OfState


class Figures(OfState, Claim):
    """Two numbers that are never added together: munitions, and the explosive submunitions in them.

    An empty number is unknown, which is not zero. A rounded one ("10.1 million") is marked and shown as rounded, one of
    which the source says only that there were more ("over 573,000") as the least that it can be.
    The record is the row of the ledger itself (see stockpiles.rules.figure); each table says what its figures do to the
    stock, and of which day or period they speak.
    """

    munitions = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="Leave empty if the source gives no number; 0 means none."
    )
    munitions_rounded = models.BooleanField(
        "munitions are rounded", default=False, help_text="The source rounds or says “about”."
    )
    munitions_at_least = models.BooleanField(
        "at least so many munitions", default=False, help_text="The source says “over” or “at least”."
    )
    submunitions = models.PositiveBigIntegerField(
        null=True,
        blank=True,
        help_text="Explosive submunitions in them. Leave empty if the source gives no number.",
    )
    submunitions_rounded = models.BooleanField(
        "submunitions are rounded", default=False, help_text="The source rounds, as in “10.1 million”."
    )
    submunitions_at_least = models.BooleanField(
        "at least so many submunitions", default=False, help_text="The source says “over” or “at least”."
    )

    submunition_mass_kg = models.DecimalField(
        "mass of a submunition (kg)",
        max_digits=7,
        decimal_places=3,
        null=True,
        blank=True,
        help_text="Of those that the source counts, where it gives it.",
    )

    munition_type: models.ForeignKey[MunitionType | None, MunitionType | None]
    munition_type_id: int | None

    class Meta:
        abstract = True
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_rounded_is_known",
                condition=(Q(munitions_rounded=False) | Q(munitions__isnull=False))
                & (Q(submunitions_rounded=False) | Q(submunitions__isnull=False)),
                violation_error_message="Only a number can be rounded; an empty one is unknown.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_at_least_is_known",
                condition=(Q(munitions_at_least=False) | Q(munitions__isnull=False))
                & (Q(submunitions_at_least=False) | Q(submunitions__isnull=False)),
                violation_error_message="Only a number can be the least; an empty one is unknown.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_mass_of_some",
                condition=Q(submunition_mass_kg__isnull=True) | Q(submunition_mass_kg__gt=0),
                violation_error_message="A mass is more than zero; leave it empty where the source gives none.",
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
        return Quantity(self.munitions, self.munitions_rounded, "at least" if self.munitions_at_least else "")

    @property
    def submunitions_quantity(self) -> Quantity:
        return Quantity(
            self.submunitions, self.submunitions_rounded, "at least" if self.submunitions_at_least else ""
        )

    def quantity(self, unit: Unit) -> Quantity:
        """One of the two numbers."""
        return self.munitions_quantity if unit is Unit.MUNITIONS else self.submunitions_quantity

    @property
    def in_words(self) -> str:
        """ "2,012 munitions, 162,417 submunitions", "number unknown"."""
        if self.munitions is None and self.submunitions is None:
            return "number unknown"
        return f"{self.munitions_quantity} munitions, {self.submunitions_quantity} submunitions"

    @property
    def mass_words(self) -> str:
        """ "6 kg a submunition"; "" where the source gives no mass."""
        return "" if self.submunition_mass_kg is None else f"{plain(self.submunition_mass_kg)} kg a submunition"

    @property
    def beside(self) -> list[str]:
        """What stands beside the two numbers: the day or period, then who keeps them, what for, or how; what one weighs."""
        raise NotImplementedError

    # ---------------------------------------------------------------- the row of the ledger

    @property
    def flow(self) -> Flow:
        """What the figure does to the stock."""
        raise NotImplementedError

    @property
    def is_running_total(self) -> bool:
        """Whether it counts everything up to the end of what it speaks of, rather than what lies within it."""
        return False

    @cached_property
    def designation(self) -> str:
        """The munition type's; of a figure on all types together, that of the whole stock."""
        return WHOLE_STOCK if self.munition_type is None else self.munition_type.designation

    @property
    def about(self) -> Within | None:
        """The day or period it speaks of."""
        return bounds(self.as_of)

    @property
    def when(self) -> Within | None:
        """When it was said, or else what it speaks of: of several claims about the same thing the newest counts."""
        return bounds(self.made_on) or self.about

    @property
    def subject(self) -> tuple[Hashable, ...]:
        """What it is about. Two figures about the same thing contradict each other unless they agree.

        There is one stock to begin with and one total destroyed; what was found is one thing each day that a source
        gives, what was destroyed one each period, what is retained one each year.
        """
        is_one = self.flow is Flow.OPENING or self.is_running_total
        return (self.country_id, self.flow, self.munition_type_id, *(("all",) if is_one else self._said_of))

    @property
    def _said_of(self) -> tuple[Hashable, ...]:
        return (self.as_of or self.made_on,)

    def is_known_by(self, day: date) -> bool:
        """Whether what was destroyed or retained lies on that day or before it.

        A stock that was declared later was held before, so every opening counts.
        """
        about = self.about
        last = about.latest or about.earliest if about and self.flow is not Flow.OPENING else None
        return last is None or last <= day

    def clean(self) -> None:
        """Refuse submunitions of a type that has none, such as a submunition stored by itself or an empty dispenser."""
        super().clean()
        loaded = self.munition_type
        if loaded is not None and self.submunitions and loaded.submunitions_per_munition == 0:
            raise ValidationError(
                {
                    "submunitions": f"{loaded} holds no submunitions by its own record; leave this empty or correct it."
                }
            )
