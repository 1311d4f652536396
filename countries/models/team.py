"""Who of the team works on which countries."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from editorial.models import FourEyes, Tracked

from .country import Country


class Team(Tracked):
    """People who share countries: the Latin America team."""

    COUNTRY_PATH = ""
    FOUR_EYES = FourEyes.TEAM

    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TeamMember(Tracked):
    """One person in a team."""

    PART_OF = "team"

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="team_memberships")

    class Meta:
        ordering = ["team", "person"]
        constraints = [
            models.UniqueConstraint(fields=["team", "person"], name="countries_teammember_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.team}"


class CountryAssignment(Tracked):
    """One country in the hands of one person or one team. A country may be in several hands.

    As long as an installation has no assignment at all, every researcher may edit every country; from the first one
    on, researchers see and edit only the countries assigned to them or their teams.
    """

    COUNTRY_PATH = ""  # who works on what is no secret in the team
    FOUR_EYES = FourEyes.TEAM

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="assignments")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="country_assignments",
        help_text="Either a person or a team.",
    )
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments")

    class Meta:
        ordering = ["country__name"]
        constraints = [
            models.CheckConstraint(
                name="countries_countryassignment_person_or_team",
                condition=Q(person__isnull=False, team__isnull=True) | Q(person__isnull=True, team__isnull=False),
                violation_error_message="A country is assigned either to a person or to a team.",
            ),
            models.UniqueConstraint(fields=["country", "person"], name="countries_countryassignment_person_once"),
            models.UniqueConstraint(fields=["country", "team"], name="countries_countryassignment_team_once"),
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.person or self.team}"
