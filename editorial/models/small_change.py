"""Small changes: spelling and typing, corrected by somebody who stays a reviewer of the text."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .about import KeptAboutRecord
from .append_only import AppendOnly


class SmallChange(KeptAboutRecord):
    """One save of which the person said that it is a small change, and the rule agreed (editorial.rules.small_change).

    Written once, with the save. ``change_id`` is the number of the act, which the version carries as well.
    """

    UNTRACKED_BECAUSE = "it is written once, with the version that it is about"

    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    change_id = models.UUIDField(unique=True, help_text="The act that wrote the version.")
    words = models.JSONField(help_text="Pairs of words: as they were, as they are.")

    class Meta(KeptAboutRecord.Meta):
        ordering = ["at", "pk"]
        default_permissions = ()
        indexes = [models.Index(fields=["content_type", "object_id"], name="editorial_smallchange_record")]

    def __str__(self) -> str:
        return "; ".join(f"“{was}” → “{now}”" for was, now in self.words)

    @classmethod
    def refusal(cls) -> AppendOnly:
        return AppendOnly("A small change is written once, with its version.")
