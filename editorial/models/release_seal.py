"""The chain of seals over everything that was ever released: each names the one before it."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models

from editorial.rules.seal import link, moment

from .append_only import AppendOnlyRow
from .release import Release


class ReleaseSeal(AppendOnlyRow):
    """One link: a release when it is made, the same again when its embargo is moved, an edition released together.

    All tables of releases share one chain, so that nothing can be taken out of the middle unseen. A salt, given out
    with the content, keeps anybody from trying out what lies under the seal of a release that waits.
    """

    UNTRACKED_BECAUSE = "append-only: a seal has one version"

    position = models.PositiveBigIntegerField(unique=True, help_text="1 for the first.")
    table = models.CharField(max_length=100, blank=True, help_text="Of the release; empty for several together.")
    release_id = models.BigIntegerField(null=True)
    content = models.JSONField(default=dict, help_text="What is sealed, where it is no row of its own.")
    salt = models.CharField(max_length=32)
    visible_from = models.DateTimeField(
        null=True, help_text="As decided by this seal; empty where the release was taken back before it."
    )
    content_sha256 = models.CharField(max_length=64, db_index=True)
    previous = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the seal before.")
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)

    class Meta(AppendOnlyRow.Meta):
        ordering = ["position"]
        default_permissions = ()
        verbose_name = "seal"
        verbose_name_plural = "chain of seals"
        indexes = [models.Index(fields=["table", "release_id", "-position"], name="editorial_seal_of_release")]

    def __str__(self) -> str:
        return f"Seal {self.position}"

    def as_json(self) -> dict[str, Any]:
        """What is hashed, with the hash."""
        return {
            "position": self.position,
            "previous": self.previous,
            "content_sha256": self.content_sha256,
            "visible_from": moment(self.visible_from),
            "sha256": self.sha256,
        }

    def computed(self) -> str:
        """The SHA-256 that follows from what is stored."""
        return link(**{name: value for name, value in self.as_json().items() if name != "sha256"})

    def release(self) -> Release | None:
        """The sealed release with its texts; None for several together, and where it is gone. One query."""
        if not self.table:
            return None
        found: Release | None = apps.get_model(self.table)._base_manager.filter(pk=self.release_id).first()
        return found


def seal_of(release: Release) -> ReleaseSeal:
    """The newest seal of a release. One query."""
    newest: ReleaseSeal = ReleaseSeal.objects.filter(table=release._meta.label, release_id=release.pk).latest(
        "position"
    )
    return newest
