"""Positions: where those who stand behind a statement stand on a theme, in their own words or in ours."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from countries.models import Country
from editorial.models import Organisation, Tracked, key_if_known, source_if_known

from .statement import Statement
from .theme import Theme


class Stance(models.TextChoices):
    """How the state stands. It is the state's stand on the question that the paraphrase or quote names."""

    SUPPORTS = "supports", "Supports"
    OPPOSES = "opposes", "Opposes"
    FLEXIBLE = "flexible", "Flexible"  # would accept more than one outcome
    CALLS_FOR = "calls-for", "Calls for"  # asks others to act or proposes something new
    CONCERNED = "concerned", "Concerned"  # sees a danger or a shortcoming, takes no side
    INFORMS = "informs", "Informs"  # describes its practice, plans or interpretation


HELD_BY_ALL = "Everybody behind it"
"""Who takes a position that names nobody."""


class Position(Tracked):
    """What a statement says on a theme: a paraphrase, or a verbatim quote.

    It is held by the statement, and so by everybody who stands behind it, those included whom no source names. Only
    where one party alone takes it does the position name that state or organisation.

    A quote is kept in its original language; a translation stands beside it. Readers see the positions of the
    statement's releases.
    """

    PART_OF = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="positions")
    country = key_if_known(
        Country, "positions", "Only where this state alone takes it; empty: all who stand behind the statement."
    )
    organisation = key_if_known(Organisation, "positions", "Only where this organisation alone takes it.")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="positions")
    stance = models.CharField(max_length=12, choices=Stance)
    paraphrase = models.TextField(blank=True, help_text="In the team's own words, one or two sentences.")
    quote = models.TextField(blank=True, help_text="Verbatim, in the original language, without quotation marks.")
    quote_language = models.CharField(max_length=12, blank=True, help_text="Language code of the quote: es.")
    translation = models.TextField(blank=True, help_text="English translation of the quote.")
    source = source_if_known("positions", "Where it is recorded; empty when it is the statement's own source.")
    locator = models.CharField(max_length=120, blank=True, help_text="Page or paragraph: p. 5, para. 12.")

    class Meta:
        ordering = ["statement", "theme__order", "id"]
        constraints = [
            models.CheckConstraint(
                name="meetings_position_of_all_or_of_one",
                condition=Q(country__isnull=True) | Q(organisation__isnull=True),
                violation_error_message="Name a state or an organisation, or neither where all take the position.",
            ),
            models.CheckConstraint(
                name="meetings_position_says_something",
                condition=~Q(paraphrase="", quote=""),
                violation_error_message="Give a paraphrase or a verbatim quote.",
            ),
            models.CheckConstraint(
                name="meetings_position_quote_has_language",
                condition=Q(quote="", quote_language="") | (~Q(quote="") & ~Q(quote_language="")),
                violation_error_message="A quote says in which language it is, and a language needs a quote.",
            ),
            models.CheckConstraint(
                name="meetings_position_translation_has_quote",
                condition=Q(translation="") | ~Q(quote=""),
                violation_error_message="A translation needs the quote that it translates.",
            ),
        ]

    @classmethod
    def rows_readers_see(cls, at: datetime) -> models.QuerySet:
        """None of the working copy: readers see what releases froze."""
        return cls.objects.none()

    def __str__(self) -> str:
        return (
            f"{self.country or self.organisation or HELD_BY_ALL} {self.get_stance_display().lower()}: {self.theme}"
        )
