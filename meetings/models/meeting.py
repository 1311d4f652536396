"""Meetings: where states spoke, as a tree of processes, conferences, committees and sessions."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Min, Q
from django.urls import reverse

from countries.models import Country
from editorial.models import (
    Claim,
    PartialDateField,
    ResearchedTextField,
    Source,
    Sourced,
    Tracked,
    TrackedQuerySet,
    key_if_known,
    source_if_known,
)
from meetings.rules.span_in_words import span_in_words


class MeetingKind(models.TextChoices):
    """What kind of meeting it is; processes, committees and sessions give the tree its other floors."""

    PROCESS = "process", "Process"  # the Oslo Process, the CCW, the meetings under the convention
    OSLO_PROCESS_CONFERENCE = "oslo-process-conference", "Oslo Process conference"
    DIPLOMATIC_CONFERENCE = "diplomatic-conference", "Diplomatic conference"  # negotiates and adopts a treaty
    REGIONAL_MEETING = "regional-meeting", "Regional or thematic meeting"
    SPECIAL_EVENT = "special-event", "Special event"
    MEETING_OF_STATES_PARTIES = "meeting-of-states-parties", "Meeting of States Parties"
    REVIEW_CONFERENCE = "review-conference", "Review conference"
    REVIEW_CONFERENCE_PREPARATION = "review-conference-preparation", "Preparation of a review conference"
    INTERSESSIONAL = "intersessional", "Intersessional meeting"
    CCW_GGE = "ccw-gge", "CCW group of governmental experts"
    CCW_REVIEW_CONFERENCE = "ccw-review-conference", "CCW review conference"
    COMMITTEE = "committee", "Committee"  # the Committee of the Whole of a conference
    SESSION = "session", "Session"  # one sitting of a committee, or one part of a conference held in parts
    OTHER = "other", "Other meeting"


INNER_KINDS = (MeetingKind.COMMITTEE, MeetingKind.SESSION)
"""Kinds that exist only inside another meeting."""


class MeetingQuerySet(TrackedQuerySet):
    def with_start(self) -> MeetingQuerySet:
        """Each with ``first_day``, the stored form of the first day of its first date span (sorts by time)."""
        return self.annotate(first_day=Min("spans__start"))

    def conferences(self) -> MeetingQuerySet:
        """Meetings that stand for themselves: no processes, committees or sessions."""
        return self.exclude(kind__in=[MeetingKind.PROCESS, *INNER_KINDS])


class Meeting(Sourced, Tracked):
    """A meeting at which states spoke or decided. Its parent is the process, conference or committee it is part of.

    It has one or several date spans (the Second Review Conference was held in two parts) and counts as claimed
    by a source; the states that a source names as present are its attendance.
    """

    COUNTRY_PATH = ""  # where it was held says nothing about whose it is

    slug = models.SlugField(max_length=80, unique=True, help_text="Its place in addresses: lima-2007.")
    name = models.CharField(max_length=255, help_text="Full name, as its documents give it.")
    short_name = models.CharField(max_length=80, help_text="As a researcher says it: Lima Conference, 4MSP.")
    kind = models.CharField(max_length=32, choices=MeetingKind, default=MeetingKind.OTHER)
    parent: models.ForeignKey[Meeting | None, Meeting | None] = key_if_known(
        "self", "parts", "The process of a conference, the conference of a committee, the committee of a session."
    )

    city = models.CharField(max_length=80, blank=True)
    country = key_if_known(Country, "meetings_held", "Where it was held; empty for a meeting held online.")
    is_virtual = models.BooleanField("held online", default=False)
    host = key_if_known(
        Country,
        "meetings_hosted",
        "The state that hosted it, where a source says so. A meeting in Geneva need not have a host.",
    )
    president = models.CharField(max_length=160, blank=True, help_text="Who presided, with country.")

    note = ResearchedTextField(blank=True, help_text="Anything readers should know, with citations: [@key].")
    source = source_if_known("meetings")

    objects: ClassVar[Any] = MeetingQuerySet.as_manager()

    state_count: int
    """How many states are named as present, where the desk's list has asked for it."""

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="meetings_meeting_not_its_own_parent",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message="A meeting is not part of itself.",
            ),
            models.CheckConstraint(
                name="meetings_meeting_process_is_root",
                condition=~Q(kind="process") | Q(parent__isnull=True),
                violation_error_message="A process is part of nothing else.",
            ),
            models.CheckConstraint(
                name="meetings_meeting_inner_has_parent",
                condition=~Q(kind__in=["committee", "session"]) | Q(parent__isnull=False),
                violation_error_message="A committee or session belongs to a meeting: name it.",
            ),
        ]

    def __str__(self) -> str:
        return self.short_name

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.slug])

    def clean(self) -> None:
        """Raises ValidationError when the meeting would be part of one of its own parts."""
        super().clean()
        above, seen = self.parent, set()
        while above is not None and above.pk not in seen:
            if self.pk is not None and above.pk == self.pk:
                raise ValidationError({"parent": f"{self.parent} is itself part of {self}."})
            seen.add(above.pk)
            above = above.parent

    @property
    def place(self) -> str:
        """ "Lima, Peru", "Chile" or "online"."""
        if self.is_virtual:
            return "online"
        return ", ".join(part for part in (self.city, str(self.country) if self.country else "") if part)


