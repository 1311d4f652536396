"""By which version of the site the files that come with it were loaded into this database."""

from __future__ import annotations

from django.db import models


class LoadedFiles(models.Model):
    """One set of files, whole and without a refusal: what the same version would bring again is here."""

    UNTRACKED_BECAUSE = "it says what was loaded, and is no part of the record"

    name = models.CharField(max_length=20, unique=True, help_text="reference, or demo.")
    build = models.CharField(max_length=16, help_text="Fingerprint of the code and of the files beside it.")
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "loaded files"

    def __str__(self) -> str:
        return f"{self.name} by {self.build}"
