"""Statements: what was said or submitted, by whom, where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from countries.models import Country
from editorial.models import (
    PartialDateField,
    Publishable,
    ResearchedTextField,
    Tracked,
    key_if_known,
    source_if_known,
)
from meetings.rules.article_order import article_order

from .action_plan import ActionPlan
from .meeting import Meeting
from .meeting_document import MeetingDocument
from .statement_payload import frozen_document, frozen_party, frozen_position
from .theme import Theme

ARTICLE = r"^[1-9]\d?(\(\d{1,2}\)|\([a-z]\))*$"
"""An article as it is cited: 3, 3(6), 2(2)(c)."""


class StatementKind(models.TextChoices):
    """What kind of statement it is."""

    NATIONAL = "national", "National statement"
    JOINT_DECLARATION = "joint-declaration", "Joint declaration"  # a text that several states put their names to
    JOINT_STATEMENT = "joint-statement", "Joint statement"  # one state speaks on behalf of named others
    REGIONAL_GROUP = "regional-group", "Statement of a regional group"
    OPENING = "opening", "Opening statement"
    CLOSING = "closing", "Closing statement"
    EXPLANATION = "explanation", "Explanation of position"
    INTERVENTION = "intervention", "Intervention reported by others"  # in a summary record or in NGO notes
    NON_PAPER = "non-paper", "Non-paper"
    WORKING_PAPER = "working-paper", "Working paper"
    PRESENTATION = "presentation", "Presentation"
    LETTER = "letter", "Letter"
    OTHER = "other", "Other"


LANGUAGES = {
    "ar": "Arabic",
    "zh": "Chinese",
    "en": "English",
    "fr": "French",
    "pt": "Portuguese",
    "ru": "Russian",
    "es": "Spanish",
}
"""Languages in which statements are made: the six of the United Nations, and Portuguese."""


def slug_of(title: str) -> str:
    """The readable end of a statement's address; its number alone finds it."""
    slug = _slug_of_english(title) if title.isascii() else slugify(title)
    return slug[:80].strip("-") or "statement"


def _slug_of_english(title: str) -> str:
    """What slugify does with such words, in a third of the time: a file has the addresses of all statements."""
    return _BETWEEN.sub("-", _IN_NO_WORD.sub("", title.lower())).strip("-_")


_IN_NO_WORD, _BETWEEN = re.compile(r"[^\w\s-]"), re.compile(r"[-\s]+")


def one_of_the_two(name: str) -> models.CheckConstraint:
    """Somebody is a state or an organisation, never both and never neither."""
    return models.CheckConstraint(
        name=name,
        condition=Q(country__isnull=False, organisation__isnull=True)
        | Q(country__isnull=True, organisation__isnull=False),
        violation_error_message="Name a state or an organisation, one of the two.",
    )


