"""How far the record of each kind of fact reaches, by which source it was checked, and what it lacks."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from editorial.models import Tracked, TrackedQuerySet, source_if_known
from editorial.rules.horizon import Horizon


class FactKind(models.TextChoices):
    """A kind of fact that is collected, checked and completed by itself. A further kind is one line here."""

    STATES = "states", "States, areas and their names"
    TREATY_ACTS = "treaty_acts", "Acts towards treaties"  # scope: the treaty
    DOMESTIC_STEPS = "domestic_steps", "Steps at home towards joining"
    EVENTS = "events", "Events that are no legal acts"
    NATIONAL_LAWS = "national_laws", "National laws"
    GROUPS = "groups", "Groups of states"
    PROFILES = "profiles", "Profile editions"
    MEETINGS = "meetings", "Meetings"
    ATTENDANCE = "attendance", "Attendance at meetings"
    STATEMENTS = "statements", "Statements and positions"
    VOTES = "votes", "Votes at the General Assembly"
    INTERPRETIVE_POSITIONS = "interpretive_positions", "Positions outside statements"
    ACTION_PLANS = "action_plans", "Action plans"
    MUNITION_TYPES = "munition_types", "Types of cluster munitions"
    STOCKS = "stocks", "Stocks held, found, received and given away"
    DESTRUCTION = "destruction", "Stocks destroyed"
    RETENTION = "retention", "Munitions retained for training"
    ACTIVITIES = "activities", "Use, production, transfer and stockpiling"
    EXTENSION_REQUESTS = "extension_requests", "Requests for more time"  # scope: the article
    EXTENSION_DECISIONS = "extension_decisions", "Decisions on such requests"  # scope: the article
    COMPLETIONS = "completions", "Completions declared"  # scope: the article
    CONTAMINATION = "contamination", "Contamination"
    CLEARANCE = "clearance", "Clearance by year"
    CASUALTIES = "casualties", "Casualties"
    PUBLISHED_TOTALS = "published_totals", "Published totals"
    TRANSPARENCY_REPORTS = "transparency_reports", "Article 7 reports"
    PROGRAMMES = "programmes", "Destruction programmes"


class Extent(models.TextChoices):
    """Whether the record of a kind is whole up to its day."""

    WHOLE = "whole", "Whole"  # everything of the kind: silence means that there was none
    PART = "part", "In part"  # silence says nothing


class CoverageQuerySet(TrackedQuerySet):
    def of(self, *kinds: FactKind) -> CoverageQuerySet:
        """The rows of some kinds, whatever their scope."""
        return self.filter(kind__in=kinds)


class Coverage(Tracked):
    """Up to which day one kind of fact is on record here. A researcher moves it on after looking again.

    Every answer that speaks of a day names it, and no answer speaks of a later day as if it were known. The scope
    narrows a kind: to a treaty by its slug (``ccm``), or to an article of the convention (``article-3``).
    """

    COUNTRY_PATH = ""

    kind = models.CharField(max_length=24, choices=FactKind)
    scope = models.SlugField(
        max_length=40, blank=True, help_text="A treaty (ccm) or an article (article-3); empty for the whole kind."
    )
    extent = models.CharField(
        max_length=8,
        choices=Extent,
        default=Extent.PART,
        help_text="Whole only if everything of the kind up to the day below is on record.",
    )
    complete_until = models.DateField(
        "record up to",
        null=True,
        blank=True,
        help_text="The last day of which something could be on record: the date of the newest list or text that was "
        "read. Empty: nobody has looked.",
    )
    checked_on = models.DateField(
        null=True, blank=True, help_text="When somebody last compared the record with the source."
    )
    source = source_if_known("coverage", "The list or text by which the record was checked.")
    covers = models.TextField(
        blank=True, help_text="What is on record, in one sentence. Readers see it on “About the data”."
    )
    missing = models.TextField(blank=True, help_text="What is known to be missing. Readers see it.")

    objects: ClassVar[Any] = CoverageQuerySet.as_manager()

    scope_title: str
    """The title of the treaty or article that the scope names, where a query has asked for it."""

    class Meta:
        ordering = ["kind", "scope"]
        verbose_name_plural = "coverage"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "scope"],
                name="countries_coverage_once",
                violation_error_message="The coverage of this kind and scope is recorded already.",
            ),
            models.CheckConstraint(
                name="countries_coverage_whole_until_a_day",
                condition=~Q(extent="whole") | Q(complete_until__isnull=False, source__isnull=False),
                violation_error_message="A whole record is whole up to a day, by a source: give both.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.scope_words})" if self.scope else self.get_kind_display()

    def get_absolute_url(self) -> str:
        return f"{reverse('about_data')}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """Its place on the page about the data."""
        return "-".join(part for part in (self.kind.replace("_", "-"), self.scope) if part)

    @property
    def scope_words(self) -> str:
        """The scope as readers see it: "Article 3", "ccm"."""
        return self.scope.replace("article-", "Article ")

    @property
    def horizon(self) -> Horizon:
        """What the rule of horizons needs of it."""
        return Horizon(self.complete_until, self.extent == Extent.WHOLE)

    def clean(self) -> None:
        super().clean()
        today = timezone.localdate()
        for field in ("complete_until", "checked_on"):
            day = getattr(self, field)
            if day is not None and day > today:
                raise ValidationError({field: "No record covers a day that has not come yet."})
