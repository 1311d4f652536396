"""Documents of a meeting: declarations, drafts, summary records, decisions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.urls import reverse

from editorial.models import PartialDateField, Tracked, TrackedQuerySet, source_if_known

from .meeting import Meeting


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


def stored_under(document: Any, filename: str) -> str:
    """Where an upload is kept: under its own fingerprint, so that no name from outside reaches the disk."""
    return f"documents/{document.sha256[:2]}/{document.sha256}"


class MeetingDocument(Tracked):
    """One document of a meeting, with its UN symbol, and the file where the team keeps a copy.

    A file is stored outside the web root under its fingerprint, and is only ever sent as a download.
    """

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

    file = models.FileField(upload_to=stored_under, blank=True, max_length=200)
    file_name = models.CharField(max_length=160, blank=True, editable=False, help_text="The name it came with.")
    file_type = models.CharField(
        max_length=100, blank=True, editable=False, help_text="As its contents show, never as its name claims."
    )
    file_size = models.PositiveBigIntegerField(null=True, blank=True, editable=False, help_text="Bytes.")
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)

    objects: ClassVar[Any] = MeetingDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "date", "un_symbol", "title"]
        constraints = [
            models.CheckConstraint(
                name="meetings_meetingdocument_file_is_known",
                condition=models.Q(file="")
                | (~models.Q(sha256="") & ~models.Q(file_type="") & models.Q(file_size__isnull=False)),
                violation_error_message="A stored file has its type, size and fingerprint.",
            ),
        ]

    @classmethod
    def rows_readers_see(cls, at: datetime) -> models.QuerySet:
        return cls.objects.public()

    def __str__(self) -> str:
        return f"{self.un_symbol}: {self.title}" if self.un_symbol else self.title

    def get_file_url(self) -> str:
        """Where readers download the file."""
        return reverse("meeting_document", args=[self.pk])