class Statement(Publishable):
    """One statement, with its own footnotes, parties, themes and positions; readers see its releases.

    The text is the statement's own words where the team may reproduce them, or a sourced account of them. A
    paper without a date of its own carries a bound such as "after 31 July 2013".
    """

    COUNTRY_PATH = "parties__country"
    SHOWN_ON = "statements"

    title = models.CharField(max_length=255)
    kind = models.CharField(max_length=20, choices=StatementKind, default=StatementKind.NATIONAL)

    meeting = key_if_known(Meeting, "statements")
    date = PartialDateField(help_text="When it was made: 5 November 2008, May 2007, after 31 July 2013.")
    language = models.CharField(max_length=12, default="en", help_text="Language code of the text: en, es, fr.")
    speaker = models.CharField(max_length=160, blank=True, help_text="Who spoke, with office, as printed.")

    lead = models.TextField(
        "summary",
        blank=True,
        help_text="Two or three sentences in the team's own words. Required before publication.",
    )
    text = ResearchedTextField(
        blank=True,
        help_text="Markdown. Headings with ##, footnotes [^key], citations [@source-key, p. 5].",
    )
    source = source_if_known("statements", "The statement itself, or the record in which it is reported.")
    document = key_if_known(MeetingDocument, "statements")

    states_claimed = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many states the source counts behind it, the deliverer included."
    )
    claimed_in_words = models.CharField(
        max_length=255,
        blank=True,
        help_text="The source's words: one of 26 states; Peru and 45 others. Checked against the parties.",
    )
    states_unnamed = models.PositiveSmallIntegerField(
        default=0, help_text="How many of them the source does not name. They are counted, never invented."
    )
    unnamed_parties = models.CharField(
        max_length=255,
        blank=True,
        help_text="An unnamed set in words: several other Latin American countries.",
    )

    imported_from = models.CharField(max_length=255, blank=True, editable=False)
    imported_sha256 = models.CharField(
        max_length=64, blank=True, editable=False, help_text="Fingerprint of the imported file."
    )
    import_remarks = models.TextField(
        blank=True, editable=False, help_text="What the import set aside: page furniture, slides without text."
    )

    class Meta(Publishable.Meta):
        abstract = False
        ordering = ["-date", "-id"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="meetings_statement_unnamed_needs_total",
                condition=Q(states_unnamed=0) | Q(states_claimed__isnull=False),
                violation_error_message="Say how many states the source counts in all.",
            ),
        ]
        indexes = [
            models.Index(fields=["meeting", "date"], name="meetings_statement_meeting"),
            models.Index(
                fields=["id"], condition=Q(withdrawn_at__isnull=False), name="meetings_statement_withdrawn"
            ),
            models.Index(fields=["-date", "-id"], name="meetings_statement_newest"),  # the desk's list
            models.Index(
                fields=["language"], name="meetings_statement_language"
            ),  # and what it can be filtered by
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """By number alone: the readable ending is the released title's, never that of a draft."""
        return reverse("statement_by_number", args=[self.pk])

    def also_named(self) -> Iterable[models.Model]:
        """The states and meetings that its releases name: on their pages it is listed."""
        payloads = list(self.releases.kept().values_list("payload", flat=True))
        people = [who for payload in payloads for who in payload["parties"] + payload["positions"]]
        slugs = {who["slug"] for who in people if "slug" in who}
        codes = {who["iso3"] for who in people if who.get("iso3")}
        meetings = {payload["meeting"]["slug"] for payload in payloads if payload["meeting"]}
        yield from Country.objects.filter(Q(iso3__in=codes) | Q(slug__in=slugs)).only("pk")
        yield from Meeting.objects.filter(slug__in=meetings).only("pk")

    def release_extra(self) -> tuple[dict[str, Any], list[str]]:
        """Parties, themes, articles, actions and positions with the names as they stand that day, and the keys of the
        sources it rests on."""
        own_source = self.source.key if self.source else ""
        who = ("country", "organisation")
        positions = [
            frozen_position(position, own_source)
            for position in self.positions.select_related(*who, "theme", "source")
        ]
        data: dict[str, Any] = {
            "kind": self.kind,
            "language": self.language,
            "date": self.date.as_json() if self.date else None,
            "speaker": self.speaker,
            "meeting": {"slug": self.meeting.slug, "name": self.meeting.name} if self.meeting else None,
            "document": frozen_document(self.document),
            "source": own_source,
            "parties": [frozen_party(party) for party in self.parties.select_related(*who)],
            "states_claimed": self.states_claimed,
            "claimed_in_words": self.claimed_in_words,
            "states_unnamed": self.states_unnamed,
            "unnamed_parties": self.unnamed_parties,
            "themes": [
                {"slug": row.theme.slug, "title": row.theme.title} for row in self.themes.select_related("theme")
            ],
            "articles": sorted((row.article for row in self.articles.all()), key=article_order),
            "actions": [
                {"plan": row.plan.slug, "plan_name": row.plan.name, "number": row.number}
                for row in self.actions.select_related("plan")
            ],
            "positions": positions,
        }
        keys = {own_source, *(row["source"] for row in positions)} - {""}
        return data, sorted(keys)

    def publication_problems(self) -> list[str]:
        """A statement has somebody behind it, and only its parties take positions in it."""
        parties = {(p.country_id, p.organisation_id) for p in self.parties.all()}
        holders = {*parties, (None, None)}  # what names nobody is the position of them all
        found = []
        if not parties and not self.unnamed_parties:
            found.append("Nobody stands behind it yet: enter its parties.")
        found += [
            f"{position.country or position.organisation} takes a position on {position.theme.title.lower()} "
            "but is no party to this statement: enter it as a party or correct the position."
            for position in self.positions.select_related("country", "organisation", "theme")
            if (position.country_id, position.organisation_id) not in holders
        ]
        return found


class StatementTheme(Tracked):
    """A theme that a statement speaks to."""

    PART_OF = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="statement_themes")

    class Meta:
        ordering = ["statement", "theme__order"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "theme"], name="meetings_statementtheme_once"),
        ]

    def __str__(self) -> str:
        return str(self.theme)


class StatementArticle(Tracked):
    """An article of the Convention on Cluster Munitions (or of its drafts) that a statement speaks to."""

    PART_OF = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="articles")
    article = models.CharField(
        max_length=20,
        validators=[RegexValidator(ARTICLE, "Write the article as it is cited: 3, 3(6), 2(2)(c).")],
        help_text="As cited: 3, 3(6), 2(2)(c).",
    )

    class Meta:
        ordering = ["statement", "article"]
        constraints = [
            models.UniqueConstraint(fields=["statement", "article"], name="meetings_statementarticle_once"),
        ]

    def __str__(self) -> str:
        return f"Article {self.article}"


class StatementAction(Tracked):
    """An action plan that a statement cites: as a whole, or one of its actions."""

    PART_OF = "statement"

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="actions")
    plan = models.ForeignKey(ActionPlan, on_delete=models.PROTECT, related_name="statement_actions")
    number = models.PositiveSmallIntegerField(
        "action", null=True, blank=True, help_text="Number of the action; empty when the plan is cited as a whole."
    )

    class Meta:
        ordering = ["statement", "plan", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "plan", "number"],
                name="meetings_statementaction_once",
                violation_error_message="This action is already entered.",
            ),
            models.UniqueConstraint(
                fields=["statement", "plan"],
                condition=Q(number__isnull=True),
                name="meetings_statementaction_whole_once",
                violation_error_message="This plan is already entered as a whole.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan}, action {self.number}" if self.number else str(self.plan)

    def clean(self) -> None:
        """Raises ValidationError when the plan has no action of that number."""
        super().clean()
        if self.number and self.plan_id and not self.plan.actions.filter(number=self.number).exists():
            raise ValidationError({"number": f"{self.plan} has no action {self.number}."})
