"""Requests for more time, and what was decided."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import (
    Claim,
    PartialDateField,
    Rank,
    ResearchedTextField,
    Source,
    Tracked,
    TrackedQuerySet,
    optional_key,
)
from meetings.models import Meeting
from stockpiles.rules import extension_chain
from stockpiles.rules.dated import bounds
from stockpiles.rules.decision_in_words import decision_in_words

from .clearance_obligation import ClearanceObligation
from .of_state import OfState


class Article(models.IntegerChoices):
    """The duties whose deadline can be extended."""

    DESTRUCTION = 3, "Article 3, stockpile destruction"
    CLEARANCE = 4, "Article 4, clearance"


class Outcome(models.TextChoices):
    """What became of the request."""

    GRANTED = "granted", "Granted"  # a new date was set
    REFUSED = "refused", "Refused"  # the old date stands
    PENDING = "pending", "Waiting for its meeting"
    NOT_FOUND = "not_found", "Decision not on record"  # its meeting is over, but no source seen tells


class Procedure(models.TextChoices):
    """How the states decided."""

    MEETING = "meeting", "At a meeting"
    SILENCE = "silence", "Silence procedure"  # in writing: adopted unless a state objects by a day
    UNKNOWN = "unknown", "Not known"


class Evidence(models.TextChoices):
    """What is known of the decision itself. Empty: no source seen speaks of it."""

    STATED = "stated", "A source states it"  # granted, refused, extended: in the source's own words
    LATER_TEXT = "later_text", "Derived from a later text"  # one that prints the new deadline, or builds on it


class ExtensionRequestQuerySet(TrackedQuerySet):
    def current(self) -> ExtensionRequestQuerySet:
        """Those that have not been superseded by a better record of the same request."""
        return self.exclude(rank=Rank.SUPERSEDED)

    def in_order(self) -> ExtensionRequestQuerySet:
        """As they were filed: the order in which they extend one another."""
        return self.order_by("country", "article", "number", "id")


class ExtensionRequest(OfState, Claim):
    """One request to move a deadline, with its versions, its decision and its benchmarks.

    The date that the states granted is authoritative; months asked and granted explain it. Bulgaria:
    1 October 2019 → 1 April 2021 → 1 October 2022 → 31 December 2023.
    """

    PLACE = "extension"
    MAY_LIE_AHEAD = frozenset({"requested_until", "granted_until", "period_start", "period_end"})

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="extension_requests")
    article = models.PositiveSmallIntegerField(choices=Article, default=Article.DESTRUCTION)
    obligation = optional_key(
        ClearanceObligation, "extension_requests", "For Article 4: which clearance the request is about."
    )
    number = models.PositiveSmallIntegerField(default=1, help_text="First, second, third request of this state.")
    requested_on = PartialDateField(help_text="When the first version was filed.")
    months_requested = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="As asked for: up to 48 under Article 3, up to 60 under Article 4."
    )

    requested_until = PartialDateField(
        help_text="The date the state asked for, as its request or a paper on it names it. Not worked out from months."
    )

    outcome = models.CharField(
        max_length=10,
        choices=Outcome,
        default=Outcome.PENDING,
        help_text="Granted only where a source says so, or a later text gives the new deadline.",
    )
    procedure = models.CharField(
        max_length=8,
        choices=Procedure,
        default=Procedure.UNKNOWN,
        help_text="Not known, unless a source says meeting or silence.",
    )
    evidence = models.CharField(
        max_length=10,
        choices=Evidence,
        blank=True,
        help_text="What the outcome rests on. Empty where no source seen speaks of the decision.",
    )
    decided_on = PartialDateField(help_text="When the states decided: 2021-03, 14 September 2022.")
    decided_at = optional_key(
        Meeting,
        "extension_decisions",
        "The meeting that decided. For another procedure: the meeting to which the request was put.",
    )
    decided_at_text = models.CharField(
        "decided at, in words",
        max_length=200,
        blank=True,
        help_text="As far as a source says, for example: Ninth Meeting of States Parties (September 2019).",
    )
    months_granted = models.PositiveSmallIntegerField(null=True, blank=True, help_text="As decided.")
    granted_until = PartialDateField(
        help_text="The new deadline as decided. This date counts, even where the months lead to another."
    )

    objects: ClassVar[Any] = ExtensionRequestQuerySet.as_manager()

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["country", "article", "number", "id"]
        indexes = [models.Index(fields=["article", "country", "number"], name="stockpiles_extension_chain")]
        constraints = [
            *Claim.Meta.constraints,
            models.CheckConstraint(
                name="stockpiles_extensionrequest_granted_has_date",
                condition=~Q(outcome="granted") | Q(granted_until__isnull=False) | Q(months_granted__isnull=False),
                violation_error_message="A granted request has a new date, or at least its months.",
            ),
            models.CheckConstraint(
                name="stockpiles_extensionrequest_only_granted_has_date",
                condition=Q(outcome="granted") | Q(granted_until__isnull=True, months_granted__isnull=True),
                violation_error_message="Only a granted request has a new date and months granted.",
            ),
            models.CheckConstraint(
                name="stockpiles_extensionrequest_stated_is_decided",
                condition=~Q(evidence="stated") | Q(outcome__in=["granted", "refused"]),
                violation_error_message="If a source states the decision, the request was granted or refused.",
            ),
            models.CheckConstraint(
                name="stockpiles_extensionrequest_obligation_is_article_4",
                condition=Q(obligation__isnull=True) | Q(article=4),
                violation_error_message="A clearance obligation belongs to requests under Article 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}, Article {self.article}, request {self.number}"

    @property
    def decision_words(self) -> str:
        """What is known of the decision, and no more."""
        return decision_in_words(
            outcome=self.outcome,
            procedure=self.procedure,
            evidence=self.evidence,
            decided=str(self.decided_on or ""),
            asked_until=str(self.requested_until or ""),
            meeting=str(self.decided_at or ""),
        )

    @property
    def as_request(self) -> extension_chain.Request:
        """What the rule of deadlines needs of it."""
        return extension_chain.Request(
            outcome=extension_chain.RequestOutcome(self.outcome),
            months_asked=self.months_requested,
            filed=bounds(self.requested_on),
            decided=bounds(self.decided_on),
            months_granted=self.months_granted,
            granted_until=bounds(self.granted_until),
            asked_until=bounds(self.requested_until),
            evidence=self.evidence,
        )

    def clean(self) -> None:
        super().clean()
        if self.obligation is not None and self.obligation.country_id != self.country_id:
            raise ValidationError({"obligation": f"That clearance is {self.obligation.country}'s."})
        asked, decided = self.requested_on, self.decided_on
        if asked is not None and decided is not None and decided.latest < asked.earliest:
            raise ValidationError({"decided_on": f"Decided ({decided}) before it was filed ({asked})."})
        until = self.requested_until
        if asked is not None and until is not None and until.latest < asked.earliest:
            raise ValidationError(
                {"requested_until": f"The date asked for ({until}) lies before the request ({asked})."}
            )
        if self.outcome in (Outcome.GRANTED, Outcome.REFUSED) and not self.evidence:
            raise ValidationError(
                {"evidence": "Say whether a source states the decision, or a later text shows it."}
            )


class ExtensionRequestVersion(Tracked):
    """One version of a request as it was filed: a first text, a revised one, an addendum."""

    PART_OF = "request"
    NOT_TOLD = {"note": "no page gives it"}

    request = models.ForeignKey(ExtensionRequest, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(default=1)
    filed_on = PartialDateField(help_text="The date on the document, or of its filing.")
    months_requested = models.PositiveSmallIntegerField(null=True, blank=True)
    document = optional_key(Source, "extension_request_versions")
    note = ResearchedTextField(blank=True, help_text="What changed against the version before.")

    class Meta:
        ordering = ["request", "number"]
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="stockpiles_extensionversion_once")
        ]

    def __str__(self) -> str:
        return f"{self.request}, version {self.number}"


class ExtensionBenchmark(Tracked):
    """A step that the states attached to an extension: Article 3(5), Article 4(7)."""

    PART_OF = "request"
    MAY_LIE_AHEAD = frozenset({"due"})
    NOT_TOLD = {"note": "no page gives it"}

    request = models.ForeignKey(ExtensionRequest, on_delete=models.CASCADE, related_name="benchmarks")
    number = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(help_text="What is to be reached, in the Monitor's words.")
    due = PartialDateField(help_text="By when.")
    met_on = PartialDateField(help_text="When it was reached, if a source says so.")
    note = ResearchedTextField(blank=True, help_text="Sources: [@source-key, p. 5].")

    class Meta:
        ordering = ["request", "number"]
        constraints = [
            models.UniqueConstraint(fields=["request", "number"], name="stockpiles_extensionbenchmark_once")
        ]

    def __str__(self) -> str:
        return f"{self.request}, benchmark {self.number}"
