"""What states do towards treaties: signatures, deposits, declarations, notices of withdrawal."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from countries.rules.entry_into_force import threshold_day
from countries.rules.final_clauses import DEPOSITS, INSTRUMENTS, ActionKind, TreatyAct
from countries.rules.order_of_actions import OrderRefusal, refusals
from editorial.models import ResearchedTextField, Sourced, Tracked, TrackedQuerySet, source_if_known

from .country import Country
from .treaty import Treaty

ACTION_KINDS = [(kind.value, kind.words) for kind in ActionKind]
EFFECTIVE_KINDS = [ActionKind.SUCCESSION.value, ActionKind.WITHDRAWAL.value]
PUBLISHED_KINDS = [*(kind.value for kind in sorted(DEPOSITS)), ActionKind.WITHDRAWAL.value]

FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2999, 12, 31)
DAY_OF_OUR_TIMES = "The day of an act lies between 1900 and 2999."


class TreatyActionQuerySet(TrackedQuerySet):
    def instruments(self) -> TreatyActionQuerySet:
        """Deposits that count towards the number which brings a treaty into force."""
        return self.filter(kind__in=[kind.value for kind in INSTRUMENTS])


class TreatyAction(Sourced, Tracked):
    """One act of one state towards one treaty, on the day the depositary recorded.

    Standings, deadlines and counts are computed from these rows. An order that the treaty does not allow is refused
    with the article that forbids it: here when a form or an import checks it, and by the database itself.
    """

    COUNTRY_PATH = "country"
    MAY_LIE_AHEAD = frozenset({"effective_on", "published_effect"})

    treaty = models.ForeignKey(Treaty, on_delete=models.PROTECT, related_name="actions")
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="treaty_actions", verbose_name="state"
    )
    kind = models.CharField(max_length=24, choices=ACTION_KINDS)
    date = models.DateField(help_text="Day of the signature or deposit; for a notice, of its receipt.")

    effective_on = models.DateField(
        null=True,
        blank=True,
        help_text="Only where no article gives the day: the succession of states, or the end of an armed conflict "
        "that holds up a withdrawal.",
    )
    published_effect = models.DateField(
        "effect as published",
        null=True,
        blank=True,
        help_text="Entry into force (or end) as a source prints it. The computed date is kept and shown beside it.",
    )
    in_armed_conflict = models.BooleanField(
        default=False,
        help_text="Withdrawal: the state was engaged in an armed conflict when the months of notice were over.",
    )

    place = models.CharField(max_length=120, blank=True, help_text="Where it was signed or deposited: Oslo.")
    official = models.CharField(
        max_length=200,
        blank=True,
        help_text="Who signed or deposited, with title, for example Amb. A. Garcia Revilla.",
    )
    source = source_if_known("treaty_actions")
    note = ResearchedTextField(
        blank=True, help_text="What else a reader must know, with citations: [@untc-ccm, note 2]."
    )

    objects: ClassVar[Any] = TreatyActionQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "country__name", "kind"]
        indexes = [models.Index(fields=["treaty", "country", "date"], name="countries_action_course")]
        constraints = [
            models.UniqueConstraint(
                fields=["treaty", "country", "kind", "date"],
                name="countries_treatyaction_once_a_day",
                violation_error_message="This act is recorded already.",
            ),
            models.UniqueConstraint(
                fields=["treaty", "country"],
                condition=Q(kind="signature"),
                name="countries_treatyaction_one_signature",
                violation_error_message="A state signs a treaty once.",
            ),
            models.CheckConstraint(
                name="countries_treatyaction_day_of_our_times",
                condition=Q(date__gte=FIRST_DAY) & Q(date__lte=LAST_DAY),
                violation_error_message=DAY_OF_OUR_TIMES,
            ),
            models.CheckConstraint(
                name="countries_treatyaction_effective_on_where_no_rule",
                condition=Q(effective_on__isnull=True) | Q(kind__in=EFFECTIVE_KINDS),
                violation_error_message="Only a succession or a withdrawal held up by an armed conflict has its own day "
                "of effect; every other is computed.",
            ),
            models.CheckConstraint(
                name="countries_treatyaction_published_effect_of_deposits",
                condition=Q(published_effect__isnull=True) | Q(kind__in=PUBLISHED_KINDS),
                violation_error_message="Only deposits and withdrawals take effect on a day of their own.",
            ),
            models.CheckConstraint(
                name="countries_treatyaction_conflict_delays_withdrawals",
                condition=Q(in_armed_conflict=False) | Q(kind="withdrawal_notice"),
                violation_error_message="Only a withdrawal is held up by an armed conflict.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country}: {self.get_kind_display().lower()} of {self.treaty.short_name}, {self.date}"

    def get_absolute_url(self) -> str:
        return reverse("treaty", args=[self.treaty.slug])

    @property
    def for_rules(self) -> TreatyAct:
        """The act reduced to what the rules need."""
        return TreatyAct(ActionKind(self.kind), self.date, self.effective_on, self.in_armed_conflict)

    def clean(self) -> None:
        super().clean()
        if self.treaty_id is None or self.country_id is None or not self.kind or self.date is None:
            return  # the fields themselves say what is missing
        if not FIRST_DAY <= self.date <= LAST_DAY:
            raise ValidationError({"date": DAY_OF_OUR_TIMES})
        found = impossible(self.treaty, self.country_id, [*_others(self), self.for_rules])
        if own := [refusal for refusal in found if refusal.action == self.for_rules]:
            raise ValidationError({own[0].field: [str(refusal) for refusal in own]})
        if found:
            raise ValidationError(
                [f"With this change another act of the state becomes impossible. {refusal}" for refusal in found]
            )
        before = TreatyAction.objects.select_related("treaty__parent").filter(pk=self.pk).first()
        if before and (before.treaty_id, before.country_id) != (self.treaty_id, self.country_id):
            before.check_removal()

    def check_removal(self) -> None:
        """Raise ValidationError if what the state did later rests on this act."""
        if found := impossible(self.treaty, self.country_id, _others(self)):
            raise ValidationError(
                [f"Without {self} another act becomes impossible. {refusal}" for refusal in found]
            )


def _others(action: TreatyAction) -> list[TreatyAct]:
    same = TreatyAction.objects.filter(treaty=action.treaty_id, country=action.country_id)
    return [other.for_rules for other in same.exclude(pk=action.pk)]


def impossible(treaty: Treaty, country_id: int, acts: Iterable[TreatyAct]) -> list[OrderRefusal]:
    """What the treaty does not allow among these acts of one state. Asks the database for what lies around them."""
    parent_acts = None
    if treaty.parent_id is not None:
        rows = TreatyAction.objects.filter(treaty=treaty.parent_id, country=country_id)
        parent_acts = [row.for_rules for row in rows]
    deposits = () if treaty.threshold_reached_on else treaty.actions.instruments().values_list("date", flat=True)
    threshold = threshold_day(treaty.final_clauses, deposits)
    return refusals(treaty.final_clauses, list(acts), threshold, parent_acts)
