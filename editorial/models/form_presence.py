"""Who has which form open at this moment."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models


class FormPresence(models.Model):
    """One person with one record's form open. The form says every half minute that it still is."""

    UNTRACKED_BECAUSE = "lives for minutes, so that two people know of each other"
    GONE_AFTER: ClassVar[timedelta] = timedelta(seconds=90)

    record = models.CharField(max_length=120, help_text="Table and number: countries.countryprofile-12")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["record", "user"], name="editorial_formpresence_one_each"),
        ]

    def __str__(self) -> str:
        return f"{self.user} at {self.record}"
