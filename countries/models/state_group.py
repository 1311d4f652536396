"""Named sets of states: the Core Group of the Oslo Process, regional groups."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from editorial.models import PartialDateField, ResearchedTextField, Sourced, Tracked, source_if_known

from .country import Country


class StateGroup(Sourced, Tracked):
    """A named set of states, with the number of members that a source gives for it.

    Members are recorded only where a source names them: a set known by number alone stays a set without members.
    """

    COUNTRY_PATH = ""
    NOT_TOLD = {"note": "no page gives it"}

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120, unique=True)
    description = models.TextField(blank=True, help_text="What it is, in a sentence or two.")
    stated_size = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many members a source says it has: 7 for the Core Group."
    )
    source = source_if_known("state_groups")
    note = ResearchedTextField(blank=True, help_text="What else a reader must know, with citations.")

    member_count: int
    """How many members are recorded, where the desk's list has asked for it."""

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its members, with the way to how they stand towards the convention."""
        return f"{reverse('groups')}#{self.slug}"


class GroupMembership(Sourced, Tracked):
    """A state's membership of a group, perhaps for a time and in a role."""

    PART_OF = "group"
    MAY_LIE_AHEAD = frozenset({"since", "until"})  # who is elected from next year on is known before

    group = models.ForeignKey(StateGroup, on_delete=models.CASCADE, related_name="memberships")
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="group_memberships", verbose_name="state"
    )
    role = models.CharField(max_length=60, blank=True, help_text="For example initiator, host, chair.")
    since = PartialDateField(help_text="First day or year, where a source gives one.")
    until = PartialDateField(help_text="Last day or year, where a source gives one.")
    source = source_if_known("group_memberships")

    class Meta:
        ordering = ["group", "country__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "country"],
                name="countries_groupmembership_once",
                violation_error_message="It is listed in this group already.",
            ),
            models.CheckConstraint(
                name="countries_groupmembership_begins_before_it_ends",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
                violation_error_message="A membership begins before it ends.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} in {self.group}"
