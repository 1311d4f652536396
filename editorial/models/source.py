"""The source library: one row per citable document."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

from editorial.rules.citation_line import SourceFacts, citation_line
from editorial.rules.explained import shown

from .fields import PartialDateField
from .tracked import Tracked, TrackedQuerySet

KEY = r"[A-Za-z0-9][A-Za-z0-9_:.-]*"


class SourceKind(models.TextChoices):
    """What kind of document it is; the citation line's order of parts depends on it."""

    STATEMENT = "statement", "State statement"  # delivered or submitted by a state
    UN_DOCUMENT = "un_document", "UN document"  # carries a UN symbol: summary records, working papers
    TREATY_ACTION = "treaty_action", "Treaty action"  # depositary notification or table
    TRANSPARENCY_REPORT = "transparency_report", "Transparency report"  # Article 7
    NGO_REPORT = "ngo_report", "NGO report"
    NGO_NOTES = "ngo_notes", "NGO notes"  # notes taken in the room by a campaigner
    PRESS = "press", "Press"
    LAW = "law", "Law"
    INTERVIEW = "interview", "Interview or letter"
    PHOTOGRAPH = "photograph", "Photograph"
    WEB_PAGE = "web_page", "Web page"
    PRESENTATION = "presentation", "Presentation"
    DATASET = "dataset", "Data set"
    OTHER = "other", "Other"


WORDS_IN = (
    *("key", "title", "english_title", "publisher", "authors", "un_symbol", "meeting_session", "as_printed"),
)
"""The fields that a source is looked for in."""


class SourceQuerySet(TrackedQuerySet):
    def compared(self) -> SourceQuerySet:
        """Those that somebody has compared with the document."""
        return self.filter(to_be_checked=False)

    def with_words(self, typed: str) -> SourceQuerySet:
        """Those that hold every word somewhere in their key or citation."""
        found = self
        for word in typed.replace("\x00", " ").split():
            found = found.filter(
                models.Q(*((f"{name}__icontains", word) for name in WORDS_IN), _connector=models.Q.OR)
            )
        return found

    def in_library(self) -> SourceQuerySet:
        """Sources as they are offered and listed: those merged into another are left out."""
        return self.filter(merged_into__isnull=True)


class Source(Tracked):
    """One citable document, known by a short key such as ``laRepublica-2007-05-29``.

    Texts cite it as ``[@key]`` or ``[@key, p. 5]``; the line that readers see is made by one rule
    (editorial.rules.citation_line), so a correction here is right everywhere at once.
    """

    COUNTRY_PATH = ""  # one library for all
    NEW_IS_UNSEEN = True
    NOT_TOLD = {"remarks": "for the team only", "compared_by": "the name of a person of the team"}

    key = models.CharField(
        max_length=120,
        unique=True,
        validators=[
            RegexValidator(rf"^{KEY}$", "Letters, digits and - _ . : only, starting with a letter or digit.")
        ],
        help_text="Short and lasting, for example laRepublica-2007-05-29. Texts cite the source by it.",
    )
    kind = models.CharField(max_length=24, choices=SourceKind, default=SourceKind.OTHER)
    authors = models.TextField(
        blank=True, help_text="One a line, first name first, for example Katherine Harrison."
    )
    title = models.TextField(blank=True, help_text="In the original language, without quotation marks.")
    english_title = models.TextField(blank=True, help_text="Translation, where the title is not in English.")
    publisher = models.CharField(max_length=255, blank=True, help_text="Publisher, newspaper or organisation.")
    un_symbol = models.CharField("UN symbol", max_length=80, blank=True, help_text="For example CCM/CW/SR/2.")
    meeting_session = models.CharField(
        "meeting or session",
        max_length=255,
        blank=True,
        help_text="As printed, for example Fifth 2008 Session of the CCW GGE on Cluster Munitions.",
    )
    place = models.CharField(max_length=120, blank=True, help_text="Where it was given or published, if stated.")
    document_date = PartialDateField(help_text="Date on the document: 2007, 2007-05, 29 May 2007.")
    event_date = models.CharField(
        max_length=60, blank=True, help_text="Day or days of the event, as printed: 23–25 May 2007."
    )
    language = models.CharField(max_length=12, blank=True, help_text="Language code of the document: es, fr, en.")
    url = models.URLField("address", max_length=500, blank=True)
    archived_url = models.URLField("archived address", max_length=500, blank=True)
    accessed_on = models.DateField(null=True, blank=True)
    as_printed = models.TextField(
        blank=True,
        help_text="The citation exactly as an imported page prints it. While this is filled, readers see these "
        "words; empty it once the facts above are complete and checked.",
    )
    to_be_checked = models.BooleanField(
        default=True,
        db_index=True,
        help_text="Nobody has compared this entry with the document yet. Untick it once you have read the document.",
    )
    compared_on = models.DateField(null=True, blank=True, help_text="The day on which it was compared.")
    compared_by = models.CharField(max_length=150, blank=True, help_text="Who compared it with the document.")
    remarks = models.TextField(blank=True, help_text="For the team only: where the document is, what is doubtful.")
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="merged_sources"
    )

    objects: ClassVar[Any] = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                name="editorial_source_says_something",
                condition=~models.Q(
                    title="", as_printed="", un_symbol="", meeting_session="", publisher="", url=""
                ),
                violation_error_message="Give at least a title, a symbol, a meeting, a publisher or an address.",
            ),
            models.CheckConstraint(
                name="editorial_source_compared_by_whom",
                condition=models.Q(to_be_checked=True, compared_on__isnull=True, compared_by="")
                | models.Q(to_be_checked=False, compared_on__isnull=False) & ~models.Q(compared_by=""),
                violation_error_message="A source that is no longer to be checked says on which day and by whom it "
                "was compared with the document; one that is to be checked says neither.",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.key])

    @property
    def facts(self) -> SourceFacts:
        """What the citation line is made from."""
        return SourceFacts(
            kind=self.kind,
            authors=tuple(a.strip() for a in self.authors.splitlines() if a.strip()),
            title=self.title,
            english_title=self.english_title,
            publisher=self.publisher,
            un_symbol=self.un_symbol,
            meeting_session=self.meeting_session,
            place=self.place,
            document_date=str(self.document_date) if self.document_date else "",
            event_date=self.event_date,
            language=self.language,
            url=self.url,
            accessed_on=shown(self.accessed_on) if self.accessed_on else "",
            as_printed=self.as_printed,
        )

    def line(self, locator: str = "") -> str:
        """The formatted citation, plain text."""
        return citation_line(self.facts, locator)

    def clean(self) -> None:
        super().clean()
        self.key = self.key.strip()

    def compare(self, *, by: str, on: datetime.date) -> None:
        """Note that somebody has compared this entry with the document. The caller saves it."""
        self.to_be_checked, self.compared_by, self.compared_on = False, by, on