class MeetingSpan(Sourced, Tracked):
    """One stretch of days on which the meeting sat, or will."""

    PART_OF = "meeting"
    MAY_LIE_AHEAD = frozenset({"start", "end"})

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="spans")
    start = PartialDateField(null=False, blank=False, help_text="First day: 23 May 2007, or May 2007.")
    end = PartialDateField(help_text="Last day.")
    label = models.CharField(max_length=80, blank=True, help_text="For example: first part, online.")
    is_planned = models.BooleanField(
        "only planned",
        default=False,
        help_text="The source speaks of days to come, and none on record says that it was held.",
    )
    source = source_if_known("meeting_spans")

    class Meta:
        ordering = ["meeting", "start"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "start"], name="meetings_meetingspan_once"),
        ]
        indexes = [models.Index(fields=["start"], name="meetings_span_start")]

    def __str__(self) -> str:
        return f"{span_in_words(self.start, self.end)}{' (planned)' if self.is_planned else ''}"

    def clean(self) -> None:
        """Raises ValidationError when the span ends before it begins."""
        super().clean()
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise ValidationError({"end": f"It ends on {self.end}, before it begins on {self.start}."})


class CountKind(models.TextChoices):
    """What a source counted at the meeting."""

    ATTENDING = "attending", "States attending"
    FIRST_TIME = "first-time", "States attending for the first time"
    PARTIES = "parties", "States Parties attending"
    SIGNATORIES = "signatories", "Signatories attending"
    NOT_JOINED = "not-joined", "States attending that had not joined"
    REGION = "region", "States of the region attending"
    ADOPTING = "adopting", "States adopting the outcome"
    SIGNING = "signing", "States signing"
    ENDORSING = "endorsing", "States endorsing the declaration"
    DELEGATES = "delegates", "Delegates"
    ORGANISATIONS = "organisations", "Organisations attending"


class MeetingCount(Sourced, Claim):
    """How many states a source counted at a meeting. Sources disagree; each count stands with its own."""

    PART_OF = "meeting"
    NOT_TOLD = dict.fromkeys(
        ("as_of", "period_start", "period_end", "made_on", "note"), "no page gives it of a count"
    )

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="counts")
    counted = models.CharField(max_length=16, choices=CountKind, default=CountKind.ATTENDING)
    number = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="meeting_counts")

    class Meta(Claim.Meta):
        abstract = False
        ordering = ["meeting", "counted", "rank", "number"]
        constraints = [
            *Claim.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "counted"],
                condition=Q(rank="preferred"),
                name="meetings_meetingcount_one_preferred",
                violation_error_message="Another count of this kind is already preferred.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.number} {self.get_counted_display().lower()}"
