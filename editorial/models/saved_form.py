"""Which opened forms were saved, so that each is saved once."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models


class SavedForm(models.Model):
    """One opened form that was saved or proposed, and what its person was answered.

    The database holds that there is one of each: of two equal posts at the same moment the second waits for the
    first, and is answered as that was.
    """

    UNTRACKED_BECAUSE = "answers a repeated request; what was saved has a history of its own"
    KEPT_FOR: ClassVar[timedelta] = timedelta(days=90)  # longer than any copy of what was typed

    form_id = models.UUIDField(help_text="Given by the server each time a form is opened.")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, help_text="SHA-256 of what was posted, without the button.")
    led_to = models.CharField(max_length=500, blank=True, help_text="The page that came next.")
    page = models.TextField(blank=True, help_text="The page itself, of a form in a window of its own.")
    told = models.JSONField(default=list, help_text="The words said on it: [[level, words, whether HTML], …]")
    saved_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "form_id"], name="editorial_savedform_once"),
        ]

    def __str__(self) -> str:
        return f"{self.form_id} → {self.led_to}"
