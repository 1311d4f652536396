"""Treaties with their final clauses, protocols and the other names they go by."""

from __future__ import annotations

from dataclasses import fields

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from countries.rules.final_clauses import Counting, FinalClauses, TreatyKind
from editorial.models import Sourced, Tracked, key_if_known, source_if_known

_CLAUSES = {field.name for field in fields(FinalClauses)} - {"treaty", "kind", "parent", "counting"}
"""Those that a treaty keeps under the same name as the rules read them."""


def _article(what: str) -> models.CharField:
    return models.CharField(f"article on {what}", max_length=20, blank=True, help_text="As cited: 17(2).")


class Treaty(Sourced, Tracked):
    """An instrument that states join: a treaty, a protocol to one, or a political declaration.

    Its final clauses are data: the rules of countries.rules read them and cite their articles. A protocol is entered
    into under the articles of its parent.
    """

    COUNTRY_PATH = ""
    MAY_LIE_AHEAD = frozenset({"opened_for_signature", "closed_for_signature", "published_in_force"})
    NOT_TOLD = {"order": "it only puts lists in order"}

    slug = models.SlugField(max_length=40, unique=True, help_text="Its place in addresses: ccm.")
    short_name = models.CharField(
        max_length=60, unique=True, help_text="As articles are cited: CCM gives “CCM, Article 17(2)”."
    )
    title = models.CharField(max_length=300, help_text="Short title: Convention on Cluster Munitions.")
    full_title = models.TextField(blank=True, help_text="The whole title, where it is longer.")
    title_in_sentence = models.CharField(
        max_length=300, help_text="With its article, as in “a State Party to the Convention on Cluster Munitions”."
    )
    kind = models.CharField(
        max_length=12, choices=[(kind.value, kind.words) for kind in TreatyKind], default=TreatyKind.TREATY.value
    )
    parent: models.ForeignKey[Treaty | None, Treaty | None] = key_if_known(
        "self", "protocols", "For a protocol: the convention it belongs to."
    )
    order = models.PositiveSmallIntegerField(default=0, help_text="Its place in lists.")
    depositary = models.CharField(max_length=120, blank=True)
    untc_number = models.CharField("UNTC number", max_length=20, blank=True, help_text="For example XXVI-6.")
    url = models.URLField("status table", max_length=500, blank=True, help_text="The depositary's page.")
    source = source_if_known("treaties", "Of this entry.")

    adopted_on = models.DateField(null=True, blank=True)
    adopted_at = models.CharField("adopted in", max_length=120, blank=True, help_text="The city.")
    opened_for_signature = models.DateField(null=True, blank=True)
    closed_for_signature = models.DateField(
        null=True, blank=True, help_text="The first day on which it could no longer be signed."
    )
    signature_ends_at_entry_into_force = models.BooleanField(default=False)
    published_in_force = models.DateField(
        "entry into force as published",
        null=True,
        blank=True,
        help_text="As the depositary prints it; the computed date is shown beside it.",
    )
    threshold_reached_on = models.DateField(
        "instruments needed were complete on",
        null=True,
        blank=True,
        help_text="Day of the deposit that completed the number. Empty: counted from the deposits recorded here.",
    )

    signature_article = _article("signature")
    consent_article = _article("ratification, acceptance, approval or consent")
    accession_article = _article("accession")
    acceptance_without_signature = models.BooleanField(
        default=False, help_text="The depositary records acceptance by states that never signed (CCW)."
    )
    first_article = _article("its entry into force")
    later_article = _article("entry into force for later states")
    instruments_needed = models.PositiveSmallIntegerField(
        default=0, help_text="How many deposits bring it into force: CCM 30, Mine Ban Treaty 40, CCW 20."
    )
    months = models.PositiveSmallIntegerField("months to entry into force", default=6)
    counting = models.CharField(
        "how they are counted",
        max_length=16,
        choices=[(counting.value, counting.words) for counting in Counting],
        default=Counting.FIRST_OF_MONTH.value,
    )
    provisional_article = _article("provisional application")
    provisional_covers = models.CharField(
        "provisional application covers", max_length=60, blank=True, help_text="For example Article 1."
    )
    reservations_article = _article("reservations")
    reservations_allowed = models.BooleanField(default=True)
    withdrawal_article = _article("withdrawal")
    withdrawal_months = models.PositiveSmallIntegerField("months of notice", default=0)
    withdrawal_waits_for_peace = models.BooleanField(
        default=False, help_text="A state in an armed conflict stays bound until it ends."
    )

    action_count: int
    """How many acts are recorded, where the desk's list has asked for it."""

    class Meta:
        ordering = ["order", "title"]
        verbose_name_plural = "treaties"
        constraints = [
            models.CheckConstraint(
                name="countries_treaty_protocol_has_parent",
                condition=Q(kind="protocol", parent__isnull=False)
                | (~Q(kind="protocol") & Q(parent__isnull=True)),
                violation_error_message="A protocol names the convention it belongs to; nothing else does.",
            ),
            models.CheckConstraint(
                name="countries_treaty_signature_opens_before_it_closes",
                condition=Q(closed_for_signature__isnull=True)
                | Q(opened_for_signature__lt=F("closed_for_signature")),
                violation_error_message="A treaty is opened for signature before it is closed.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("treaty", args=[self.slug])

    @property
    def final_clauses(self) -> FinalClauses:
        """What the rules need of it. Reads the parent's name: load it with select_related("parent")."""
        same = {name: getattr(self, name) for name in _CLAUSES}
        return FinalClauses(
            treaty=self.short_name,
            kind=TreatyKind(self.kind),
            parent=self.parent.short_name if self.parent else "",
            counting=Counting(self.counting),
            **same,
        )


class TreatyAlias(Tracked):
    """Another name of a treaty, by which texts and searches find it: Oslo Convention, Ottawa Treaty."""

    PART_OF = "treaty"

    treaty = models.ForeignKey(Treaty, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200, unique=True)

    class Meta:
        ordering = ["treaty", "name"]
        verbose_name_plural = "treaty aliases"

    def __str__(self) -> str:
        return self.name
