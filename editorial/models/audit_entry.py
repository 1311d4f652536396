"""Who signed in, published, changed permissions, exported: written once, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from .append_only import AppendOnlyRow


class AuditAction(models.TextChoices):
    """What is written down."""

    SIGNED_IN = "signed_in", "Signed in"
    SIGN_IN_FAILED = "sign_in_failed", "Sign-in failed"
    SIGNED_OUT = "signed_out", "Signed out"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"
    EMBARGO = "embargo", "Embargo decided"  # moved, ended, or what waited taken back
    FROZEN = "frozen", "Edition year released"
    ACCOUNT = "account", "Account changed"  # created, closed, made staff or administrator
    PERMISSIONS = "permissions", "Permissions changed"  # roles given or taken
    EXPORTED = "exported", "Exported"


class AuditEntry(AppendOnlyRow):
    """One act worth remembering. Nobody changes or deletes it through the application, administrators included."""

    UNTRACKED_BECAUSE = "append-only: an entry has one version"

    at = models.DateTimeField(default=timezone.now, db_index=True)
    action = models.CharField(max_length=16, choices=AuditAction)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    username = models.CharField(max_length=150, blank=True, help_text="As given; of a failed sign-in, as typed.")
    about = models.CharField(max_length=255, blank=True, help_text="The record or account it was done to.")
    detail = models.TextField(blank=True)

    class Meta(AppendOnlyRow.Meta):
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        verbose_name = "entry of the audit log"
        verbose_name_plural = "audit log"
        indexes = [models.Index(fields=["action", "-at"], name="editorial_auditentry_action")]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.username} {self.about}".strip()
