"""What a reviewer approved: the whole of what would have been printed at that moment."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .about import KeptAboutRecord
from .append_only import AppendOnly


class Approval(KeptAboutRecord):
    """One approval of a working copy, written once: who, when, and what readers would have been given (``printed``).

    What was approved is kept whole, and not as a hash alone: a hash says only that something differs, and a reviewer
    asks what.
    """

    UNTRACKED_BECAUSE = "it is written once; a later approval is a row of its own"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    printed = models.JSONField(help_text="What would have been printed: see editorial.rules.printed.")

    class Meta(KeptAboutRecord.Meta):
        ordering = ["-at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="editorial_approval_record")]

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%Y-%m-%d %H:%M} UTC"

    @classmethod
    def refusal(cls) -> AppendOnly:
        return AppendOnly("What was approved is written once. Approve again instead.")
