"""The file of a record: where it lies in the store, and what is known of it."""

from __future__ import annotations

from typing import Any

from django.db import models


def stored_under(record: Any, filename: str) -> str:
    """Where an upload is kept: under its own fingerprint, so that no name from outside reaches the disk."""
    return f"documents/{record.sha256[:2]}/{record.sha256}"


class KeptFile(models.Model):
    """A record that may have a file of which the team keeps a copy.

    A file is stored outside the web root under its fingerprint, and is only ever sent as a download.
    """

    file = models.FileField(upload_to=stored_under, blank=True, max_length=200)
    file_name = models.CharField(max_length=160, blank=True, editable=False, help_text="The name it came with.")
    file_type = models.CharField(
        max_length=100, blank=True, editable=False, help_text="As its contents show, never as its name claims."
    )
    file_size = models.PositiveBigIntegerField(null=True, blank=True, editable=False, help_text="Bytes.")
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_file_is_known",
                condition=models.Q(file="")
                | (~models.Q(sha256="") & ~models.Q(file_type="") & models.Q(file_size__isnull=False)),
                violation_error_message="A stored file has its type, size and fingerprint.",
            ),
        ]
