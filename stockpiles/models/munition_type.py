"""Types of cluster munitions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from countries.models import Country
from editorial.models import ResearchedTextField, Tracked
from editorial.rules.explained import Explained
from stockpiles.rules.cluster_munition_definition import Classification, Features, classify


class MunitionKind(models.TextChoices):
    """How it is delivered, in the words of the reference file."""

    BOMB = "bomb", "Bomb"  # dropped from aircraft
    DISPENSER = "dispenser", "Dispenser"  # stays on the aircraft, or glides, and releases
    PROJECTILE = "projectile", "Projectile"  # fired by a gun; mortar bombs are counted here
    ROCKET = "rocket", "Rocket"
    MISSILE = "missile", "Missile"
    MINELAYER = "minelayer", "Mine layer"
    UNKNOWN = "unknown", "Not known"


class MunitionType(Tracked):
    """A type of munition that disperses submunitions, such as the RBK-500 or the CB-470.

    Its origin may be historic or compound ("Russian/Soviet"), so it is kept in the words of the source; the states it
    points to are kept beside it. What a source does not say stays empty, and Article 2(2) then says "undecided".
    """

    COUNTRY_PATH = ""

    designation = models.CharField(max_length=80, unique=True, help_text="As in the sources, for example RBK-500.")
    slug = models.SlugField(max_length=80, unique=True, help_text="Its place in addresses: rbk-500.")
    also_called = models.CharField(
        max_length=200, blank=True, help_text="Other designations, separated by semicolons."
    )
    kind = models.CharField(max_length=12, choices=MunitionKind, default=MunitionKind.UNKNOWN)
    origin = models.CharField(
        max_length=80, blank=True, help_text="In the source's words: Russian/Soviet, South African, Chilean."
    )

    called_by_source = models.CharField(
        max_length=120,
        blank=True,
        help_text="What its source calls it, in the source's own word: cluster bombs, bomb cassette. It stands beside "
        "the tests of Article 2(2) and decides nothing. Empty where the source uses no such word.",
    )

    submunition = models.CharField(
        max_length=80, blank=True, help_text="Designation of the submunition, for example ShOAB-0.5."
    )
    submunitions_per_munition = models.PositiveIntegerField(
        null=True, blank=True, help_text="Empty: no publication gives a number, or loads vary."
    )
    submunitions_approximate = models.BooleanField("number is approximate", default=False)
    mass_kg = models.DecimalField(
        "mass (kg)", max_digits=8, decimal_places=2, null=True, blank=True, help_text="Of one munition."
    )
    submunition_mass_kg = models.DecimalField(
        "mass of a submunition (kg)", max_digits=7, decimal_places=3, null=True, blank=True
    )

    disperses_explosive_submunitions = models.BooleanField(
        null=True,
        default=True,
        help_text="Designed to disperse or release explosive submunitions: opening words of Article 2(2).",
    )
    exempt_purpose = models.BooleanField(
        null=True,
        default=False,
        help_text="Only flares, smoke, pyrotechnics, chaff, air defence, electrical or electronic effects: "
        "Article 2(2)(a) and (b).",
    )
    engages_single_target = models.BooleanField(
        null=True,
        blank=True,
        help_text="Each submunition detects and engages a single target: Article 2(2)(c)(iii).",
    )
    self_destructs_electronically = models.BooleanField(null=True, blank=True, help_text="Article 2(2)(c)(iv).")
    self_deactivates_electronically = models.BooleanField(null=True, blank=True, help_text="Article 2(2)(c)(v).")
    note = ResearchedTextField(blank=True, help_text="What is known of it and from where: [@source-key, p. 5].")

    class Meta:
        ordering = ["designation"]
        constraints = [
            models.CheckConstraint(
                name="stockpiles_munitiontype_approximate_is_known",
                condition=Q(submunitions_approximate=False) | Q(submunitions_per_munition__isnull=False),
                violation_error_message="Only a number can be approximate.",
            ),
            models.CheckConstraint(
                name="stockpiles_munitiontype_masses_positive",
                condition=(Q(mass_kg__isnull=True) | Q(mass_kg__gt=0))
                & (Q(submunition_mass_kg__isnull=True) | Q(submunition_mass_kg__gt=0)),
                violation_error_message="A mass is more than zero.",
            ),
        ]

    def __str__(self) -> str:
        return self.designation

    def get_absolute_url(self) -> str:
        return reverse("munition_type", args=[self.slug])

    @property
    def other_designations(self) -> list[str]:
        return [name.strip() for name in self.also_called.split(";") if name.strip()]

    @property
    def features(self) -> Features:
        return Features(
            disperses_explosive_submunitions=self.disperses_explosive_submunitions,
            submunitions=self.submunitions_per_munition,
            submunition_mass_kg=self.submunition_mass_kg,
            engages_single_target=self.engages_single_target,
            self_destructs_electronically=self.self_destructs_electronically,
            self_deactivates_electronically=self.self_deactivates_electronically,
            exempt_purpose=self.exempt_purpose,
        )

    def classification(self) -> Explained[Classification]:
        """Whether Article 2(2) calls it a cluster munition, and why."""
        return classify(self.features)


class MunitionOrigin(Tracked):
    """A state that a type's origin points to. A compound or historic origin has several, or none."""

    PART_OF = "munition_type"

    munition_type = models.ForeignKey(MunitionType, on_delete=models.CASCADE, related_name="origins")
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="munition_origins")

    class Meta:
        ordering = ["munition_type", "country"]
        constraints = [
            models.UniqueConstraint(fields=["munition_type", "country"], name="stockpiles_munitionorigin_once")
        ]

    def __str__(self) -> str:
        return f"{self.munition_type}: {self.country}"


def type_words(munition_type: MunitionType | None) -> str:
    """A type's designation, or "whole stock" where a record is about all types together."""
    return munition_type.designation if munition_type is not None else "whole stock"
