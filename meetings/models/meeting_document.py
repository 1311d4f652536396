"""Documents of a meeting: declarations, drafts, summary records, decisions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from editorial.models import KeptFile, PartialDateField, Tracked, TrackedQuerySet, source_if_known
from editorial.models.kept_file import stored_under

from .meeting import Meeting

__all__ = ["DocumentKind", "MeetingDocument", "MeetingDocumentQuerySet", "stored_under"]  # the last by migrations


class DocumentKind(models.TextChoices):
    """What kind of document it is."""

    DECLARATION = "declaration", "Declaration"
    DRAFT_TEXT = "draft-text", "Draft text"
    SUMMARY_RECORD = "summary-record", "Summary record"
    COMPENDIUM = "compendium", "Compendium"  # proposals of delegations, collected by the host
    PROGRESS_REPORT = "progress-report", "Progress report"
    DECISION = "decision", "Decision"
    WORKING_PAPER = "working-paper", "Working paper"
    PRESENTATION = "presentation", "Presentation"
    STATEMENT = "statement", "Statement as submitted"
    PARTICIPANTS = "participants", "List of participants"
    OTHER = "other", "Other"


class MeetingDocumentQuerySet(TrackedQuerySet):
    def public(self) -> MeetingDocumentQuerySet:
        """Documents that readers may see."""
        return self.filter(is_public=True)


class MeetingDocument(KeptFile, Tracked):
    """One document of a meeting, with its UN symbol, and the file where the team keeps a copy."""

    COUNTRY_PATH = ""
    NOT_TOLD = {"is_public": "it decides whether readers see the row", "file": "where the store keeps the upload"}

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=20, choices=DocumentKind, default=DocumentKind.OTHER)
    title = models.CharField(max_length=255)
    un_symbol = models.CharField("UN symbol", max_length=80, blank=True, help_text="For example CCM/CW/SR/2.")
    date = PartialDateField(help_text="Date on the document.")
    language = models.CharField(max_length=12, default="en", help_text="Language code: es, fr, en.")
    source = source_if_known("meeting_documents")
    is_public = models.BooleanField(
        "readers see it",
        default=False,
        help_text="Shown on the meeting's page, with the file where there is one.",
    )

    objects: ClassVar[Any] = MeetingDocumentQuerySet.as_manager()

    class Meta(KeptFile.Meta):
        abstract = False
        ordering = ["meeting", "date", "un_symbol", "title"]

    @classmethod
    def rows_readers_see(cls, at: datetime) -> models.QuerySet:
        return cls.objects.public()

    def __str__(self) -> str:
        return f"{self.un_symbol}: {self.title}" if self.un_symbol else self.title

    def get_file_url(self) -> str:
        """Where readers download the file."""
        return reverse("meeting_document", args=[self.pk])
